package io.strowger.verticles.demo;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way. Immutable.
 *
 * @param id the source's id of the message
 * @param contact the source's id of the customer
 * @param conversation the source's id of the conversation, null to leave it to the server
 * @param first what began the conversation: its language, channel and tier are this message's as well
 * @param text what is sent
 * @param earlier the message id of the first answer, when this is a repeat; else null
 */
record CustomerMessage(
        String id,
        String contact,
        @Nullable String conversation,
        DemoTexts.First first,
        String text,
        @Nullable String earlier) {
    JsonObject json() {
        JsonObject json = new JsonObject()
                .put("channel", first.channel())
                .put("externalId", id)
                .put(
                        "contact",
                        new JsonObject()
                                .put("id", contact)
                                .put("tier", first.tier())
                                .put("language", first.language()))
                .put("text", text);
        return conversation == null ? json : json.put("conversation", conversation);
    }

    /** The same message again, as a source does that did not hear an answer. */
    CustomerMessage again(String messageId) {
        return new CustomerMessage(id, contact, conversation, first, text, messageId);
    }
}
