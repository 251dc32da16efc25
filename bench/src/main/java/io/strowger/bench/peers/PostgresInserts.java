package io.strowger.bench.peers;

import io.strowger.bench.rig.Histograms;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;

/** One client that inserts row after row. Runs on a thread of its own; read it when it has ended. */
final class PostgresInserts implements Callable<Void> {
    private final Connection connection;
    private final List<String> payloads;
    private final long firstId;
    private final int step;
    private final long startNanos;
    private final long endNanos;
    private final Histogram nanos = Histograms.ofNanos();
    private long inserted;
    private long cpuNanos;

    /**
     * @param connection closed when this ends
     * @param firstId of the first row; those that follow are {@code step} apart
     * @param startNanos from when on inserts are measured
     * @param endNanos when it ends
     */
    PostgresInserts(
            Connection connection, List<String> payloads, long firstId, int step, long startNanos, long endNanos) {
        this.connection = connection;
        this.payloads = payloads;
        this.firstId = firstId;
        this.step = step;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
    }

    @Override
    public Void call() throws SQLException {
        try (connection;
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO message (id, payload) VALUES (?, ?)")) {
            long before = System.nanoTime();
            while (before - endNanos < 0) {
                insert.setLong(1, firstId + inserted * step);
                insert.setString(2, payloads.get((int) ((firstId + inserted) % payloads.size())));
                insert.executeUpdate();
                inserted++;
                long after = System.nanoTime();
                if (before - startNanos >= 0 && after - endNanos < 0) {
                    Histograms.record(nanos, after - before);
                }
                before = after;
            }
        }
        cpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return null;
    }

    /** Nanoseconds of each insert that was measured. */
    Histogram nanos() {
        return nanos;
    }

    /** All inserts. */
    long inserted() {
        return inserted;
    }

    /** Processor time that it took. */
    long cpuNanos() {
        return cpuNanos;
    }
}
