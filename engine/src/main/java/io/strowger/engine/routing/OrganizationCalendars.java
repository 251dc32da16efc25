package io.strowger.engine.routing;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.OpenHours;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.Hashes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of an organization's configuration in force, by their positions in it. What events said about them is state;
 * {@link #hours} is for deciding only.
 */
final class OrganizationCalendars {
    private final List<CalendarConfiguration> configurations;
    private final @Nullable OpenHours[] hours;

    /** When each turns next, 0 for never. */
    final long[] nextAt;

    final long[] timers;
    final boolean[] open;

    OrganizationCalendars(List<CalendarConfiguration> configurations) {
        this.configurations = configurations;
        hours = new OpenHours[configurations.size()];
        nextAt = new long[configurations.size()];
        timers = new long[configurations.size()];
        open = new boolean[configurations.size()];
        Arrays.fill(timers, TimingWheel.NO_TIMER);
    }

    int count() {
        return open.length;
    }

    /** The position of the calendar with that id; {@link DomainEvent#NOBODY} for none. */
    int position(@Nullable String id) {
        for (int position = 0; position < configurations.size(); position++) {
            if (configurations.get(position).id().equals(id)) {
                return position;
            }
        }
        return DomainEvent.NOBODY;
    }

    CalendarConfiguration configuration(int position) {
        return configurations.get(position);
    }

    /** The instants of a calendar; made when they are first asked for. */
    OpenHours hours(int position) {
        OpenHours known = hours[position];
        if (known == null) {
            known = new OpenHours(configurations.get(position));
            hours[position] = known;
        }
        return known;
    }

    long stateHash() {
        long hash = open.length;
        for (int position = 0; position < open.length; position++) {
            hash = Hashes.combine(hash, open[position] ? 1 : 0);
            hash = Hashes.combine(hash, nextAt[position]);
        }
        return hash;
    }
}
