package io.strowger.channels;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.strowger.engine.command.ReceiveMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a message into a command. One pass, no tree; reused by one event loop. The first problem of a message
 * is reported; what can still be read is read, so that the answer can carry the source's id.
 */
public final class MessageParser {
    /** What {@link #eventsFrom()} says when the object does not ask for the event stream. */
    public static final long NO_EVENTS = -1;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME_CHARACTERS = 1_024;
    private static final int BYTES_A_CHARACTER = 3;
    private static final String[] SOURCE_TAILS = {" (for ", " (start marker", "\n"};
    private static final int ACK = MessageField.count();
    private static final int CONTACT = ACK + 1;
    private static final int ATTRIBUTES = ACK + 2;
    private static final int EVENTS = ACK + 3;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME_CHARACTERS)
                    .build())
            .build();

    private final MessageLimits limits;
    private final ReceiveMessage message = new ReceiveMessage();
    private final AttributesParser attributes;
    private final int[] starts = new int[MessageField.count()];
    private final int[] lengths = new int[MessageField.count()];
    private byte[] scratch = new byte[4 << 10];
    private int used;
    private int seen;
    private long unknownFieldCount;
    private long eventsFrom;
    private @Nullable Ack ack;
    private @Nullable Problem problem;

    public MessageParser(MessageLimits limits) {
        this.limits = limits;
        this.attributes = new AttributesParser(limits);
    }

    /** The command that the last call of {@link #parse} filled; its slices are valid until the next call. */
    public ReceiveMessage message() {
        return message;
    }

    /** When the sender wants its answer, null when it did not say. */
    public @Nullable Ack ack() {
        return ack;
    }

    /** The sequence from which the sender wants events, or {@link #NO_EVENTS}: then the object is no message. */
    public long eventsFrom() {
        return eventsFrom;
    }

    /** Fields that were ignored since the parser was made, because no message has them. */
    public long unknownFieldCount() {
        return unknownFieldCount;
    }

    /**
     * Reads one JSON object.
     *
     * @return null when {@link #message()} can be published, else what is wrong; the message then holds only the source's
     *     id, if it could be read
     */
    public @Nullable Problem parse(byte[] json, int offset, int length) {
        reset();
        int invalid = Utf8.firstInvalid(json, offset, length);
        if (invalid == Utf8.VALID) {
            read(json, offset, length);
        } else {
            problem = Problem.of(
                    ProblemType.INVALID_UTF8,
                    "the byte at offset " + (invalid - offset) + " does not belong to any UTF-8 character");
            read(json, offset, invalid - offset);
        }
        if (problem == null && eventsFrom == NO_EVENTS) {
            require(MessageField.CHANNEL);
            require(MessageField.TEXT);
        }
        fill();
        return problem;
    }

    /** Reads only the source's id out of the beginning of a message that is too large to be taken. */
    public void recoverExternalId(byte[] json, int offset, int length) {
        parse(json, offset, length);
    }

    private void reset() {
        Arrays.fill(lengths, 0);
        used = 0;
        seen = 0;
        ack = null;
        problem = null;
        eventsFrom = NO_EVENTS;
        attributes.clear();
    }

    private void read(byte[] json, int offset, int length) {
        try (JsonParser parser = FACTORY.createParser(json, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                note(Problem.of(ProblemType.MALFORMED_JSON, "a message is a JSON object, this is none"));
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                readField(name, parser);
            }
            if (parser.nextToken() != null) {
                note(Problem.of(
                        ProblemType.MALFORMED_JSON, "more follows after the message's end, at byte " + offset(parser)));
            }
        } catch (StreamConstraintsException e) {
            note(Problem.of(
                    ProblemType.MALFORMED_JSON,
                    "the JSON is nested deeper than " + MAX_DEPTH + " levels, or has a name of more than "
                            + MAX_NAME_CHARACTERS + " characters or an endless number"));
        } catch (JsonParseException e) {
            note(malformed(e));
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be read", e);
        }
    }

    private void readField(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "channel" -> readText(MessageField.CHANNEL, parser);
            case "externalId" -> readText(MessageField.EXTERNAL_ID, parser);
            case "conversation" -> readText(MessageField.CONVERSATION, parser);
            case "text" -> readText(MessageField.TEXT, parser);
            case "contact" -> readContact(parser);
            case "attributes" -> readAttributes(parser);
            case "ack" -> readAck(parser);
            case "events" -> readEvents(parser);
            default -> ignore(parser);
        }
    }

    private void readContact(JsonParser parser) throws IOException {
        if (!startsObject(CONTACT, "contact", parser)) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> readText(MessageField.CONTACT_ID, parser);
                case "name" -> readText(MessageField.CONTACT_NAME, parser);
                case "tier" -> readText(MessageField.CONTACT_TIER, parser);
                case "language" -> readText(MessageField.CONTACT_LANGUAGE, parser);
                default -> ignore(parser);
            }
        }
    }

    private void readAttributes(JsonParser parser) throws IOException {
        if (startsObject(ATTRIBUTES, "attributes", parser)) {
            Problem found = attributes.read(parser);
            if (found != null) {
                note(found);
            }
        }
    }

    private void readAck(JsonParser parser) throws IOException {
        once(ACK, "ack");
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        ack = parser.currentToken() == JsonToken.VALUE_STRING ? Ack.named(parser.getText()) : null;
        if (ack == null) {
            note(Problem.of(ProblemType.INVALID_FIELD, "ack", "ack must be \"durable\" or \"decided\""));
            parser.skipChildren();
        }
    }

    private void readEvents(JsonParser parser) throws IOException {
        if (!startsObject(EVENTS, "events", parser)) {
            return;
        }
        long from = NO_EVENTS;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals("from");
            parser.nextToken();
            if (wanted && parser.currentToken() == JsonToken.VALUE_NUMBER_INT && isSequence(parser)) {
                from = parser.getLongValue();
            } else {
                parser.skipChildren();
            }
        }
        if (from == NO_EVENTS) {
            note(Problem.of(
                    ProblemType.INVALID_FIELD, "events.from", "events.from must be a sequence: a whole number from 0"));
        }
        eventsFrom = from;
    }

    private static boolean isSequence(JsonParser parser) throws IOException {
        return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER && parser.getLongValue() >= 0;
    }

    /** Whether an object starts here, to be read by the caller; null counts as absent, all else is a problem. */
    private boolean startsObject(int bit, String path, JsonParser parser) throws IOException {
        once(bit, path);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return true;
        }
        if (token != JsonToken.VALUE_NULL) {
            note(Problem.of(
                    ProblemType.INVALID_FIELD, path, path + " must be an object, not " + TextChecks.describe(token)));
            parser.skipChildren();
        }
        return false;
    }

    private void ignore(JsonParser parser) throws IOException {
        unknownFieldCount++;
        parser.skipChildren();
    }

    private void readText(MessageField field, JsonParser parser) throws IOException {
        once(field.code(), field.path());
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (token != JsonToken.VALUE_STRING) {
            note(Problem.of(
                    ProblemType.INVALID_FIELD,
                    field.path(),
                    field.path() + " must be a string, not " + TextChecks.describe(token)));
            parser.skipChildren();
            return;
        }
        char[] characters = parser.getTextCharacters();
        int length = parser.getTextLength();
        ensure(length * BYTES_A_CHARACTER);
        int end = Utf8.encode(characters, parser.getTextOffset(), length, scratch, used);
        Problem found = TextChecks.check(
                field.path(), scratch, used, end, field.limitBytes(limits), field == MessageField.TEXT);
        if (found != null) {
            note(found);
            return;
        }
        starts[field.code()] = used;
        lengths[field.code()] = end - used;
        used = end;
    }

    private void once(int bit, String path) {
        if ((seen & 1 << bit) != 0) {
            note(Problem.of(ProblemType.DUPLICATE_FIELD, path, path + " is given twice"));
        }
        seen |= 1 << bit;
    }

    private void require(MessageField field) {
        if (lengths[field.code()] == 0) {
            boolean given = (seen & 1 << field.code()) != 0;
            note(Problem.of(
                    given ? ProblemType.INVALID_FIELD : ProblemType.MISSING_FIELD,
                    field.path(),
                    given ? field.path() + " must not be empty" : field.path() + " is required"));
        }
    }

    private void fill() {
        for (int index = 0; index < lengths.length; index++) {
            MessageField field = MessageField.ofCode(index);
            if (problem == null || field == MessageField.EXTERNAL_ID) {
                field.of(message).set(scratch, starts[index], lengths[index]);
            } else {
                field.of(message).clear();
            }
        }
        message.attributes.clear();
        if (problem == null) {
            attributes.pointAt(message.attributes);
        }
    }

    private void note(Problem found) {
        if (problem == null) {
            problem = found;
        }
    }

    private void ensure(int bytes) {
        if (used + bytes > scratch.length) {
            scratch = Arrays.copyOf(scratch, Math.max(used + bytes, 2 * scratch.length));
        }
    }

    private static long offset(JsonParser parser) {
        return parser.currentTokenLocation().getByteOffset();
    }

    /** The parser's own sentence, without the part that says where it read from. */
    private static Problem malformed(JsonParseException e) {
        String sentence = e.getOriginalMessage();
        for (String tail : SOURCE_TAILS) {
            int at = sentence.indexOf(tail);
            sentence = at < 0 ? sentence : sentence.substring(0, at);
        }
        return Problem.of(
                ProblemType.MALFORMED_JSON, "at byte " + e.getLocation().getByteOffset() + ": " + sentence);
    }
}
