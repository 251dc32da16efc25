package io.strowger.channels;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.strowger.engine.command.Attributes;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a message's attributes: names with text, number or yes-no values, which all become text. One thread's. */
public final class AttributesParser {
    private static final int BYTES_A_CHARACTER = 3;
    private static final int MAX_BYTES = 16 << 20;

    private final MessageLimits limits;
    private final ByteWriter written = new ByteWriter(1 << 10, MAX_BYTES);
    private final Attributes walk = new Attributes();
    private final Bytes all = new Bytes();
    private final Bytes key = new Bytes();
    private byte[] keyBytes = new byte[256];
    private byte[] valueBytes = new byte[256];
    private int count;

    public AttributesParser(MessageLimits limits) {
        this.limits = limits;
    }

    /** Forgets what was read. */
    public void clear() {
        written.clear();
        count = 0;
    }

    /** Points a slice at what was read. */
    public void pointAt(Bytes into) {
        into.set(written.array(), 0, written.position());
    }

    /** Reads up to the end of the object whose start is the current token; returns the first problem, null for none. */
    public @Nullable Problem read(JsonParser parser) throws IOException {
        Problem first = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Problem found = first == null && token != JsonToken.VALUE_NULL ? readOne(name, token, parser) : null;
            if (found != null) {
                first = found;
            }
            parser.skipChildren();
        }
        return first;
    }

    private @Nullable Problem readOne(String name, JsonToken token, JsonParser parser) throws IOException {
        String path = "attributes." + name;
        if (!token.isScalarValue()) {
            return Problem.of(
                    ProblemType.INVALID_FIELD,
                    path,
                    path + " must be a string, a number, true or false, not " + TextChecks.describe(token));
        }
        if (++count > limits.attributes()) {
            return Problem.of(
                    ProblemType.TOO_MANY_ATTRIBUTES,
                    "attributes",
                    "a message may have " + limits.attributes() + " attributes");
        }
        char[] nameCharacters = name.toCharArray();
        keyBytes = atLeast(keyBytes, nameCharacters.length * BYTES_A_CHARACTER);
        int keyEnd = Utf8.encode(nameCharacters, 0, nameCharacters.length, keyBytes, 0);
        Problem wrongKey = TextChecks.check(path, keyBytes, 0, keyEnd, limits.attributeKeyBytes(), false);
        if (wrongKey != null) {
            return wrongKey;
        }
        if (isKnown(keyEnd)) {
            return Problem.of(ProblemType.DUPLICATE_FIELD, path, path + " is given twice");
        }
        char[] characters = parser.getTextCharacters();
        int length = parser.getTextLength();
        valueBytes = atLeast(valueBytes, length * BYTES_A_CHARACTER);
        int valueEnd = Utf8.encode(characters, parser.getTextOffset(), length, valueBytes, 0);
        Problem wrongValue = TextChecks.check(path, valueBytes, 0, valueEnd, limits.attributeValueBytes(), false);
        if (wrongValue == null) {
            written.writeBytes(keyBytes, 0, keyEnd);
            written.writeBytes(valueBytes, 0, valueEnd);
        }
        return wrongValue;
    }

    private boolean isKnown(int keyEnd) {
        all.set(written.array(), 0, written.position());
        return walk.find(all, key.set(keyBytes, 0, keyEnd)) != null;
    }

    private static byte[] atLeast(byte[] array, int length) {
        return array.length >= length ? array : Arrays.copyOf(array, Math.max(length, 2 * array.length));
    }
}
