package io.strowger.engine.calendar;

import java.util.ArrayList;
import java.util.List;

/**
 * When it is open on a day, in local time: half-open intervals in minutes of the day, ascending, apart from each other.
 *
 * @param minutes from, to, from, to, …; each 0 to 1,440; empty for a closed day
 */
public record DayHours(List<Integer> minutes) {
    /** Minutes of a day as clocks show them. */
    public static final int DAY_MINUTES = 1_440;

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
                throw new IllegalArgumentException("hours have to ascend from 00:00 to 24:00 without touching each other: "
                        + written(minutes));
            }
            last = minute;
        }
    }

    /** One interval. */
    public static DayHours of(int fromMinute, int toMinute) {
        return new DayHours(List.of(fromMinute, toMinute));
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
