package io.strowger.engine.routing;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.OpenHours;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.SlaClock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a queue promises, and in which time, under one configuration. Kept by the conversations whose promises are counted
 * that way, so that a later configuration does not change what was counted before. Immutable but for the calendar's table.
 */
final class ServiceTerms {
    /** No promises, in plain time. */
    static final ServiceTerms NONE =
            new ServiceTerms(ServiceTargets.NONE, new OrganizationCalendars(List.of()), DomainEvent.NOBODY);

    private final ServiceTargets targets;
    private final OrganizationCalendars calendars;
    private final int position;

    ServiceTerms(ServiceTargets targets, OrganizationCalendars calendars, int position) {
        this.targets = targets;
        this.calendars = calendars;
        this.position = position;
    }

    /** Whether others say the same. */
    boolean equalTo(ServiceTerms other) {
        return targets.equals(other.targets) && Objects.equals(calendar(), other.calendar());
    }

    boolean hasCalendar() {
        return position != DomainEvent.NOBODY;
    }

    /** Whether anything is promised. */
    boolean promises() {
        return !targets.equals(ServiceTargets.NONE);
    }

    /** The open time promised, 0 for no promise. */
    long target(SlaClock clock) {
        return switch (clock) {
            case TIME_TO_ASSIGN -> targets.timeToAssignNanos();
            case FIRST_RESPONSE -> targets.firstResponseNanos();
            case NEXT_RESPONSE -> targets.nextResponseNanos();
            case RESOLUTION -> targets.resolutionNanos();
        };
    }

    /** The open time between two instants. */
    long elapsed(long since, long until) {
        return hasCalendar() ? hours().elapsed(since, until) : Math.max(0, until - since);
    }

    /** The instant by which so much open time has passed; {@link OpenHours#NEVER} if that does not come. */
    long add(long since, long openNanos) {
        return hasCalendar() ? hours().add(since, openNanos) : since + Math.max(0, openNanos);
    }

    private OpenHours hours() {
        return calendars.hours(position);
    }

    private @Nullable CalendarConfiguration calendar() {
        return hasCalendar() ? calendars.configuration(position) : null;
    }
}
