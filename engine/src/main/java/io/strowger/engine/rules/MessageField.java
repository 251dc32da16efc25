package io.strowger.engine.rules;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.Bytes;
import org.jspecify.annotations.Nullable;

/** The texts of a message that conditions can name. */
enum MessageField {
    CHANNEL("channel", false),
    TEXT("text", false),
    CONVERSATION("conversation", true),
    EXTERNAL_ID("externalId", true),
    CONTACT_ID("contact.id", true),
    CONTACT_NAME("contact.name", true),
    CONTACT_TIER("contact.tier", true),
    CONTACT_LANGUAGE("contact.language", true);

    private final String path;
    private final boolean mayBeAbsent;

    MessageField(String path, boolean mayBeAbsent) {
        this.path = path;
        this.mayBeAbsent = mayBeAbsent;
    }

    /** The field with that name in conditions, or null. */
    static @Nullable MessageField ofPath(String path) {
        for (MessageField field : values()) {
            if (field.path.equals(path)) {
                return field;
            }
        }
        return null;
    }

    String path() {
        return path;
    }

    /** Whether a source may leave it out; an empty slice says so. */
    boolean mayBeAbsent() {
        return mayBeAbsent;
    }

    Bytes of(ReceiveMessage message) {
        return switch (this) {
            case CHANNEL -> message.channel;
            case TEXT -> message.text;
            case CONVERSATION -> message.conversationKey;
            case EXTERNAL_ID -> message.externalId;
            case CONTACT_ID -> message.contactId;
            case CONTACT_NAME -> message.contactName;
            case CONTACT_TIER -> message.contactTier;
            case CONTACT_LANGUAGE -> message.contactLanguage;
        };
    }
}
