package io.strowger.engine.journal;

import static io.strowger.engine.journal.TestRecords.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.internal.LittleEndian;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes single bits, tears tails, and looks at what opening says about it. */
class JournalDamageTest {
    private static final JournalConfig CONFIG =
            new JournalConfig(Path.of("simulated"), 64 << 10, 4 << 10, Long.MAX_VALUE, 0);

    private final TestRecords records = new TestRecords();
    private final SimulatedStorage storage = new SimulatedStorage();
    private final List<Batch> batches = new ArrayList<>();
    private long lastSequence;

    @BeforeEach
    void write() throws IOException {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            Random random = new Random(3);
            while (journal.appendedSequence() < 600) {
                records.appendAll(journal, 1 + random.nextInt(6), random.nextInt(500));
                journal.commit();
            }
            lastSequence = journal.durableSequence();
        }
        findBatches();
        assertThat(segmentCount()).isGreaterThan(2);
    }

    @Test
    void shouldSayWhereWhenAnyBitBeforeTheProvenPointIsFlipped() {
        Random random = new Random(17);
        for (Batch batch : batches.subList(0, batches.size() - 1)) {
            int at = batch.offset() + random.nextInt(BatchHeader.BYTES + batch.length());
            assertStopped(batch, flipped(batch.file(), at, random.nextInt(8)), at);
        }
        Batch batch = batches.get(batches.size() - 2);
        for (int at = batch.offset(); at < batch.offset() + BatchHeader.BYTES + batch.length(); at++) {
            assertStopped(batch, flipped(batch.file(), at, random.nextInt(8)), at);
        }
    }

    @Test
    void shouldSayWhereWhenASegmentsHeaderIsDamaged() {
        for (int at = 0; at < SegmentHeader.BYTES; at++) {
            SimulatedStorage damaged = flipped(SegmentHeader.fileName(2), at, at % 8);
            assertThatThrownBy(() -> readAll(damaged))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("/simulated/segment-0000000002.journal is damaged at byte 0");
        }
    }

    @Test
    void shouldLoseOnlyTheLastBatchWhenThatIsDamaged() {
        Batch last = batches.get(batches.size() - 1);
        for (int at = last.offset(); at < last.offset() + BatchHeader.BYTES + last.length(); at++) {
            assertThat(readAll(flipped(last.file(), at, at % 8))).isEqualTo(range(1, last.firstSequence() - 1));
        }
    }

    @Test
    void shouldReadEverythingWhenABitWhereNothingStandsIsFlipped() {
        Batch last = batches.get(batches.size() - 1);
        for (int at = last.end(); at < last.end() + 1_000; at++) {
            SimulatedStorage damaged = flipped(last.file(), at, at % 8);
            assertThat(readAll(damaged)).isEqualTo(range(1, lastSequence));
            assertThat(damaged.bytes(last.file())[at]).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Tear.class)
    void shouldCutTheLastBatchWhenItIsTornAtAnyByte(Tear tear) {
        Batch last = batches.get(batches.size() - 1);
        byte[] whole = storage.bytes(last.file()).clone();
        int end = last.offset() + BatchHeader.BYTES + last.length();
        for (int at = last.offset(); at < end; at++) {
            SimulatedStorage torn = storage.copy();
            byte[] bytes = torn.bytes(last.file());
            for (int index = last.offset(); index < end; index++) {
                if (tear.isLost(index, at)) {
                    bytes[index] = (byte) tear.instead.applyAsInt(index);
                }
            }
            boolean same = Arrays.equals(bytes, whole);
            long expected = same ? lastSequence : last.firstSequence() - 1;
            assertThat(readAll(torn)).isEqualTo(range(1, expected));
            appendOne(torn);
            assertThat(readAll(torn)).isEqualTo(range(1, expected + 1));
        }
    }

    @Test
    void shouldStopWhenASegmentIsMissing() throws IOException {
        storage.delete(SegmentHeader.fileName(2));
        assertThatThrownBy(() -> readAll(storage))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("/simulated/segment-0000000002.journal is missing");
    }

    @Test
    void shouldStopWhenASegmentIsOfAnotherJournal() throws IOException {
        SimulatedStorage other = new SimulatedStorage();
        try (Journal journal = SynchronousSupply.open(CONFIG, other)) {
            records.append(journal, 10);
            journal.commit();
        }
        byte[] foreign = other.bytes(SegmentHeader.fileName(1));
        byte[] bytes = storage.bytes(SegmentHeader.fileName(1));
        System.arraycopy(foreign, 0, bytes, 0, bytes.length);
        assertThatThrownBy(() -> readAll(storage))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("belongs to another journal");
    }

    @Test
    void shouldAskForALaterReleaseWhenTheSegmentHasALaterVersion() {
        byte[] bytes = storage.bytes(SegmentHeader.fileName(1));
        bytes[28] = 9;
        rewriteChecksum(bytes, 0);
        assertThatThrownBy(() -> readAll(storage))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("has version 9 at byte 0, this release reads up to 1");
    }

    @Test
    void shouldAskForALaterReleaseWhenABatchHasALaterVersion() {
        Batch last = batches.get(batches.size() - 1);
        byte[] bytes = storage.bytes(last.file());
        bytes[last.offset() + 52] = 4;
        rewriteChecksum(bytes, last.offset());
        assertThatThrownBy(() -> readAll(storage))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("has version 4 at byte " + last.offset());
    }

    @Test
    void shouldIgnoreOldBytesWhenTheyAreOfAnotherPlaceOrJournal() {
        Batch last = batches.get(batches.size() - 1);
        byte[] bytes = storage.bytes(last.file());
        Batch earlier = batches.get(batches.size() - 3);
        System.arraycopy(bytes, earlier.offset(), bytes, last.end(), earlier.end() - earlier.offset());
        assertThat(readAll(storage)).isEqualTo(range(1, lastSequence));
        assertThat(bytes[last.end()]).isZero();
    }

    private void assertStopped(Batch batch, SimulatedStorage damaged, int at) {
        assertThatThrownBy(() -> readAll(damaged))
                .as("bit at %d of %s", at, batch)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("/simulated/" + batch.file() + " is damaged at byte " + batch.offset() + " ")
                .hasMessageContaining("restore the file from a copy");
    }

    private SimulatedStorage flipped(String file, int at, int bit) {
        SimulatedStorage copy = storage.copy();
        copy.bytes(file)[at] ^= (byte) (1 << bit);
        return copy;
    }

    private static List<Long> readAll(SimulatedStorage storage) {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            return TestRecords.sequences(journal);
        }
    }

    private void appendOne(SimulatedStorage torn) {
        try (Journal journal = SynchronousSupply.open(CONFIG, torn)) {
            records.append(journal, 77);
            journal.commit();
        }
    }

    private static void rewriteChecksum(byte[] bytes, int offset) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, 60);
        LittleEndian.putInt(bytes, offset + 60, (int) crc.getValue());
    }

    private void findBatches() throws IOException {
        byte[] first = storage.bytes(SegmentHeader.fileName(1));
        try (BatchReader reader = new BatchReader(storage, LittleEndian.longAt(first, 8))) {
            for (long segment = 1; segment <= segmentCount(); segment++) {
                reader.open(segment);
                int offset = Segment.FIRST_OFFSET;
                while (reader.read(offset, reader.segmentBytes(), -1) == BatchReader.Found.BATCH) {
                    BatchHeader header = reader.header();
                    batches.add(
                            new Batch(SegmentHeader.fileName(segment), offset, header.length, header.firstSequence));
                    offset += BatchHeader.paddedBytes(header.length);
                }
            }
        }
    }

    private int segmentCount() {
        return storage.list().size();
    }

    /** In which way the unforced batch did not reach the disk. */
    enum Tear {
        ZEROS_FROM(index -> 0) {
            @Override
            boolean isLost(int index, int at) {
                return index >= at;
            }
        },
        ZEROS_UP_TO(index -> 0) {
            @Override
            boolean isLost(int index, int at) {
                return index <= at;
            }
        },
        GARBAGE_FROM(index -> index * 31) {
            @Override
            boolean isLost(int index, int at) {
                return index >= at;
            }
        };

        private final IntUnaryOperator instead;

        Tear(IntUnaryOperator instead) {
            this.instead = instead;
        }

        abstract boolean isLost(int index, int at);
    }

    private record Batch(String file, int offset, int length, long firstSequence) {
        int end() {
            return offset + BatchHeader.paddedBytes(length);
        }
    }
}
