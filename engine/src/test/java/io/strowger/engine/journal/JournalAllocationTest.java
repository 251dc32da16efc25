package io.strowger.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.record.RecordLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAllocationTest {
    /** What is allocated for each record or batch shows in every round; what the JVM does once, in one. */
    private static final int ROUNDS = 3;

    private final TestRecords records = new TestRecords();

    @TempDir
    Path directory;

    @Test
    void shouldAllocateNothingWhenAppendingAndCommitting() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Journal journal = Journal.open(new JournalConfig(directory, 16 << 20, 64 << 10, Long.MAX_VALUE, 0))) {
            journal.onDurable(Thread::onSpinWait);
            int length = records.build(1, 300);
            appendBatches(journal, length, 1_000);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS && least > 0; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                appendBatches(journal, length, 500);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).isZero();
        }
    }

    private void appendBatches(Journal journal, int length, int batches) {
        byte[] record = records.array();
        for (int batch = 0; batch < batches; batch++) {
            for (int index = 0; index < 10; index++) {
                LittleEndian.putLong(record, RecordLayout.SEQUENCE, journal.appendedSequence() + 1);
                journal.append(record, 0, length);
            }
            journal.commit();
        }
    }
}
