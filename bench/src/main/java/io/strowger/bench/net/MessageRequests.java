package io.strowger.bench.net;

import io.strowger.bench.rig.Texts;
import io.strowger.channels.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Customers' messages, encoded before the run: what differs from message to message is digits at known places. A run's ids
 * begin with its name, so that two runs against one server have none in common. Each connection has conversations of its
 * own, which take turns.
 */
public final class MessageRequests implements Requests {
    /** Digits of a message's number in its id. */
    static final int NUMBER_DIGITS = 10;

    private static final int CONVERSATION_DIGITS = 6;
    private static final int CONVERSATIONS_A_CONNECTION = 50;
    private static final String ZEROS = "0".repeat(NUMBER_DIGITS);

    private final Template[] templates;
    private final int maxBytes;

    private MessageRequests(Template[] templates) {
        this.templates = templates;
        int most = 0;
        for (Template template : templates) {
            most = Math.max(most, template.bytes.length);
        }
        this.maxBytes = most;
    }

    /**
     * Messages as lines of the TCP protocol.
     *
     * @param run the run's name: letters, digits and hyphens
     * @param ackDecided whether answers are wanted before they are durable
     */
    public static MessageRequests lines(Texts texts, String run, boolean ackDecided) {
        Template[] templates = new Template[texts.count()];
        for (int index = 0; index < templates.length; index++) {
            templates[index] = new Template(json(texts, index, run, ackDecided) + "\n", run);
        }
        return new MessageRequests(templates);
    }

    /**
     * Messages as HTTP/1.1 requests.
     *
     * @param host what the Host header says
     * @param token the bearer token
     */
    public static MessageRequests http(Texts texts, String run, boolean ackDecided, String host, String token) {
        String head = "POST /api/v1/messages" + (ackDecided ? "?ack=decided" : "") + " HTTP/1.1\r\nHost: " + host
                + "\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/json\r\nContent-Length: ";
        Template[] templates = new Template[texts.count()];
        for (int index = 0; index < templates.length; index++) {
            String body = json(texts, index, run, false);
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            templates[index] = new Template(head + length + "\r\n\r\n" + body, run);
        }
        return new MessageRequests(templates);
    }

    private static String json(Texts texts, int index, String run, boolean ackDecided) {
        String conversation = conversation(run) + "0".repeat(CONVERSATION_DIGITS);
        JsonWriter json = new JsonWriter(512);
        json.beginObject();
        json.name("channel").text("web-chat");
        json.name("externalId").text(run + "-" + ZEROS);
        json.name("conversation").text(conversation);
        json.name("contact").beginObject().name("id").text(conversation).endObject();
        json.name("text").textOrNull(texts.text(index));
        if (ackDecided) {
            json.name("ack").text("decided");
        }
        json.endObject();
        return new String(json.array(), 0, json.length(), StandardCharsets.UTF_8);
    }

    private static String conversation(String run) {
        return run + "-c";
    }

    @Override
    public int maxBytes() {
        return maxBytes;
    }

    /** Mean bytes of a request. */
    public double meanBytes() {
        long sum = 0;
        for (Template template : templates) {
            sum += template.bytes.length;
        }
        return (double) sum / templates.length;
    }

    @Override
    public void write(long number, int connection, ByteBuffer into) {
        Template template = templates[(int) (number % templates.length)];
        int at = into.position();
        long conversation = (long) connection * CONVERSATIONS_A_CONNECTION + number % CONVERSATIONS_A_CONNECTION;
        into.put(template.bytes);
        digits(into, at + template.numberAt, NUMBER_DIGITS, number);
        digits(into, at + template.conversationAt, CONVERSATION_DIGITS, conversation);
        digits(into, at + template.contactAt, CONVERSATION_DIGITS, conversation);
    }

    private static void digits(ByteBuffer into, int at, int count, long number) {
        long rest = number;
        for (int index = at + count - 1; index >= at; index--) {
            into.put(index, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }

    private static final class Template {
        private final byte[] bytes;
        private final int numberAt;
        private final int conversationAt;
        private final int contactAt;

        Template(String request, String run) {
            bytes = request.getBytes(StandardCharsets.UTF_8);
            // Everything before the last of them is ASCII: an index in the string is one in the bytes.
            numberAt = behind(request, "\"externalId\":\"" + run + "-");
            conversationAt = behind(request, "\"conversation\":\"" + conversation(run));
            contactAt = behind(request, "\"id\":\"" + conversation(run));
        }

        private static int behind(String request, String marker) {
            return request.indexOf(marker) + marker.length();
        }
    }
}
