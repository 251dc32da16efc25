package io.strowger.verticles.cli;

import io.strowger.models.explain.Explanation;
import java.io.IOException;

/** How explanations are shown. */
interface ExplainView {
    /** Shows why a text in UTF-8 was understood as it was, at once. */
    void show(byte[] text, Explanation explanation) throws IOException;
}
