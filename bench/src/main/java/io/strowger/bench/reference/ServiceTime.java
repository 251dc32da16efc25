package io.strowger.bench.reference;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.event.SlaClock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a queue promises, and the time in which it is counted: by a walk over the minutes of its calendar. */
final class ServiceTime {
    private static final long MINUTE = 60_000_000_000L;

    private final ServiceTargets targets;
    private final @Nullable CalendarConfiguration calendar;

    private ServiceTime(ServiceTargets targets, @Nullable CalendarConfiguration calendar) {
        this.targets = targets;
        this.calendar = calendar;
    }

    static ServiceTime of(OrganizationConfiguration configuration, QueueConfiguration queue) {
        CalendarConfiguration calendar = configuration.calendars().stream()
                .filter(each -> each.id().equals(queue.service().hours().calendar()))
                .findFirst()
                .orElse(null);
        return new ServiceTime(queue.service().targets(), calendar);
    }

    boolean says(ServiceTime other) {
        return targets.equals(other.targets) && Objects.equals(calendar, other.calendar);
    }

    /** Without promises and hours. */
    boolean isPlain() {
        return calendar == null && targets.equals(ServiceTargets.NONE);
    }

    boolean hasCalendar() {
        return calendar != null;
    }

    long target(SlaClock clock) {
        return switch (clock) {
            case TIME_TO_ASSIGN -> targets.timeToAssignNanos();
            case FIRST_RESPONSE -> targets.firstResponseNanos();
            case NEXT_RESPONSE -> targets.nextResponseNanos();
            case RESOLUTION -> targets.resolutionNanos();
        };
    }

    long elapsed(long since, long until) {
        if (calendar == null) {
            return Math.max(0, until - since);
        }
        long open = 0;
        long at = since;
        while (at < until) {
            long next = Math.min(until, (at / MINUTE + 1) * MINUTE);
            open += Calendars.isOpen(calendar, at) ? next - at : 0;
            at = next;
        }
        return open;
    }

    long add(long since, long open) {
        if (calendar == null || open <= 0) {
            return since + Math.max(0, open);
        }
        long at = since;
        long left = open;
        while (true) {
            long next = (at / MINUTE + 1) * MINUTE;
            if (Calendars.isOpen(calendar, at)) {
                if (left <= next - at) {
                    return at + left;
                }
                left -= next - at;
            }
            at = next;
        }
    }
}
