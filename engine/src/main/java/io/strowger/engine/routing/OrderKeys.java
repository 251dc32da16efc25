package io.strowger.engine.routing;

import io.strowger.engine.configuration.QueueConfiguration;

/**
 * Computes the static keys of places in queues: smaller first. Until the year 2200 no key overflows or loses a bit, with
 * every configuration that {@link io.strowger.engine.configuration.ConfigurationCheck} lets pass: instants are less than
 * 2^53 microseconds, priorities take 10 bits, and ages, targets and what all points of priority are worth are at most ten
 * years each. The keys of AGED and EDF are instants in nanoseconds, so that queues of both kinds have one order.
 */
final class OrderKeys {
    private static final int MAX_PRIORITY = 1_000;
    private static final int MICROS_BITS = 53;
    private static final long MICROS_MASK = (1L << MICROS_BITS) - 1;
    private static final long NANOS_PER_MICRO = 1_000;

    /** Due instants that differ in these bits only, about a microsecond, are told apart by the priority. */
    private static final long TIE_MASK = (1L << 10) - 1;

    private OrderKeys() {}

    /**
     * The key of a place. Places with equal keys are told apart by the age, to the nanosecond, and the id.
     *
     * @param waitingSince the instant from which the age counts, artificial age taken off
     * @param dueAt the conversation's own due instant; 0 to leave that to the queue
     */
    static long of(QueueConfiguration queue, int priority, long waitingSince, long dueAt) {
        return switch (queue.order()) {
            case PRIORITY_FIFO -> (long) (MAX_PRIORITY - priority) << MICROS_BITS | micros(waitingSince);
            case AGED -> waitingSince - priority * queue.nanosPerPoint();
            case EDF -> {
                long due = dueAt == 0 ? waitingSince + queue.matching().targetNanos() : dueAt;
                yield due & ~TIE_MASK | MAX_PRIORITY - priority;
            }
        };
    }

    /** The due instant in a key of EDF, without its last bits. */
    static long dueInstant(long orderKey) {
        return orderKey & ~TIE_MASK;
    }

    private static long micros(long instant) {
        return instant / NANOS_PER_MICRO & MICROS_MASK;
    }
}
