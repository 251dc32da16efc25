package io.strowger.models.privacy;

import java.util.List;

/**
 * A text with its entities masked.
 *
 * @param text the masked text: valid Unicode, whatever the original was
 * @param entities what was found, in the order of the text
 */
public record Redaction(String text, List<FoundEntity> entities) {
    public Redaction {
        entities = List.copyOf(entities);
    }

    /**
     * One entity of the original text.
     *
     * @param type what policies call it
     * @param kind the exact format
     * @param startByte the index of its first byte in the UTF-8 text
     * @param endByte the index after its last byte
     * @param startCharacter how many Unicode characters (code points) stand before it; a byte that is not UTF-8 counts as one
     * @param endCharacter the same for its end
     * @param confidence above 0, at most 1
     */
    public record FoundEntity(
            EntityType type,
            EntityKind kind,
            int startByte,
            int endByte,
            int startCharacter,
            int endCharacter,
            double confidence) {}
}
