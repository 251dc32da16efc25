package io.strowger.engine.pipeline;

import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.util.List;

/** Has no answers: for engines without text models. */
enum SilentAnalyzer implements TextAnalyzer {
    INSTANCE;

    @Override
    public void analyze(byte[] text, int offset, int length, Analysis analysis) {
        analysis.clear();
    }

    @Override
    public List<String> labels(Head head) {
        return List.of();
    }

    @Override
    public String version() {
        return "0";
    }

    @Override
    public TextAnalyzer fork() {
        return this;
    }
}
