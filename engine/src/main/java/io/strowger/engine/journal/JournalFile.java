package io.strowger.engine.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file of a {@link JournalStorage}. Used by one thread at a time. */
public interface JournalFile extends Closeable {
    /** Reads up to the buffer's remaining bytes; fewer only when the file ends. Returns how many. */
    int read(ByteBuffer into, long position) throws IOException;

    /** Writes all of the buffer's remaining bytes. */
    void write(ByteBuffer from, long position) throws IOException;

    /** Makes everything written durable. */
    void force() throws IOException;

    long size() throws IOException;
}
