package io.strowger.verticles.config;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.rules.Suggestion;
import io.strowger.verticles.config.Node.Scalar;
import io.strowger.verticles.config.Node.ScalarKind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads calendars, and the hours of queues. */
final class CalendarReader {
    private static final int MAX_ID_LENGTH = 255;
    private static final DayHours ALL_DAY = DayHours.of(0, DayHours.DAY_MINUTES);
    private static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(Fields::shown).toList();

    private final Problems problems;

    CalendarReader(Problems problems) {
        this.problems = problems;
    }

    /** A queue's hours. */
    static QueueHours hours(Fields queue) {
        String calendar = queue.text("calendar", "");
        String closedQueue = queue.text("closedQueue", "");
        return new QueueHours(
                calendar.isEmpty() ? null : calendar,
                queue.choice("whenClosed", WhenClosed.values(), QueueHours.ALWAYS.whenClosed()),
                closedQueue.isEmpty() ? null : closedQueue,
                queue.truth("clearAtClosing", QueueHours.ALWAYS.clearsAtClosing()),
                queue.truth("freshAtOpening", QueueHours.ALWAYS.freshAtOpening()));
    }

    /** What a queue promises. */
    static ServiceTargets targets(Fields queue) {
        Fields fields = queue.section("targets");
        if (fields == null) {
            return ServiceTargets.NONE;
        }
        ServiceTargets targets = new ServiceTargets(
                fields.nanos("timeToAssign", 0),
                fields.nanos("firstResponse", 0),
                fields.nanos("nextResponse", 0),
                fields.nanos("resolution", 0));
        fields.end();
        return targets;
    }

    /** One calendar; where something is wrong with it, one that is always open, so that the rest can be checked. */
    CalendarConfiguration calendar(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        String id = fields.text("id");
        if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
            problems.add(
                    node.place(), path + ".id", "an id has 1 to " + MAX_ID_LENGTH + " characters, not only blanks");
        }
        String zone = zone(fields);
        List<@Nullable DayHours> week = new ArrayList<>(Collections.nCopies(CalendarConfiguration.WEEK_DAYS, null));
        fields.named("hours", (entry, dayPath) -> day(entry, dayPath, week));
        Map<LocalDate, DayHours> exceptions = new TreeMap<>();
        fields.named("exceptions", (entry, datePath) -> date(entry, datePath, exceptions));
        fields.end();
        List<DayHours> open = new ArrayList<>();
        week.forEach(day -> open.add(day == null ? DayHours.CLOSED : day));
        boolean isNeverOpen = open.stream().allMatch(DayHours::isClosed)
                && exceptions.values().stream().allMatch(DayHours::isClosed);
        if (isNeverOpen) {
            problems.add(
                    node.place(),
                    path,
                    "calendar " + id + " is never open; give hours, as in hours: {monday-friday: 09:00-17:00}");
            open.replaceAll(closed -> ALL_DAY);
        }
        return new CalendarConfiguration(id, zone, open, exceptions);
    }

    private String zone(Fields fields) {
        String zone = fields.text("zone");
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            Place place = problems.place(fields.child("zone"));
            if (place != null) {
                problems.add(
                        place,
                        fields.child("zone"),
                        "there is no time zone " + zone + Suggestion.clause(zone, ZoneId.getAvailableZoneIds()));
            }
            return "UTC";
        }
    }

    /** A day of the week, or several as in {@code monday-friday}. */
    private boolean day(Map.Entry<String, Node> entry, String path, List<@Nullable DayHours> week) {
        String name = entry.getKey();
        int hyphen = name.indexOf('-');
        String first = hyphen < 0 ? name : name.substring(0, hyphen).strip();
        String last = hyphen < 0 ? name : name.substring(hyphen + 1).strip();
        Place place = entry.getValue().place();
        for (String day : List.of(first, last)) {
            if (!DAYS.contains(day)) {
                problems.add(place, path, "there is no day " + day + Suggestion.clause(day, DAYS));
                return false;
            }
        }
        if (DAYS.indexOf(last) < DAYS.indexOf(first)) {
            problems.add(place, path, last + " is not after " + first + "; a week begins with monday");
            return false;
        }
        DayHours hours = hours(entry.getValue(), path);
        for (int day = DAYS.indexOf(first); day <= DAYS.indexOf(last); day++) {
            if (week.get(day) != null) {
                problems.add(place, path, "the hours of " + DAYS.get(day) + " are given twice");
            }
            week.set(day, hours);
        }
        return true;
    }

    private boolean date(Map.Entry<String, Node> entry, String path, Map<LocalDate, DayHours> exceptions) {
        DayHours hours = hours(entry.getValue(), path);
        try {
            LocalDate date = LocalDate.parse(entry.getKey());
            if (date.isBefore(CalendarConfiguration.FIRST_DATE) || date.isAfter(CalendarConfiguration.LAST_DATE)) {
                problems.add(
                        entry.getValue().place(),
                        path,
                        date + " is not between " + CalendarConfiguration.FIRST_DATE + " and "
                                + CalendarConfiguration.LAST_DATE);
                return false;
            }
            if (exceptions.size() == CalendarConfiguration.MAX_EXCEPTIONS) {
                problems.add(
                        entry.getValue().place(),
                        path,
                        "at most " + CalendarConfiguration.MAX_EXCEPTIONS + " exceptions are taken");
                return false;
            }
            return exceptions.put(date, hours) == null;
        } catch (DateTimeException e) {
            problems.add(
                    entry.getValue().place(),
                    path,
                    "'" + entry.getKey() + "' is no date; it is written like 2027-12-25");
            return false;
        }
    }

    private DayHours hours(Node node, String path) {
        if (!(node instanceof Scalar scalar) || scalar.type() != ScalarKind.TEXT) {
            problems.add(node.place(), path, "hours like 09:00-12:30, 13:00-17:00, or closed, are expected");
            return DayHours.CLOSED;
        }
        try {
            return DayHours.parse(scalar.text());
        } catch (IllegalArgumentException e) {
            problems.add(node.place(), path, String.valueOf(e.getMessage()));
            return DayHours.CLOSED;
        }
    }
}
