package io.strowger.engine.explain;

import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaStatus;

/**
 * How a promise about a conversation stands.
 *
 * @param clock what was promised
 * @param status how it stands
 * @param targetNanos the open time within which it was promised
 * @param consumedNanos how much of that was counted: of a running one until {@code since}
 * @param since from when a running one counts on, epoch nanoseconds; else 0
 * @param dueAt when a running one is broken, or a broken one was, epoch nanoseconds; else, or if that never comes, 0
 */
public record Promise(SlaClock clock, SlaStatus status, long targetNanos, long consumedNanos, long since, long dueAt) {
    /** The promise as it is told. */
    public static Promise of(SlaClockChanged event) {
        return new Promise(event.clock, event.status, event.targetNanos, event.consumedNanos, event.since, event.dueAt);
    }
}
