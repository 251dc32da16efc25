package io.strowger.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;

/**
 * A calendar as instants: it is open at an instant exactly if the local time then lies within the hours of the local date.
 * So an hour that the clocks skip counts for nothing, and one that they show twice counts twice.
 *
 * <p>Instants are epoch nanoseconds. Intervals are made for some {@linkplain #AHEAD_DAYS days ahead} when they are first asked
 * for; questions within them search a table and allocate nothing. Belongs to one thread.
 */
public final class OpenHours {
    /** Said instead of an instant that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    /** So far beyond the last question the table is made. */
    private static final int AHEAD_DAYS = 400;

    /** The table's ends are not asked: dates are those of Greenwich, and a zone may have skipped one. */
    private static final int MARGIN_DAYS = 3;

    /** Nothing is open from here on: instants end in 2262. */
    private static final LocalDate END = LocalDate.of(2200, 1, 1);

    private static final int WEEK_DAYS = CalendarConfiguration.WEEK_DAYS;

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final CalendarConfiguration calendar;
    private final ZoneRules rules;
    private final LocalDate lastOpenDate;
    private final LocalDate lastException;

    private LocalDate firstDate = LocalDate.EPOCH;
    private LocalDate endDate = LocalDate.EPOCH;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;

    // The intervals [starts, ends) that begin within [from, until), and the open time before each of them.
    private long[] starts = {};
    private long[] ends = {};
    private long[] openBefore = {};
    private int count;

    public OpenHours(CalendarConfiguration calendar) {
        this.calendar = calendar;
        this.rules = ZoneId.of(calendar.zone()).getRules();
        this.lastOpenDate = calendar.lastOpenDate(END);
        this.lastException = calendar.lastException();
    }

    /** Whether it is open at that instant. */
    public boolean isOpen(long instant) {
        cover(instant, instant);
        int at = at(instant);
        return at >= 0 && instant < ends[at];
    }

    /**
     * The open time between two instants, in nanoseconds; 0 if the second is not after the first. It is additive: what is
     * between a and b, and between b and c, together is what is between a and c.
     */
    public long elapsed(long since, long instant) {
        if (instant <= since) {
            return 0;
        }
        cover(since, instant);
        return openUntil(instant) - openUntil(since);
    }

    /**
     * The first instant by which so much open time has passed: the inverse of {@link #elapsed}. For 0 the instant itself,
     * open or not.
     *
     * @return {@link #NEVER} if there is not so much open time to come
     */
    public long add(long since, long openNanos) {
        if (openNanos <= 0) {
            return since;
        }
        cover(since, since);
        while (true) {
            long wanted = openUntil(since) + openNanos;
            if (wanted < 0) {
                return NEVER;
            }
            int at = firstReaching(wanted);
            if (at < count) {
                return starts[at] + (wanted - openBefore[at]);
            }
            if (!extend()) {
                return NEVER;
            }
        }
    }

    /** The instant itself if it is open then, else the next opening; {@link #NEVER} if there is none. */
    public long nextOpen(long instant) {
        cover(instant, instant);
        while (true) {
            int at = at(instant);
            if (at >= 0 && instant < ends[at]) {
                return instant;
            }
            if (at + 1 < count) {
                return starts[at + 1];
            }
            if (!extend()) {
                return NEVER;
            }
        }
    }

    /** When it closes next, if it is open at that instant, {@link #NEVER} if it does not; else the instant itself. */
    public long nextClose(long instant) {
        cover(instant, instant);
        while (true) {
            int at = at(instant);
            if (at < 0 || instant >= ends[at]) {
                return instant;
            }
            if (ends[at] < until) {
                return date(ends[at]).isBefore(END) ? ends[at] : NEVER;
            }
            if (date(until).minusDays(MARGIN_DAYS + WEEK_DAYS).isAfter(lastException)
                    && until - instant > (MARGIN_DAYS + WEEK_DAYS) * DAY_NANOS) {
                return NEVER; // a whole week without exceptions, and open throughout: all others are like it
            }
            extend();
        }
    }

    /** The last interval that begins at or before that instant, or -1. */
    private int at(long instant) {
        int found = Arrays.binarySearch(starts, 0, count, instant);
        return found >= 0 ? found : -found - 2;
    }

    /** The open time of the table until then. */
    private long openUntil(long instant) {
        int at = at(instant);
        return at < 0 ? 0 : openBefore[at] + Math.min(instant, ends[at]) - starts[at];
    }

    /** The first interval at whose end there was so much open time since the table's beginning. */
    private int firstReaching(long open) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (openBefore[middle] + ends[middle] - starts[middle] < open) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void cover(long first, long last) {
        if (first < from || last >= until && until < Long.MAX_VALUE) {
            LocalDate firstNeeded = date(first).minusDays(MARGIN_DAYS);
            LocalDate endNeeded = date(last).plusDays(AHEAD_DAYS);
            boolean empty = from > until;
            make(
                    empty || firstNeeded.isBefore(firstDate) ? firstNeeded : firstDate,
                    empty || endNeeded.isAfter(endDate) ? endNeeded : endDate);
        }
    }

    /** Doubles the table; false when nothing can be open behind it. */
    private boolean extend() {
        if (endDate.isAfter(lastOpenDate)) {
            return false;
        }
        make(firstDate, endDate.plusDays(ChronoUnit.DAYS.between(firstDate, endDate)));
        return true;
    }

    private void make(LocalDate first, LocalDate end) {
        DateHours hours = new DateHours(rules);
        for (LocalDate date = first; date.isBefore(end) && !date.isAfter(lastOpenDate); date = date.plusDays(1)) {
            hours.add(date, calendar.on(date));
        }
        List<long[]> intervals = hours.merged();
        count = intervals.size();
        starts = new long[count];
        ends = new long[count];
        openBefore = new long[count];
        for (int at = 0; at < count; at++) {
            starts[at] = intervals.get(at)[0];
            ends[at] = intervals.get(at)[1];
            openBefore[at] = at == 0 ? 0 : openBefore[at - 1] + ends[at - 1] - starts[at - 1];
        }
        firstDate = first;
        endDate = end;
        from = instant(first.plusDays(MARGIN_DAYS));
        until = end.isAfter(lastOpenDate.plusDays(MARGIN_DAYS)) ? Long.MAX_VALUE : instant(end.minusDays(MARGIN_DAYS));
    }

    private static LocalDate date(long instant) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(instant, SECOND_NANOS)), ZoneOffset.UTC);
    }

    private static long instant(LocalDate date) {
        return date.toEpochDay() * DAY_NANOS;
    }
}
