package io.strowger.engine.journal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk in memory that can do what disks do: fill up, fail at a chosen operation, and, when the power goes, lose any part of
 * what was not forced. A sector keeps either its old or its new content; changes of the directory are lost from some point
 * on.
 */
public final class SimulatedStorage implements JournalStorage {
    private static final int SECTOR_BYTES = 512;
    private static final long NEVER = Long.MAX_VALUE;

    private Map<String, Content> files = new TreeMap<>();
    private final List<Map<String, Content>> directoryStates = new ArrayList<>();
    private long capacityBytes = Long.MAX_VALUE;
    private long operationsLeft = NEVER;
    private long bytesLeft = NEVER;
    private boolean failForces;
    private boolean locked;

    public SimulatedStorage() {
        directoryStates.add(Map.of());
    }

    /** The operation after that many others fails, half done, and all after it: as when the process dies there. */
    public synchronized void dieAfter(long operations) {
        operationsLeft = operations;
    }

    /** The write that comes to more bytes than that ends there, and all operations after it fail. */
    public synchronized void dieAfterBytes(long bytes) {
        bytesLeft = bytes;
    }

    /** From now on forces fail. */
    public synchronized void failForces() {
        failForces = true;
    }

    /** How much all files may hold together. */
    public synchronized void capacityBytes(long bytes) {
        capacityBytes = bytes;
    }

    /** What the next process finds when this one was killed: all that was written, durable or not. */
    public synchronized SimulatedStorage afterKill() {
        SimulatedStorage next = new SimulatedStorage();
        next.files = new TreeMap<>(files);
        next.directoryStates.clear();
        next.directoryStates.addAll(directoryStates);
        return next;
    }

    /** What the next process finds when the power failed. */
    public synchronized SimulatedStorage afterPowerLoss(Random random) {
        SimulatedStorage next = new SimulatedStorage();
        directoryStates
                .get(random.nextInt(directoryStates.size()))
                .forEach((name, content) -> next.files.put(name, content.afterPowerLoss(random)));
        next.directoryStates.set(0, new TreeMap<>(next.files));
        return next;
    }

    /** The bytes of a file, to be changed behind the journal's back. */
    public synchronized byte[] bytes(String name) {
        return files.get(name).current;
    }

    /** A copy in which everything is durable. */
    public synchronized SimulatedStorage copy() {
        SimulatedStorage copy = new SimulatedStorage();
        files.forEach((name, content) -> copy.files.put(name, new Content(content.current.clone())));
        copy.directoryStates.set(0, new TreeMap<>(copy.files));
        return copy;
    }

    @Override
    public synchronized Closeable lock() {
        if (locked) {
            throw new JournalException("The journal in " + path() + " is in use.");
        }
        locked = true;
        return () -> locked = false;
    }

    @Override
    public synchronized List<String> list() {
        return new ArrayList<>(files.keySet());
    }

    @Override
    public synchronized JournalFile create(String name) throws IOException {
        operate();
        if (files.containsKey(name)) {
            throw new IOException(name + " exists");
        }
        files.put(name, new Content(new byte[0]));
        directoryChanged();
        return open(name);
    }

    @Override
    public synchronized JournalFile open(String name) throws IOException {
        Content content = files.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return new File(content);
    }

    @Override
    public JournalFile openToRead(String name) throws IOException {
        return open(name);
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        operate();
        Content content = files.remove(from);
        if (content == null) {
            throw new FileNotFoundException(from);
        }
        files.put(to, content);
        directoryChanged();
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        operate();
        files.remove(name);
        directoryChanged();
    }

    @Override
    public synchronized void forceDirectory() throws IOException {
        operate();
        directoryStates.clear();
        directoryStates.add(new TreeMap<>(files));
    }

    @Override
    public synchronized long usableBytes() {
        return capacityBytes - usedBytes();
    }

    @Override
    public String path() {
        return "/simulated";
    }

    private void directoryChanged() {
        directoryStates.add(new TreeMap<>(files));
    }

    private long usedBytes() {
        return files.values().stream()
                .mapToLong(content -> content.current.length)
                .sum();
    }

    private void operate() throws IOException {
        if (operationsLeft == 0) {
            throw new IOException("died");
        }
        if (operationsLeft != NEVER) {
            operationsLeft--;
        }
    }

    private static final class Content {
        private byte[] current;
        private byte[] durable;
        private final BitSet unforced = new BitSet();

        private Content(byte[] bytes) {
            current = bytes;
            durable = bytes.clone();
        }

        private Content afterPowerLoss(Random random) {
            byte[] left = Arrays.copyOf(durable, current.length);
            boolean all = random.nextInt(8) == 0;
            for (int sector = unforced.nextSetBit(0); sector >= 0; sector = unforced.nextSetBit(sector + 1)) {
                if (all || random.nextBoolean()) {
                    int from = sector * SECTOR_BYTES;
                    System.arraycopy(current, from, left, from, Math.min(SECTOR_BYTES, left.length - from));
                }
            }
            return new Content(left);
        }

        private void write(ByteBuffer source, int position) {
            int length = source.remaining();
            if (position + length > current.length) {
                current = Arrays.copyOf(current, position + length);
            }
            source.get(current, position, length);
            if (length > 0) {
                unforced.set(position / SECTOR_BYTES, (position + length - 1) / SECTOR_BYTES + 1);
            }
        }

        private void force() {
            durable = Arrays.copyOf(durable, current.length);
            for (int sector = unforced.nextSetBit(0); sector >= 0; sector = unforced.nextSetBit(sector + 1)) {
                int from = sector * SECTOR_BYTES;
                System.arraycopy(current, from, durable, from, Math.min(SECTOR_BYTES, current.length - from));
            }
            unforced.clear();
        }
    }

    private final class File implements JournalFile {
        private final Content content;

        private File(Content content) {
            this.content = content;
        }

        @Override
        public int read(ByteBuffer into, long position) {
            synchronized (SimulatedStorage.this) {
                int length = (int) Math.max(0, Math.min(into.remaining(), content.current.length - position));
                into.put(content.current, (int) Math.min(position, content.current.length), length);
                return length;
            }
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            synchronized (SimulatedStorage.this) {
                if (operationsLeft == 0) {
                    operate();
                }
                if (operationsLeft == 1) {
                    from.limit(from.position() + from.remaining() / 2);
                }
                if (from.remaining() > bytesLeft) {
                    from.limit(from.position() + (int) bytesLeft);
                    operationsLeft = 1;
                }
                bytesLeft -= bytesLeft == NEVER ? 0 : from.remaining();
                long grownBy = position + from.remaining() - content.current.length;
                if (grownBy > 0 && grownBy > capacityBytes - usedBytes()) {
                    throw new IOException("No space left on device");
                }
                content.write(from, (int) position);
                operate();
                if (operationsLeft == 0) {
                    throw new IOException("died");
                }
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (SimulatedStorage.this) {
                operate();
                if (failForces) {
                    throw new IOException("Input/output error");
                }
                content.force();
            }
        }

        @Override
        public long size() {
            synchronized (SimulatedStorage.this) {
                return content.current.length;
            }
        }

        @Override
        public void close() {}
    }
}
