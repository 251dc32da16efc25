package io.strowger.bench.guard;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The messages of a fixed number of contacts, each with an id of its own, for ever. One thread. */
final class Customers {
    private static final int CONTACTS = 2_000;
    private static final int STRIDE = 7_919; // a prime: the contacts come in no order that a cache could like
    private static final int ID_DIGITS_FROM = 2;

    private final List<Bytes> texts;
    private final Bytes[] contacts = new Bytes[CONTACTS];
    private final Bytes[] conversations = new Bytes[CONTACTS];
    private final byte[] externalId = "m-0000000000".getBytes(StandardCharsets.US_ASCII);
    private final ReceiveMessage message = new ReceiveMessage();
    private int sent;

    Customers(List<Bytes> texts) {
        this.texts = List.copyOf(texts);
        message.channel.set(Bytes.of(GuardOrganization.CHANNEL));
        for (int number = 0; number < CONTACTS; number++) {
            contacts[number] = Bytes.of("contact-" + number);
            conversations[number] = Bytes.of("conversation-" + number);
        }
    }

    /** The next message, valid until the next call. Half of the contacts name their conversation, which is reopened then. */
    ReceiveMessage next() {
        int number = sent++;
        for (int digit = externalId.length - 1, rest = number; digit >= ID_DIGITS_FROM; digit--, rest /= 10) {
            externalId[digit] = (byte) ('0' + rest % 10);
        }
        int contact = (int) ((long) number * STRIDE % CONTACTS);
        message.externalId.set(externalId, 0, externalId.length);
        message.contactId.set(contacts[contact]);
        if (contact % 2 == 0) {
            message.conversationKey.clear();
        } else {
            message.conversationKey.set(conversations[contact]);
        }
        message.text.set(texts.get(number % texts.size()));
        return message;
    }

    /** The texts as senders wrap them. */
    byte[][] asJson() {
        byte[][] documents = new byte[texts.size()][];
        JsonWriter json = new JsonWriter(1 << 10);
        for (int number = 0; number < documents.length; number++) {
            Bytes text = texts.get(number);
            json.clear().beginObject();
            json.name("channel").text(GuardOrganization.CHANNEL);
            json.name("externalId").text("m-" + number);
            json.name("contact").beginObject();
            json.name("id").text("contact-" + number % CONTACTS).endObject();
            json.name("text").text(text).endObject();
            documents[number] = json.toArray();
        }
        return documents;
    }
}
