package io.strowger.channels;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.Bytes;

/** The text fields of a message, with the JSON path that problems name and the limit that holds. */
enum MessageField {
    CHANNEL("channel"),
    EXTERNAL_ID("externalId"),
    CONVERSATION("conversation"),
    TEXT("text"),
    CONTACT_ID("contact.id"),
    CONTACT_NAME("contact.name"),
    CONTACT_TIER("contact.tier"),
    CONTACT_LANGUAGE("contact.language");

    private static final MessageField[] ALL = values();

    private final String path;

    MessageField(String path) {
        this.path = path;
    }

    static MessageField at(int ordinal) {
        return ALL[ordinal];
    }

    static int count() {
        return ALL.length;
    }

    String path() {
        return path;
    }

    int limitBytes(MessageLimits limits) {
        return switch (this) {
            case TEXT -> limits.textBytes();
            case CONTACT_NAME, CONTACT_TIER, CONTACT_LANGUAGE -> limits.nameBytes();
            default -> limits.idBytes();
        };
    }

    Bytes of(ReceiveMessage message) {
        return switch (this) {
            case CHANNEL -> message.channel;
            case EXTERNAL_ID -> message.externalId;
            case CONVERSATION -> message.conversationKey;
            case TEXT -> message.text;
            case CONTACT_ID -> message.contactId;
            case CONTACT_NAME -> message.contactName;
            case CONTACT_TIER -> message.contactTier;
            case CONTACT_LANGUAGE -> message.contactLanguage;
        };
    }
}
