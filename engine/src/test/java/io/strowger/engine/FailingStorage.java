package io.strowger.engine;

import io.strowger.engine.journal.FileStorage;
import io.strowger.engine.journal.JournalFile;
import io.strowger.engine.journal.JournalStorage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Real files on a disk that can be told to fail. The thread that prepares the next segment is spared: that a segment can't
 * be made is another failure, which refuses work instead of stopping, and whichever of the two came first would win.
 */
final class FailingStorage implements JournalStorage {
    private static final String PREPARING = "strowger-journal-segments";

    private final JournalStorage files;
    volatile boolean writesFail;
    volatile boolean forcesFail;

    FailingStorage(Path directory) {
        this.files = new FileStorage(directory);
    }

    @Override
    public Closeable lock() {
        return files.lock();
    }

    @Override
    public List<String> list() throws IOException {
        return files.list();
    }

    @Override
    public JournalFile create(String name) throws IOException {
        return new FailingFile(files.create(name));
    }

    @Override
    public JournalFile open(String name) throws IOException {
        return new FailingFile(files.open(name));
    }

    @Override
    public JournalFile openToRead(String name) throws IOException {
        return files.openToRead(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        files.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        files.delete(name);
    }

    @Override
    public void forceDirectory() throws IOException {
        files.forceDirectory();
    }

    @Override
    public long usableBytes() throws IOException {
        return files.usableBytes();
    }

    @Override
    public String path() {
        return files.path();
    }

    private static boolean preparing() {
        return Thread.currentThread().getName().equals(PREPARING);
    }

    private final class FailingFile implements JournalFile {
        private final JournalFile file;

        FailingFile(JournalFile file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            if (writesFail && !preparing()) {
                throw new IOException("the disk does not write");
            }
            file.write(from, position);
        }

        @Override
        public void force() throws IOException {
            if (forcesFail && !preparing()) {
                throw new IOException("the disk does not force");
            }
            file.force();
        }

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
