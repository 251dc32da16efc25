package io.strowger.verticles.projection;

/**
 * A conversation's latest message.
 *
 * @param sequence its journal sequence, 0 when there is none
 * @param receivedAt epoch nanoseconds
 * @param externalId the source's id, empty for none
 * @param text the text, or its beginning
 * @param cut whether the text goes on
 */
public record MessageView(long sequence, long receivedAt, String externalId, String text, boolean cut) {
    /** No message. */
    public static final MessageView NONE = new MessageView(0, 0, "", "", false);
}
