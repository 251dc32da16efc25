package io.strowger.engine.journal;

import static io.strowger.engine.journal.TestRecords.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Writes and forces that fail, and disks that fill up. */
class JournalFailureTest {
    private static final int SEGMENT_BYTES = 64 << 10;
    private static final JournalConfig CONFIG =
            new JournalConfig(Path.of("simulated"), SEGMENT_BYTES, 4 << 10, Long.MAX_VALUE, 0);

    private final TestRecords records = new TestRecords();
    private final SimulatedStorage storage = new SimulatedStorage();

    @Test
    void shouldStayFailedWhenAForceFailed() {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            records.appendAll(journal, 3, 100);
            journal.commit();
            records.append(journal, 100);
            storage.failForces();
            assertFails(journal);
            assertThat(journal.durableSequence()).isEqualTo(3);
        }
        SimulatedStorage next = storage.afterPowerLoss(new Random(1));
        try (Journal journal = SynchronousSupply.open(CONFIG, next)) {
            assertThat(journal.durableSequence()).isBetween(3L, 4L);
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(1, journal.durableSequence()));
        }
    }

    @Test
    void shouldStayFailedWhenAWriteFailed() {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            records.append(journal, 100);
            storage.dieAfter(0);
            assertFails(journal);
            assertThat(journal.durableSequence()).isZero();
        }
    }

    @Test
    void shouldNotRunListenersWhenACommitFailed() {
        try (Journal journal = SynchronousSupply.open(CONFIG, storage)) {
            journal.onDurable(() -> {
                throw new AssertionError("nothing is durable");
            });
            records.append(journal, 100);
            storage.failForces();
            assertFails(journal);
        }
    }

    @Test
    void shouldRefuseAndThenGoOnWhenTheDiskFillsUpAndGetsFreeAgain() {
        storage.capacityBytes(3 * SEGMENT_BYTES);
        try (Journal journal = openInBackground()) {
            awaitThat(() -> storage.list().size() == 2);
            fillSegment(journal);
            fillSegment(journal);
            awaitThat(() -> storage.list().size() == 3);
            assertThat(journal.hasRoom()).isTrue();
            fillSegment(journal);
            awaitThat(() -> !journal.hasRoom());
            assertThat(journal.noRoomReason()).contains("No space left on device", "free some disk");

            // What is under way still has the rest of the segment in use.
            records.append(journal, 100);
            journal.commit();
            storage.capacityBytes(4 * SEGMENT_BYTES);
            awaitThat(journal::hasRoom);
            fillSegment(journal);
            long last = journal.durableSequence();
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(1, last));
        }
    }

    @Test
    void shouldFailInASentenceWhenTheDiskIsFullAndTheLastSegmentToo() {
        storage.capacityBytes(SEGMENT_BYTES);
        try (Journal journal = openInBackground()) {
            awaitThat(() -> !journal.hasRoom());
            assertThatThrownBy(() -> {
                        fillSegment(journal);
                        fillSegment(journal);
                    })
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("can't make its next file in /simulated");
            assertThatThrownBy(journal::commit).hasMessageContaining("failed before");
        }
    }

    @Test
    void shouldUseThePreparedSegmentWhenOpenedAgain() {
        try (Journal journal = openInBackground()) {
            awaitThat(() -> storage.list().size() == 2);
            records.append(journal, 100);
            journal.commit();
        }
        try (Journal journal = openInBackground()) {
            fillSegment(journal);
            fillSegment(journal);
            assertThat(TestRecords.sequences(journal)).isEqualTo(range(1, journal.durableSequence()));
        }
        assertThat(storage.list()).contains(SegmentHeader.fileName(1), SegmentHeader.fileName(2));
    }

    private void assertFails(Journal journal) {
        assertThatThrownBy(journal::commit)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("failed to write to /simulated")
                .hasMessageContaining("check the disk");
        assertThatThrownBy(journal::commit).isInstanceOf(JournalException.class).hasMessageContaining("failed before");
        assertThatThrownBy(() -> records.append(journal, 100))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("failed before");
    }

    /** Appends a little more than fits into the segment that is left. */
    private void fillSegment(Journal journal) {
        long until = journal.usedBytes() + SEGMENT_BYTES - 2_000;
        while (journal.usedBytes() < until) {
            records.append(journal, 500);
            journal.commit();
        }
    }

    private Journal openInBackground() {
        return new JournalOpening(
                        CONFIG,
                        storage,
                        (maker, found, nextNumber) -> new BackgroundSupply(storage, maker, 0, found, nextNumber, 1))
                .open();
    }

    private static void awaitThat(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 20 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
