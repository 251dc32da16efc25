package io.strowger.bench.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All timers in one list, sorted whenever the next one is asked for. */
final class Timers {
    private final List<Timer> timers = new ArrayList<>();
    private long armed;

    void arm(Kind kind, int organization, long conversation, int agent, long dueAt) {
        timers.add(new Timer(kind, organization, conversation, agent, dueAt, ++armed));
    }

    void cancel(Kind kind, int organization, long conversation, int agent) {
        timers.removeIf(timer -> timer.kind == kind
                && timer.organization == organization
                && timer.conversation == conversation
                && timer.agent == agent);
    }

    boolean isArmed(Kind kind, int organization, long conversation, int agent) {
        return timers.stream()
                .anyMatch(timer -> timer.kind == kind
                        && timer.organization == organization
                        && timer.conversation == conversation
                        && timer.agent == agent);
    }

    /** Takes the next timer that is due, or null. */
    @Nullable
    Timer takeDue(long now) {
        Timer next = next();
        if (next == null || next.dueAt > now) {
            return null;
        }
        timers.remove(next);
        return next;
    }

    /** When the next timer is due; {@link Long#MAX_VALUE} for none. */
    long nextDeadline() {
        Timer next = next();
        return next == null ? Long.MAX_VALUE : next.dueAt;
    }

    private @Nullable Timer next() {
        return timers.stream()
                .min(Comparator.comparingLong(Timer::dueAt).thenComparingLong(Timer::seq))
                .orElse(null);
    }

    enum Kind {
        OFFER_EXPIRY,
        EXCLUSION,
        PREFERENCE,
        WRAP_UP,
        FORGETTING,
        CONNECTION_GRACE,
        RETURN_GRACE,
        REVIEW,
        DRAIN,
        FAIRNESS,
        DELAY,
        RELAXATION,
        START,
        TIME_TO_LIVE,
        NEXT_STATUS,
        BATCH,
        CALENDAR_EDGE,
        QUEUE_HOURS,
        STEP,
        EXCEPTIONS,
        SLA,
        SLA_REVIEW
    }

    record Timer(Kind kind, int organization, long conversation, int agent, long dueAt, long seq) {}
}
