package io.strowger.verticles.projection;

/**
 * The customer in a conversation, as the latest message named them. Empty texts stand for what no message gave.
 *
 * @param id the source's id
 * @param name the name
 * @param tier the tier, for example {@code gold}
 * @param language the language they are known to speak
 */
public record ContactView(String id, String name, String tier, String language) {
    /** Nothing known. */
    public static final ContactView UNKNOWN = new ContactView("", "", "", "");
}
