package io.strowger.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message, for programs that embed the engine. Immutable; the methods give changed copies.
 *
 * @param channel id of the channel
 * @param text what the customer wrote
 * @param externalId the source's id of the message, by which repeats are known; null for none
 * @param conversation the source's id of the conversation; null: the contact's open one, else a new one
 * @param contact the source's id of the contact; null when unknown
 * @param contactTier the contact's tier; null when unknown
 * @param attributes what else rules may ask for
 */
public record Message(
        String channel,
        String text,
        @Nullable String externalId,
        @Nullable String conversation,
        @Nullable String contact,
        @Nullable String contactTier,
        Map<String, String> attributes) {
    public Message {
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** A message of nobody in particular. */
    public static Message of(String channel, String text) {
        return new Message(channel, text, null, null, null, null, Map.of());
    }

    public Message withExternalId(String id) {
        return new Message(channel, text, id, conversation, contact, contactTier, attributes);
    }

    public Message inConversation(String key) {
        return new Message(channel, text, externalId, key, contact, contactTier, attributes);
    }

    public Message from(String contactId) {
        return new Message(channel, text, externalId, conversation, contactId, contactTier, attributes);
    }

    public Message fromTier(String tier) {
        return new Message(channel, text, externalId, conversation, contact, tier, attributes);
    }

    public Message with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Message(channel, text, externalId, conversation, contact, contactTier, more);
    }
}
