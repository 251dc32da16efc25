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

    /** How many dates may have hours of their own. */
    public static final int MAX_EXCEPTIONS = 1_000;

    /** Dates with hours of their own are not before that. */
    public static final LocalDate FIRST_DATE = LocalDate.EPOCH;

    /** And not after that: what is open later is never asked. */
    public static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);

    /** @throws IllegalArgumentException when the zone is not known, when it is never open, or with too many or too distant exceptions */
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
        if (exceptions.size() > MAX_EXCEPTIONS) {
            throw new IllegalArgumentException("calendar " + id + " has " + exceptions.size() + " exceptions, at most "
                    + MAX_EXCEPTIONS + " are taken");
        }
        for (LocalDate date : exceptions.keySet()) {
            if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
                throw new IllegalArgumentException(
                        "calendar " + id + ": " + date + " is not between " + FIRST_DATE + " and " + LAST_DATE);
            }
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

    /** The last date with hours of its own; {@link #FIRST_DATE} when there is none. */
    LocalDate lastException() {
        LocalDate last = FIRST_DATE;
        for (LocalDate date : exceptions.keySet()) { // ascending
            last = date;
        }
        return last;
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
