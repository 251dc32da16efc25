package io.strowger.engine;

import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.util.List;

/** Finds nothing in a text; what it does meanwhile is a test's business. */
interface UnlabelledAnalyzer extends TextAnalyzer {
    @Override
    default List<String> labels(Head head) {
        return List.of();
    }

    @Override
    default String version() {
        return "1";
    }

    @Override
    default TextAnalyzer fork() {
        return this;
    }
}
