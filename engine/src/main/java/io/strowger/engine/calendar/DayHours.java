package io.strowger.engine.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When it is open on a day, in local time: half-open intervals in minutes of the day, ascending, apart from each other.
 *
 * @param minutes from, to, from, to, …; each 0 to 1,440; empty for a closed day
 */
public record DayHours(List<Integer> minutes) {
    /** Minutes of a day as clocks show them. */
    public static final int DAY_MINUTES = 1_440;

    private static final Pattern INTERVAL =
            Pattern.compile("([01]?[0-9]|2[0-4]):([0-5][0-9])\\s*-\\s*([01]?[0-9]|2[0-4]):([0-5][0-9])");

    /** Closed all day. */
    public static final DayHours CLOSED = new DayHours(List.of());

    /** @throws IllegalArgumentException when the intervals are not as described above */
    public DayHours {
        minutes = List.copyOf(minutes);
        if (minutes.size() % 2 != 0) {
            throw new IllegalArgumentException("an interval needs a beginning and an end");
        }
        int last = -1;
        for (int minute : minutes) {
            if (minute <= last || minute > DAY_MINUTES) {
                throw new IllegalArgumentException(
                        "hours have to ascend from 00:00 to 24:00 without touching each other: " + written(minutes));
            }
            last = minute;
        }
    }

    /** One interval. */
    public static DayHours of(int fromMinute, int toMinute) {
        return new DayHours(List.of(fromMinute, toMinute));
    }

    /**
     * What {@link #toString} writes, in any order and with or without spaces; intervals that touch are one.
     *
     * @throws IllegalArgumentException when it is something else, or when intervals overlap; says what
     */
    public static DayHours parse(String text) {
        if (text.strip().equals("closed")) {
            return CLOSED;
        }
        List<int[]> intervals = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            intervals.add(interval(part.strip()));
        }
        intervals.sort(Comparator.comparingInt(interval -> interval[0]));
        List<Integer> minutes = new ArrayList<>();
        for (int[] each : intervals) {
            int last = minutes.isEmpty() ? -1 : minutes.get(minutes.size() - 1);
            if (each[0] < last) {
                throw new IllegalArgumentException("'" + text + "': hours overlap at " + clock(each[0]));
            }
            if (each[0] == last) { // they touch: one goes on as the other
                minutes.set(minutes.size() - 1, each[1]);
            } else {
                minutes.add(each[0]);
                minutes.add(each[1]);
            }
        }
        return new DayHours(minutes);
    }

    private static int[] interval(String text) {
        Matcher matcher = INTERVAL.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' are no hours; they are written like 09:00-12:30, 13:00-17:00, or closed");
        }
        int from = Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
        int to = Integer.parseInt(matcher.group(3)) * 60 + Integer.parseInt(matcher.group(4));
        if (to > DAY_MINUTES) {
            throw new IllegalArgumentException("'" + text + "': a day ends at 24:00");
        }
        if (from >= to) {
            throw new IllegalArgumentException(
                    "'" + text + "': the end must be after the beginning; hours over midnight"
                            + " are those until 24:00 of one day and from 00:00 of the next");
        }
        return new int[] {from, to};
    }

    public boolean isClosed() {
        return minutes.isEmpty();
    }

    /** As one writes it: {@code 09:00-12:30, 13:00-17:00}, or {@code closed}. */
    @Override
    public String toString() {
        return isClosed() ? "closed" : written(minutes);
    }

    private static String written(List<Integer> minutes) {
        List<String> intervals = new ArrayList<>();
        for (int index = 0; index + 1 < minutes.size(); index += 2) {
            intervals.add(clock(minutes.get(index)) + "-" + clock(minutes.get(index + 1)));
        }
        return String.join(", ", intervals);
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
