package io.strowger.channels;

/**
 * How large the parts of a message may be, in bytes of UTF-8 after decoding.
 *
 * @param textBytes the text
 * @param idBytes an id: of the channel, the message, the conversation, the contact
 * @param nameBytes the contact's name, tier or language
 * @param attributes number of attributes
 * @param attributeKeyBytes an attribute's name
 * @param attributeValueBytes an attribute's value
 */
public record MessageLimits(
        int textBytes, int idBytes, int nameBytes, int attributes, int attributeKeyBytes, int attributeValueBytes) {
    /** What holds where nothing else is configured. */
    public static final MessageLimits DEFAULT = new MessageLimits(64 << 10, 256, 1_024, 64, 128, 4_096);

    /** These limits with another one for the text. */
    public MessageLimits withTextBytes(int bytes) {
        return new MessageLimits(bytes, idBytes, nameBytes, attributes, attributeKeyBytes, attributeValueBytes);
    }
}
