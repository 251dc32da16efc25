package io.strowger.bench.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/** The calibration: does the work of each yardstick. One thread. */
final class Yardsticks implements AutoCloseable {
    private static final int MULTIPLIER = 0x9E3779B1;
    private static final int TABLE_BITS = 20;
    private static final int WORDS = 1 << TABLE_BITS; // 8 MiB, more than the caches that belong to one core
    private static final int WORDS_A_ROW = 8;
    private static final int ROWS_A_UNIT = 16;
    private static final int ARITHMETIC_A_UNIT = 16;
    private static final int RECORD_BYTES = 256;
    private static final int BATCH_BYTES = 32 << 10;

    private final long[] table = new long[WORDS];
    private final byte[] batch = new byte[BATCH_BYTES];
    private final byte[] records = new byte[1 << TABLE_BITS];
    private final ByteBuffer writes = ByteBuffer.allocateDirect(BATCH_BYTES);
    private final CRC32C checksum = new CRC32C();
    private final FileChannel file;
    private int state = 1;
    private long position;

    /** @param path of a file that is made, and written for ever over again */
    Yardsticks(Path path) {
        SplittableRandom random = new SplittableRandom(42);
        for (int index = 0; index < WORDS; index++) {
            table[index] = random.nextLong();
        }
        random.nextBytes(records);
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what belongs beside one round. The result is there to be kept, so that nothing is optimized away. */
    int run(Yardstick yardstick) {
        int units = yardstick.units();
        state = switch (yardstick) {
            case ARITHMETIC -> arithmetic(state, units * ARITHMETIC_A_UNIT);
            case LOOK_UPS -> lookUps(state, units);
            case ROWS -> rows(state, units);
            case COPIES -> copies(state, units);
            case WRITES -> writes(state, units);
        };
        return state;
    }

    /** Lets the file begin again at its beginning, as a journal begins a new segment. */
    void rewind() {
        try {
            file.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        position = 0;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int arithmetic(int from, int steps) {
        int hash = from;
        int sum = 0;
        for (int step = steps; step > 0; step--) {
            hash = Integer.rotateLeft(hash ^ step, 13) * MULTIPLIER;
            sum += hash >>> 7 ^ sum << 1;
        }
        return hash ^ sum;
    }

    private int lookUps(int from, int units) {
        int hash = from;
        for (int unit = units; unit > 0; unit--) {
            hash = (hash ^ unit) * MULTIPLIER;
            long word = table[hash >>> Integer.SIZE - TABLE_BITS];
            if ((word & 1) == 0) {
                hash += (int) word;
            } else {
                hash ^= (int) (word >>> Integer.SIZE);
            }
        }
        return hash;
    }

    private int rows(int from, int units) {
        int hash = from;
        long sum = 0;
        for (int unit = units; unit > 0; unit--) {
            for (int row = 0; row < ROWS_A_UNIT; row++) {
                hash = hash * MULTIPLIER + row;
                int at = hash >>> Integer.SIZE - TABLE_BITS & -WORDS_A_ROW;
                sum += table[at] + (table[at + 1] >>> 8);
            }
        }
        return hash ^ (int) (sum ^ sum >>> Integer.SIZE);
    }

    private int copies(int from, int units) {
        int hash = from;
        int at = 0;
        for (int unit = units; unit > 0; unit--) {
            hash = (hash ^ unit) * MULTIPLIER;
            System.arraycopy(records, (hash >>> Integer.SIZE - TABLE_BITS) & -RECORD_BYTES, batch, at, RECORD_BYTES);
            checksum.reset();
            checksum.update(batch, at, RECORD_BYTES);
            hash += (int) checksum.getValue();
            at = at + RECORD_BYTES & BATCH_BYTES - 1;
        }
        return hash;
    }

    private int writes(int from, int units) {
        try {
            for (int unit = units; unit > 0; unit--) {
                writes.clear();
                position += file.write(writes, position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return from + (int) position;
    }
}
