package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;

/** Walks over a message's attributes in the order in which they came. Reused; one thread at a time. */
public final class Attributes {
    private final ByteReader reader = new ByteReader();
    private final Bytes key = new Bytes();
    private final Bytes value = new Bytes();

    /** Starts before the first attribute of {@link ReceiveMessage#attributes}. */
    public Attributes over(Bytes attributes) {
        reader.wrap(attributes);
        return this;
    }

    /** Goes to the next attribute; false when there is none. */
    public boolean next() {
        if (reader.remaining() == 0) {
            return false;
        }
        reader.readBytes(key);
        reader.readBytes(value);
        return true;
    }

    /** The value of a key, or null when there is no such attribute. Starts over; the slice is valid until the next call. */
    public @org.jspecify.annotations.Nullable Bytes find(Bytes attributes, Bytes wanted) {
        over(attributes);
        while (next()) {
            if (key.contentEquals(wanted)) {
                return value;
            }
        }
        return null;
    }

    public Bytes key() {
        return key;
    }

    public Bytes value() {
        return value;
    }
}
