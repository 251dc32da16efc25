package io.strowger.engine.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The opening hours of a queue or a whole organization.
 *
 * @param id the calendar's name
 * @param zone an IANA time zone, such as {@code Europe/Berlin}
 * @param week seven days, Monday first
 * @param exceptions hours of single dates, instead of those of their weekday
 */
public record CalendarConfiguration(String id, String zone, List<DayHours> week, Map<LocalDate, DayHours> exceptions) {
    /** Days of {@link #week()}. */
    public static final int WEEK_DAYS = 7;

    /** @throws IllegalArgumentException when the zone is not known, or when it is never open */
    public CalendarConfiguration {
        week = List.copyOf(week);
        exceptions = Collections.unmodifiableMap(new TreeMap<>(exceptions));
        if (week.size() != WEEK_DAYS) {
            throw new IllegalArgumentException("a week has seven days, not " + week.size());
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time zone is called " + zone, e);
        }
        if (week.stream().allMatch(DayHours::isClosed)
                && exceptions.values().stream().allMatch(DayHours::isClosed)) {
            throw new IllegalArgumentException("calendar " + id + " is never open");
        }
    }

    /** The hours of a date. */
    DayHours on(LocalDate date) {
        DayHours exception = exceptions.get(date);
        return exception != null ? exception : week.get(date.getDayOfWeek().getValue() - 1);
    }

    /** The last date that it is open on, or that bound when it is open every week. */
    LocalDate lastOpenDate(LocalDate bound) {
        if (week.stream().anyMatch(day -> !day.isClosed())) {
            return bound;
        }
        return exceptions.entrySet().stream()
                .filter(each -> !each.getValue().isClosed())
                .map(Map.Entry::getKey)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
