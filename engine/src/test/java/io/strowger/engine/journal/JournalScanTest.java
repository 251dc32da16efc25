package io.strowger.engine.journal;

import static io.strowger.engine.journal.TestRecords.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.record.RecordView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads beside the writer, and files that nobody may change. */
class JournalScanTest {
    private static final int SEGMENT_BYTES = 64 << 10;
    private static final JournalConfig SIMULATED =
            new JournalConfig(Path.of("simulated"), SEGMENT_BYTES, 4 << 10, Long.MAX_VALUE, 0);

    @TempDir
    private Path directory;

    private final TestRecords records = new TestRecords();
    private final SimulatedStorage storage = new SimulatedStorage();

    @Test
    void shouldReadAllSegmentsAndWhatComesMeanwhileWhenTheWriterIsOpen() {
        JournalConfig config = new JournalConfig(directory, SEGMENT_BYTES, 4 << 10, Long.MAX_VALUE, 0);
        try (Journal journal = Journal.open(config)) {
            write(journal, 500);
            try (JournalScan scan = JournalScan.of(directory)) {
                assertThat(scan.nextSequence()).isEqualTo(1);
                assertThat(rest(scan)).isEqualTo(range(1, 500));
                write(journal, 700);
                assertThat(scan.nextSequence()).isEqualTo(501);
                assertThat(rest(scan)).isEqualTo(range(501, 1_200));
                assertThat(rest(scan)).isEmpty();
            }
        }
    }

    @Test
    void shouldBeginWithTheOldestRecordThatIsThere() {
        try (Journal journal = SynchronousSupply.open(SIMULATED, storage)) {
            write(journal, 1_000);
            journal.deleteBefore(800);
            long oldest = journal.oldestSequence();

            assertThat(oldest).isGreaterThan(1);
            assertThat(scanned(storage)).isEqualTo(range(oldest, 1_000));
        }
    }

    @Test
    void shouldLeaveEveryFileAsItIsWhenTheLastBatchIsTorn() throws IOException {
        JournalConfig config = new JournalConfig(directory, SEGMENT_BYTES, 4 << 10, Long.MAX_VALUE, 0);
        int end;
        try (Journal journal = Journal.open(config)) {
            write(journal, 20);
            end = LogPosition.offset(journal.durablePosition());
            write(journal, 1);
        }
        Path segment = directory.resolve(SegmentHeader.fileName(1));
        byte[] bytes = Files.readAllBytes(segment);
        bytes[end + BatchHeader.BYTES + 100] ^= 1;
        Files.write(segment, bytes);
        Map<String, byte[]> before = files();

        try (JournalScan scan = JournalScan.of(directory)) {
            assertThat(rest(scan)).isEqualTo(range(1, 20));
            assertThat(rest(scan)).isEmpty();
        }
        assertThat(files()).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void shouldSayWhereWhenSomethingThatWasDurableIsDamaged() {
        int first;
        try (Journal journal = SynchronousSupply.open(SIMULATED, storage)) {
            first = LogPosition.offset(journal.durablePosition());
            write(journal, 1_000);
        }
        SimulatedStorage damaged = storage.copy();
        damaged.bytes(SegmentHeader.fileName(1))[first + 200] ^= 4;
        assertThatThrownBy(() -> scanned(damaged))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("segment-0000000001.journal is damaged at byte " + first);
        SimulatedStorage later = storage.copy();
        later.bytes(SegmentHeader.fileName(2))[first + 200] ^= 4;
        assertThatThrownBy(() -> scanned(later))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is damaged at byte");
    }

    @Test
    void shouldNameTheSegmentThatIsMissing() throws IOException {
        try (Journal journal = SynchronousSupply.open(SIMULATED, storage)) {
            write(journal, 1_000);
        }
        storage.delete(SegmentHeader.fileName(2));

        assertThatThrownBy(() -> JournalScan.of(storage))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("segment-0000000002.journal is missing");
    }

    @Test
    void shouldSayThatThereIsNoJournalAndMakeNone() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");
        Path nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() -> JournalScan.of(nowhere)).hasMessageContaining("there is no such directory");
        assertThatThrownBy(() -> JournalScan.of(file)).hasMessageContaining("it is not a directory");
        assertThatThrownBy(() -> JournalScan.of(directory)).hasMessageContaining("it has no segment-*.journal files");
        assertThat(nowhere).doesNotExist();
        Files.writeString(directory.resolve(SegmentHeader.fileName(1)), "text");
        assertThatThrownBy(() -> JournalScan.of(directory)).hasMessageContaining("no segment of a journal begins");
    }

    private void write(Journal journal, int count) {
        for (int index = 0; index < count; index++) {
            records.append(journal, 200);
            journal.commit();
        }
    }

    private static List<Long> scanned(JournalStorage from) {
        try (JournalScan scan = JournalScan.of(from)) {
            return rest(scan);
        }
    }

    private static List<Long> rest(JournalScan scan) {
        List<Long> sequences = new ArrayList<>();
        RecordView view = new RecordView();
        while (scan.next(view)) {
            assertThat(TestRecords.isIntact(view)).isTrue();
            sequences.add(view.sequence());
        }
        return sequences;
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName() + " " + Files.getLastModifiedTime(file), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
