package io.strowger.bench.guard;

import io.strowger.engine.journal.JournalFile;
import io.strowger.engine.journal.JournalStorage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes like another storage, and never forces: what a force takes is the disk's affair, not ours. */
final class UnforcedStorage implements JournalStorage {
    private final JournalStorage storage;

    UnforcedStorage(JournalStorage storage) {
        this.storage = storage;
    }

    @Override
    public Closeable lock() {
        return storage.lock();
    }

    @Override
    public List<String> list() throws IOException {
        return storage.list();
    }

    @Override
    public JournalFile create(String name) throws IOException {
        return new UnforcedFile(storage.create(name));
    }

    @Override
    public JournalFile open(String name) throws IOException {
        return new UnforcedFile(storage.open(name));
    }

    @Override
    public JournalFile openToRead(String name) throws IOException {
        return storage.openToRead(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        storage.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        storage.delete(name);
    }

    @Override
    public void forceDirectory() {}

    @Override
    public long usableBytes() throws IOException {
        return storage.usableBytes();
    }

    @Override
    public String path() {
        return storage.path();
    }

    private record UnforcedFile(JournalFile file) implements JournalFile {
        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            file.write(from, position);
        }

        @Override
        public void force() {}

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
