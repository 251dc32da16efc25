package io.strowger.channels;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.Bytes;

/** The text fields of a message, with the JSON path that problems name and the limit that holds. */
enum MessageField {
    CHANNEL(0, "channel"),
    EXTERNAL_ID(1, "externalId"),
    CONVERSATION(2, "conversation"),
    TEXT(3, "text"),
    CONTACT_ID(4, "contact.id"),
    CONTACT_NAME(5, "contact.name"),
    CONTACT_TIER(6, "contact.tier"),
    CONTACT_LANGUAGE(7, "contact.language");

    private static final MessageField[] BY_CODE = values();

    private final int code;
    private final String path;

    MessageField(int code, String path) {
        this.code = code;
        this.path = path;
    }

    /** From 0, one after the other. */
    int code() {
        return code;
    }

    static MessageField ofCode(int code) {
        return BY_CODE[code];
    }

    static int count() {
        return BY_CODE.length;
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
