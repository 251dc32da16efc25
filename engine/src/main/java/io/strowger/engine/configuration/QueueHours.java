package io.strowger.engine.configuration;

import org.jspecify.annotations.Nullable;

/**
 * When a queue is open, and what happens while it is closed.
 *
 * @param calendar id of the calendar; null for a queue that is always open
 * @param whenClosed what becomes of conversations that come while it is closed
 * @param closedQueue id of the queue that they go to with {@link WhenClosed#MOVE}, else null
 * @param clearsAtClosing whether the same becomes of those that wait when it closes; else they go on waiting
 * @param freshAtOpening whether those that were set aside count as waiting since the opening only; else they keep their age
 */
public record QueueHours(
        @Nullable String calendar,
        WhenClosed whenClosed,
        @Nullable String closedQueue,
        boolean clearsAtClosing,
        boolean freshAtOpening) {
    /** Always open. */
    public static final QueueHours ALWAYS = new QueueHours(null, WhenClosed.PARK, null, false, false);
}
