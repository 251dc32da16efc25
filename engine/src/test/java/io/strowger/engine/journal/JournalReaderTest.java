package io.strowger.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.strowger.engine.record.RecordView;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
    private final TestRecords records = new TestRecords();

    @TempDir
    Path directory;

    @Test
    void shouldSeeEveryRecordOnceAndOnlyDurableOnesWhenReadersRunBesideTheWriter() throws Exception {
        long last = 30_000;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (Journal journal = Journal.open(new JournalConfig(directory, 256 << 10, 16 << 10, Long.MAX_VALUE, 0))) {
            List<Future<Long>> readers = new ArrayList<>();
            for (long from : new long[] {1, 1, 12_345}) {
                readers.add(threads.submit(() -> follow(journal, from, last)));
            }
            Random random = new Random(4);
            while (journal.appendedSequence() < last) {
                long batch = Math.min(1 + random.nextInt(300), last - journal.appendedSequence());
                records.appendAll(journal, (int) batch, random.nextInt(400));
                journal.commit();
            }
            for (Future<Long> reader : readers) {
                assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo(last);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldFindItsPlaceWhenItBeginsAnywhere() {
        try (Journal journal = Journal.open(new JournalConfig(directory, 64 << 10, 16 << 10, Long.MAX_VALUE, 0))) {
            for (int batch = 0; batch < 200; batch++) {
                records.appendAll(journal, 10, 100);
                journal.commit();
            }
            RecordView view = new RecordView();
            for (long from = 1; from <= 2_000; from += 37) {
                try (JournalReader reader = journal.reader(from)) {
                    assertThat(reader.nextSequence()).isEqualTo(from);
                    assertThat(reader.next(view)).isTrue();
                    assertThat(view.sequence()).isEqualTo(from);
                    assertThat(reader.nextSequence()).isEqualTo(from + 1);
                }
            }
        }
    }

    @Test
    void shouldReadOnWhenItsSegmentIsDeletedAndSaySoWhenTheNextIsGone() {
        try (Journal journal = Journal.open(new JournalConfig(directory, 64 << 10, 16 << 10, Long.MAX_VALUE, 0));
                JournalReader reader = journal.reader(1)) {
            for (int batch = 0; batch < 200; batch++) {
                records.appendAll(journal, 10, 100);
                journal.commit();
            }
            RecordView view = new RecordView();
            assertThat(reader.next(view)).isTrue();
            journal.deleteBefore(1_900);
            assertThatThrownBy(() -> {
                        while (reader.next(view)) {
                            assertThat(TestRecords.isIntact(view)).isTrue();
                        }
                    })
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("is no longer in the journal")
                    .hasMessageContaining("begins with " + journal.oldestSequence());
            assertThat(reader.nextSequence()).isGreaterThan(100);
        }
    }

    @Test
    void shouldRefuseWhenClosed() {
        try (Journal journal = Journal.open(JournalConfig.in(directory))) {
            JournalReader reader = journal.reader(1);
            reader.close();
            assertThatThrownBy(() -> reader.next(new RecordView())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldAllocateNothingARecordWhenReading() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Journal journal = Journal.open(new JournalConfig(directory, 16 << 20, 64 << 10, Long.MAX_VALUE, 0))) {
            for (int batch = 0; batch < 20; batch++) {
                records.appendAll(journal, 2_000, 200);
                journal.commit();
            }
            RecordView view = new RecordView();
            try (JournalReader reader = journal.reader(1)) {
                read(reader, view, 20_000);
                long before = threads.getCurrentThreadAllocatedBytes();
                read(reader, view, 20_000);
                // A few bytes for each of the five large reads are the JDK's.
                assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
            }
        }
    }

    private static void read(JournalReader reader, RecordView view, int count) {
        for (int index = 0; index < count; index++) {
            if (!reader.next(view)) {
                throw new AssertionError("ended at " + reader.nextSequence());
            }
        }
    }

    private static long follow(Journal journal, long from, long last) {
        RecordView view = new RecordView();
        long expected = from;
        try (JournalReader reader = journal.reader(from)) {
            while (expected <= last) {
                if (!reader.next(view)) {
                    Thread.onSpinWait();
                    continue;
                }
                assertThat(view.sequence()).isEqualTo(expected).isLessThanOrEqualTo(journal.durableSequence());
                assertThat(TestRecords.isIntact(view)).isTrue();
                expected++;
            }
        }
        return expected - 1;
    }
}
