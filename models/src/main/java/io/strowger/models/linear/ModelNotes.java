package io.strowger.models.linear;

/**
 * What people should know of a model, kept beside its weights.
 *
 * @param card Markdown: from what it was made, how good it is, where it is weak
 * @param metrics a JSON object with what was measured
 */
public record ModelNotes(String card, String metrics) {
    /** Nothing to say. */
    public static final ModelNotes NONE = new ModelNotes("", "");
}
