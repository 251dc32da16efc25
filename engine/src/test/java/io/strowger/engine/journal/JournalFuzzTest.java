package io.strowger.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.internal.LittleEndian;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens files full of anything: the answer is an exception for the operator or the records that were written. */
class JournalFuzzTest {
    private static final int SEGMENT_BYTES = 64 << 10;
    private static final int ROUNDS = 250;
    private static final JournalConfig CONFIG =
            new JournalConfig(Path.of("simulated"), SEGMENT_BYTES, 4 << 10, Long.MAX_VALUE, 0);

    private final TestRecords records = new TestRecords();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldRefuseOrBeEmptyWhenFilesHoldRandomBytes(long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            SimulatedStorage storage = new SimulatedStorage();
            for (int segment = 1 + random.nextInt(2); segment > 0; segment--) {
                SegmentMaker maker = new SegmentMaker(storage, 7, SEGMENT_BYTES);
                maker.make(segment);
                byte[] bytes = storage.bytes(SegmentHeader.fileName(segment));
                int from = random.nextInt(4) == 0 ? 0 : SegmentHeader.BYTES;
                for (int at = from + random.nextInt(200); at < bytes.length; at += 1 + random.nextInt(30)) {
                    bytes[at] = (byte) random.nextInt();
                }
            }
            List<Long> sequences = readIfItOpens(storage);
            assertThat(sequences).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldRefuseOrGiveAPrefixWhenBytesAreChanged(long seed) {
        Random random = new Random(seed);
        SimulatedStorage written = new SimulatedStorage();
        try (Journal journal = SynchronousSupply.open(CONFIG, written)) {
            for (int batch = 0; batch < 60; batch++) {
                records.appendAll(journal, 1 + random.nextInt(10), random.nextInt(600));
                journal.commit();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            SimulatedStorage storage = written.copy();
            for (int changes = 1 + random.nextInt(20); changes > 0; changes--) {
                byte[] bytes = storage.bytes(SegmentHeader.fileName(1 + random.nextInt(2)));
                int at = random.nextInt(bytes.length);
                int length = Math.min(bytes.length - at, random.nextInt(2_000));
                int from = random.nextInt(bytes.length - length);
                System.arraycopy(bytes, from, bytes, at, length);
            }
            List<Long> sequences = readIfItOpens(storage);
            assertThat(sequences).isEqualTo(TestRecords.range(1, sequences.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldRefuseOrGiveAPrefixWhenHeadersLieUnderAValidChecksum(long seed) {
        Random random = new Random(seed);
        SimulatedStorage written = new SimulatedStorage();
        try (Journal journal = SynchronousSupply.open(CONFIG, written)) {
            for (int batch = 0; batch < 60; batch++) {
                records.appendAll(journal, 3, random.nextInt(600));
                journal.commit();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            SimulatedStorage storage = written.copy();
            byte[] bytes = storage.bytes(SegmentHeader.fileName(1));
            int header = headerAfter(bytes, random.nextInt(bytes.length / 2));
            int field = 16 + 4 * random.nextInt(11);
            LittleEndian.putInt(
                    bytes, header + field, random.nextInt(3) == 0 ? random.nextInt(5) - 2 : random.nextInt());
            CRC32C crc = new CRC32C();
            crc.update(bytes, header, 60);
            LittleEndian.putInt(bytes, header + 60, (int) crc.getValue());
            List<Long> sequences = readIfItOpens(storage);
            assertThat(sequences).isEqualTo(TestRecords.range(1, sequences.size()));
        }
    }

    private static int headerAfter(byte[] bytes, int from) {
        int at = from & -BatchHeader.ALIGNMENT;
        while (LittleEndian.longAt(bytes, at) != BatchHeader.MAGIC) {
            at += BatchHeader.ALIGNMENT;
        }
        return at;
    }

    /** The records, none when the journal refuses to open; what was read before a refusal does not count. */
    private static List<Long> readIfItOpens(SimulatedStorage storage) {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            return TestRecords.sequences(journal);
        } catch (JournalException refused) {
            assertThat(refused).hasMessageContaining("/simulated");
            return List.of();
        }
    }
}
