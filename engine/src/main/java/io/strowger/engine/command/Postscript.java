package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/**
 * What a command about a conversation may add: the version that it was made for, and a reason. Nothing is written when
 * nothing was added, so commands of before this existed read as such.
 */
public final class Postscript {
    /** The conversation's version that the command was made for; 0 for whichever there is. */
    public long expectedVersion;

    /** Why, UTF-8; empty for no reason given. */
    public final Bytes reason = new Bytes();

    int encodedBytes() {
        return isEmpty() ? 0 : 12 + reason.length();
    }

    void write(ByteWriter out) {
        if (!isEmpty()) {
            out.writeLong(expectedVersion);
            out.writeBytes(reason);
        }
    }

    void read(ByteReader in) {
        if (in.remaining() > 0) {
            expectedVersion = in.readLong();
            in.readBytes(reason);
        } else {
            expectedVersion = 0;
            reason.clear();
        }
    }

    private boolean isEmpty() {
        return expectedVersion == 0 && reason.isEmpty();
    }
}
