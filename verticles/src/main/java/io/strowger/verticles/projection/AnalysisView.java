package io.strowger.verticles.projection;

import org.jspecify.annotations.Nullable;

/**
 * What the latest message says about a conversation: a label a head, null when not known.
 *
 * @param sentimentScore from -1 to 1
 */
public record AnalysisView(
        @Nullable String language,
        @Nullable String intent,
        @Nullable String sentiment,
        @Nullable String emotion,
        @Nullable String urgency,
        double sentimentScore) {
    /** Nothing known. */
    public static final AnalysisView UNKNOWN = new AnalysisView(null, null, null, null, null, 0);
}
