package io.strowger.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Stands where no file is open. */
enum NoFile implements JournalFile {
    INSTANCE;

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        throw new IOException("no file is open");
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
        throw new IOException("no file is open");
    }

    @Override
    public void force() throws IOException {
        throw new IOException("no file is open");
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public void close() {}
}
