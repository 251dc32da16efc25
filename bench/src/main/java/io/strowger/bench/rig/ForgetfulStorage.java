package io.strowger.bench.rig;

import io.strowger.engine.journal.JournalException;
import io.strowger.engine.journal.JournalFile;
import io.strowger.engine.journal.JournalStorage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A directory that keeps nothing: for measurements with the journal <em>off</em>, and for nothing else. An engine on it
 * announces records as durable that are gone at once; it can neither recover nor be read by a projection. Records are still
 * built, checked and batched; only the write and the force do nothing. Safe for use by several threads.
 *
 * <p>Of each file the first bytes are remembered, where a segment says whose it is; the rest reads as zeros.
 */
public final class ForgetfulStorage implements JournalStorage {
    private static final int REMEMBERED_BYTES = 64;

    private final Map<String, ForgetfulFile> files = new ConcurrentHashMap<>();
    private final AtomicBoolean locked = new AtomicBoolean();

    @Override
    public Closeable lock() {
        if (!locked.compareAndSet(false, true)) {
            throw new JournalException(
                    "The journal in " + path() + " is in use: give each engine a storage of its own.");
        }
        return () -> locked.set(false);
    }

    @Override
    public List<String> list() {
        return List.copyOf(files.keySet());
    }

    @Override
    public JournalFile create(String name) throws IOException {
        ForgetfulFile file = new ForgetfulFile();
        if (files.putIfAbsent(name, file) != null) {
            throw new IOException(path(name) + " exists");
        }
        return file;
    }

    @Override
    public JournalFile open(String name) throws IOException {
        return find(name);
    }

    @Override
    public JournalFile openToRead(String name) throws IOException {
        return find(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        files.put(to, find(from));
        files.remove(from);
    }

    @Override
    public void delete(String name) throws IOException {
        find(name);
        files.remove(name);
    }

    @Override
    public void forceDirectory() {}

    @Override
    public long usableBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    public String path() {
        return "nowhere";
    }

    private ForgetfulFile find(String name) throws IOException {
        ForgetfulFile file = files.get(name);
        if (file == null) {
            throw new IOException(path(name) + " does not exist");
        }
        return file;
    }

    private static final class ForgetfulFile implements JournalFile {
        private final byte[] first = new byte[REMEMBERED_BYTES];
        private volatile long size;

        @Override
        public int read(ByteBuffer into, long position) {
            int count = (int) Math.max(0, Math.min(into.remaining(), size - position));
            for (long at = position; at < position + count; at++) {
                into.put(at < REMEMBERED_BYTES ? first[(int) at] : 0);
            }
            return count;
        }

        @Override
        public void write(ByteBuffer from, long position) {
            long end = position + from.remaining();
            if (position < REMEMBERED_BYTES) {
                int count = (int) Math.min(from.remaining(), REMEMBERED_BYTES - position);
                from.get(first, (int) position, count);
            }
            size = Math.max(size, end);
            from.position(from.limit());
        }

        @Override
        public void force() {}

        @Override
        public long size() {
            return size;
        }

        @Override
        public void close() {}
    }
}
