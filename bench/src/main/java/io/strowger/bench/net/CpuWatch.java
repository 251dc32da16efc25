package io.strowger.bench.net;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Looks at CPU times when a run's measured part begins and when it ends. Called by the run. */
final class CpuWatch implements LongConsumer {
    private static final double NOT_KNOWN = Double.NaN;

    private final long fromNanos;
    private final long endNanos;
    private final @Nullable ProcessHandle server;
    private final LongConsumer next;
    private @Nullable Look first;
    private @Nullable Look last;

    /**
     * @param server null when it is not ours
     * @param next told the same
     */
    CpuWatch(LoadPlan plan, @Nullable ProcessHandle server, LongConsumer next) {
        this.fromNanos = plan.warmUpNanos();
        this.endNanos = plan.warmUpNanos() + plan.measuredNanos();
        this.server = server;
        this.next = next;
    }

    private record Look(long nanos, long serverNanos, long idleNanos) {}

    @Override
    public void accept(long elapsedNanos) {
        if (first == null && elapsedNanos >= fromNanos) {
            first = look();
        } else if (first != null && (last == null || elapsedNanos <= endNanos)) {
            last = look();
        }
        next.accept(elapsedNanos);
    }

    private Look look() {
        return new Look(System.nanoTime(), server == null ? 0 : CpuTime.ofProcess(server), CpuTime.idleOfMachine());
    }

    /** The server's CPU time in cores, 1 for one that is busy all the time; NaN when it is not known. */
    double serverCores() {
        Look from = first;
        Look to = last;
        return server == null || from == null || to == null
                ? NOT_KNOWN
                : (double) (to.serverNanos - from.serverNanos) / (to.nanos - from.nanos);
    }

    /** What the machine had left, in cores; NaN when it is not known. */
    double idleCores() {
        Look from = first;
        Look to = last;
        return from == null || to == null
                ? NOT_KNOWN
                : (double) (to.idleNanos - from.idleNanos) / (to.nanos - from.nanos);
    }
}
