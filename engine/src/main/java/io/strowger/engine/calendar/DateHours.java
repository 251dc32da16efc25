package io.strowger.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the hours of dates as intervals of instants, by the rules of a time zone. */
final class DateHours {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MINUTE_SECONDS = 60;
    private static final long DAY_SECONDS = 86_400;

    private record Interval(long start, long end) {}

    private final ZoneRules rules;
    private final List<Interval> intervals = new ArrayList<>();

    DateHours(ZoneRules rules) {
        this.rules = rules;
    }

    void add(LocalDate date, DayHours hours) {
        long midnight = date.toEpochDay() * DAY_SECONDS;
        for (int index = 0; index < hours.minutes().size(); index += 2) {
            addLocal(
                    midnight + hours.minutes().get(index) * MINUTE_SECONDS,
                    midnight + hours.minutes().get(index + 1) * MINUTE_SECONDS);
        }
    }

    /** Adds the instants whose local time lies in an interval. Between two transitions of the zone its offset is one. */
    private void addLocal(long localStart, long localEnd) {
        long from = localStart - ZoneOffset.MAX.getTotalSeconds();
        long end = localEnd - ZoneOffset.MIN.getTotalSeconds();
        while (from < end) {
            Instant instant = Instant.ofEpochSecond(from);
            long offset = rules.getOffset(instant).getTotalSeconds();
            ZoneOffsetTransition transition = rules.nextTransition(instant);
            long until = transition == null ? end : Math.min(end, transition.toEpochSecond());
            long opens = Math.max(from, localStart - offset);
            long closes = Math.min(until, localEnd - offset);
            if (opens < closes) {
                intervals.add(new Interval(opens * SECOND_NANOS, closes * SECOND_NANOS));
            }
            from = until;
        }
    }

    /** The intervals in their order, those that touch each other as one. */
    List<long[]> merged() {
        intervals.sort(Comparator.comparingLong(Interval::start));
        List<long[]> merged = new ArrayList<>();
        for (Interval each : intervals) {
            long[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && each.start() <= last[1]) {
                last[1] = Math.max(last[1], each.end());
            } else {
                merged.add(new long[] {each.start(), each.end()});
            }
        }
        return merged;
    }
}
