package io.strowger.engine.pipeline;

import io.strowger.engine.Message;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an embedder's message into the command of the ring. */
final class MessageEncoder {
    private static final int INITIAL_BYTES = 256;
    private static final int LIMIT_BYTES = 1 << 20;

    private MessageEncoder() {}

    static ReceiveMessage encode(Message message) {
        ReceiveMessage command = new ReceiveMessage();
        set(command.channel, message.channel());
        set(command.externalId, message.externalId());
        set(command.conversationKey, message.conversation());
        set(command.contactId, message.contact());
        set(command.contactTier, message.contactTier());
        set(command.text, message.text());
        ByteWriter attributes = new ByteWriter(INITIAL_BYTES, LIMIT_BYTES);
        for (Map.Entry<String, String> attribute : message.attributes().entrySet()) {
            attributes.writeText(attribute.getKey());
            attributes.writeText(attribute.getValue());
        }
        command.attributes.set(attributes.array(), 0, attributes.position());
        return command;
    }

    private static void set(Bytes slice, @Nullable String text) {
        if (text != null) {
            slice.set(Bytes.of(text));
        }
    }
}
