package io.strowger.engine.journal;

import static io.strowger.engine.journal.TestRecords.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final int SEGMENT_BYTES = 64 << 10;

    private final TestRecords records = new TestRecords();

    @TempDir
    Path directory;

    @Test
    void shouldBeEmptyWhenItIsNew() {
        try (Journal journal = open()) {
            assertThat(journal.durableSequence()).isZero();
            assertThat(journal.lastTime()).isZero();
            assertThat(journal.oldestSequence()).isEqualTo(1);
            assertThat(TestRecords.sequences(journal)).isEmpty();
            assertThat(journal.hasRoom()).isTrue();
        }
    }

    @Test
    void shouldFindAllRecordsAgainWhenOpenedTwice() {
        try (Journal journal = open()) {
            records.appendAll(journal, 10, 100);
            journal.commit();
            records.appendAll(journal, 5, 0);
            journal.commit();
            assertThat(journal.durableSequence()).isEqualTo(15);
        }
        try (Journal journal = open()) {
            assertThat(journal.durableSequence()).isEqualTo(15);
            assertThat(journal.lastTime()).isEqualTo(TestRecords.EPOCH + 15);
            records.appendAll(journal, 5, 300);
            journal.commit();
        }
        try (Journal journal = open()) {
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(1, 20));
            assertThat(journal.lastTime()).isEqualTo(TestRecords.EPOCH + 20);
        }
    }

    @Test
    void shouldRecoverFromTheMiddleWhenASnapshotHasTheRest() {
        try (Journal journal = open()) {
            records.appendAll(journal, 1_000, 200);
            journal.commit();
            AtomicLong first = new AtomicLong();
            journal.recover(700, view -> first.compareAndSet(0, view.sequence()));
            assertThat(first).hasValue(700);
            journal.recover(1_001, view -> first.set(-1));
            assertThat(first).hasValue(700);
        }
    }

    @Test
    void shouldForgetWhatWasNotCommittedWhenClosed() {
        try (Journal journal = open()) {
            records.appendAll(journal, 3, 100);
            journal.commit();
            records.appendAll(journal, 3, 100);
            assertThat(journal.appendedSequence()).isEqualTo(6);
            assertThat(journal.durableSequence()).isEqualTo(3);
        }
        try (Journal journal = open()) {
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(1, 3));
        }
    }

    @Test
    void shouldGoOnInFurtherSegmentsWhenOneIsFull() {
        try (Journal journal = open()) {
            for (int batch = 0; batch < 100; batch++) {
                records.appendAll(journal, 7, 500);
                journal.commit();
            }
            assertThat(directory.toFile().list()).hasSizeGreaterThan(5);
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(1, 700));
        }
        try (Journal journal = open()) {
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(1, 700));
        }
    }

    @Test
    void shouldWriteInStepsWhenABatchOutgrowsTheBuffer() {
        try (Journal journal = open()) {
            records.appendAll(journal, 50, 1_000);
            journal.commit();
            records.append(journal, 10_000);
            records.append(journal, 20);
            records.append(journal, 60_000);
            records.append(journal, 20);
            assertThat(journal.durableSequence()).isEqualTo(50);
            journal.commit();
            assertThat(journal.durableSequence()).isEqualTo(54);
        }
        try (Journal journal = open()) {
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(1, 54));
        }
    }

    @Test
    void shouldTakeTheLargestRecordWhenSegmentsHaveTheUsualSize() {
        JournalConfig config = JournalConfig.in(directory);
        try (Journal journal = Journal.open(config)) {
            records.append(journal, 100);
            records.append(journal, RecordLayout.MAX_RECORD_BYTES - RecordLayout.HEADER_BYTES);
            records.append(journal, 100);
            journal.commit();
        }
        try (Journal journal = Journal.open(config)) {
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(1, 3));
        }
    }

    @Test
    void shouldRefuseARecordWhenItFitsIntoNoSegment() {
        try (Journal journal = open()) {
            assertThatThrownBy(() -> records.append(journal, SEGMENT_BYTES))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("journal.segment-bytes");
        }
    }

    @Test
    void shouldRefuseARecordWhenItIsNotTheNext() {
        try (Journal journal = open()) {
            int length = records.build(2, 10);
            assertThatThrownBy(() -> journal.append(records.array(), 0, length))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 is the next");
            records.append(journal, 10);
            journal.commit();
            assertThat(journal.durableSequence()).isEqualTo(1);
        }
    }

    @Test
    void shouldTellListenersWhenRecordsBecameDurable() {
        try (Journal journal = open()) {
            AtomicLong seen = new AtomicLong();
            journal.onDurable(() -> seen.set(journal.durableSequence()));
            records.appendAll(journal, 3, 10);
            journal.commit();
            assertThat(seen).hasValue(3);
            seen.set(-1);
            journal.commit();
            assertThat(seen).hasValue(-1);
        }
    }

    @Test
    void shouldReadOnWhenTheReaderStandsAtTheEnd() {
        try (Journal journal = open();
                JournalReader reader = journal.reader(1)) {
            RecordView view = new RecordView();
            assertThat(reader.next(view)).isFalse();
            records.append(journal, 10);
            assertThat(reader.next(view)).isFalse();
            journal.commit();
            assertThat(reader.next(view)).isTrue();
            assertThat(view.sequence()).isEqualTo(1);
            assertThat(reader.nextSequence()).isEqualTo(2);
            assertThat(reader.next(view)).isFalse();
        }
    }

    @Test
    void shouldWaitWhenTheReaderStandsBeyondTheEnd() {
        try (Journal journal = open();
                JournalReader reader = journal.reader(5)) {
            RecordView view = new RecordView();
            records.appendAll(journal, 4, 10);
            journal.commit();
            assertThat(reader.next(view)).isFalse();
            assertThat(reader.nextSequence()).isEqualTo(5);
            records.append(journal, 10);
            journal.commit();
            assertThat(reader.next(view)).isTrue();
            assertThat(view.sequence()).isEqualTo(5);
        }
    }

    @Test
    void shouldDeleteOnlyWholeSegmentsWhenTheirRecordsAreNotNeeded() {
        try (Journal journal = open()) {
            for (int batch = 0; batch < 100; batch++) {
                records.appendAll(journal, 7, 500);
                journal.commit();
            }
            long used = journal.usedBytes();
            journal.deleteBefore(400);
            assertThat(journal.oldestSequence()).isBetween(250L, 400L);
            assertThat(journal.usedBytes()).isLessThan(used);
            assertThatThrownBy(() -> journal.reader(journal.oldestSequence() - 1))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("no longer in the journal");
            journal.deleteBefore(Long.MAX_VALUE);
            assertThat(journal.oldestSequence()).isLessThanOrEqualTo(700);
        }
        try (Journal journal = open()) {
            assertThat(journal.durableSequence()).isEqualTo(700);
            records.append(journal, 10);
            journal.commit();
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(journal.oldestSequence(), 701));
        }
    }

    @Test
    void shouldHaveNoRoomWhenTheLimitIsNear() {
        try (Journal journal = open()) {
            while (journal.hasRoom()) {
                records.appendAll(journal, 10, 500);
                journal.commit();
            }
            assertThat(journal.noRoomReason()).contains("journal.max-bytes");
            journal.deleteBefore(journal.durableSequence());
            assertThat(journal.hasRoom()).isTrue();
            assertThat(journal.noRoomReason()).isNull();
        }
    }

    @Test
    void shouldHaveNoRoomWhenTheDiskIsNearlyFull() {
        JournalConfig config = new JournalConfig(directory, SEGMENT_BYTES, 4 << 10, 1 << 20, Long.MAX_VALUE);
        try (Journal journal = Journal.open(config)) {
            assertThat(journal.hasRoom()).isFalse();
            assertThat(journal.noRoomReason()).contains("journal.minimum-free-bytes", directory.toString());
        }
    }

    @Test
    void shouldRefuseToOpenWhenItIsOpen() {
        try (Journal journal = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by this process");
            records.append(journal, 10);
            journal.commit();
        }
        open().close();
    }

    private Journal open() {
        return Journal.open(new JournalConfig(directory, SEGMENT_BYTES, 8 << 10, 1 << 20, 0));
    }
}
