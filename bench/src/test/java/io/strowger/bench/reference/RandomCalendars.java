package io.strowger.bench.reference;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.configuration.WhenClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Draws calendars that open and close every few minutes on the day of the run, and daily otherwise. */
final class RandomCalendars {
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Pacific/Auckland");
    private static final int BUSY_MINUTES = 180;

    private final Random random;

    RandomCalendars(Random random) {
        this.random = random;
    }

    List<CalendarConfiguration> calendars() {
        List<CalendarConfiguration> calendars = new ArrayList<>();
        int count = random.nextInt(3);
        for (int number = 0; number < count; number++) {
            String zone = ZONES.get(random.nextInt(ZONES.size()));
            ZonedDateTime start = Instant.ofEpochSecond(DifferentialRun.START / 1_000_000_000L)
                    .atZone(ZoneId.of(zone));
            Map<LocalDate, DayHours> exceptions = new TreeMap<>();
            exceptions.put(start.toLocalDate(), busyDay(start.getHour() * 60 + start.getMinute()));
            calendars.add(new CalendarConfiguration(
                    "calendar-" + number,
                    zone,
                    Collections.nCopies(7, DayHours.of(random.nextInt(600), 601 + random.nextInt(600))),
                    exceptions));
        }
        return calendars;
    }

    private DayHours busyDay(int from) {
        List<Integer> minutes = new ArrayList<>();
        int last = Math.min(from + BUSY_MINUTES, DayHours.DAY_MINUTES - 1);
        for (int minute = from; minute <= last; minute += 1 + random.nextInt(2)) {
            minutes.add(minute);
        }
        if (minutes.size() % 2 == 1) {
            minutes.remove(minutes.size() - 1);
        }
        return new DayHours(minutes);
    }

    static ServiceTargets targets(Random random) {
        return random.nextInt(3) == 0
                ? ServiceTargets.NONE
                : new ServiceTargets(target(random), target(random), target(random), target(random));
    }

    private static long target(Random random) {
        return random.nextBoolean() ? 0 : (1 + random.nextInt(30_000)) * 1_000_000L;
    }

    /** Hours that only lead onwards, so that the ways end. */
    static QueueHours hours(
            Random random, List<CalendarConfiguration> calendars, List<QueueConfiguration> queues, int position) {
        if (calendars.isEmpty() || random.nextInt(3) == 0) {
            return QueueHours.ALWAYS;
        }
        boolean leadsOn = position + 1 < queues.size() && random.nextBoolean();
        return new QueueHours(
                calendars.get(random.nextInt(calendars.size())).id(),
                leadsOn ? WhenClosed.MOVE : random.nextInt(3) == 0 ? WhenClosed.WAIT : WhenClosed.PARK,
                leadsOn ? queues.get(position + 1).id() : null,
                random.nextBoolean(),
                random.nextBoolean());
    }
}
