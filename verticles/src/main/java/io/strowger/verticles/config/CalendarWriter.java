package io.strowger.verticles.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.configuration.WhenClosed;
import java.time.DayOfWeek;
import java.time.Duration;

/** Writes calendars, and the hours of queues, in the shape that {@link CalendarReader} reads. */
final class CalendarWriter {
    private CalendarWriter() {}

    static ObjectNode calendar(CalendarConfiguration calendar) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("id", calendar.id()).put("zone", calendar.zone());
        ObjectNode week = node.putObject("hours");
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(Fields.shown(day), calendar.week().get(day.getValue() - 1).toString());
        }
        if (!calendar.exceptions().isEmpty()) {
            ObjectNode dates = node.putObject("exceptions");
            calendar.exceptions().forEach((date, hours) -> dates.put(date.toString(), hours.toString()));
        }
        return node;
    }

    static void hours(ObjectNode queue, QueueHours hours) {
        if (hours.calendar() == null) {
            return;
        }
        queue.put("calendar", hours.calendar()).put("whenClosed", Fields.shown(hours.whenClosed()));
        if (hours.whenClosed() == WhenClosed.MOVE) {
            queue.put("closedQueue", hours.closedQueue());
        }
        queue.put("clearAtClosing", hours.clearsAtClosing());
        queue.put("freshAtOpening", hours.freshAtOpening());
    }

    static void targets(ObjectNode queue, ServiceTargets targets) {
        if (!targets.equals(ServiceTargets.NONE)) {
            queue.putObject("targets")
                    .put("timeToAssign", duration(targets.timeToAssignNanos()))
                    .put("firstResponse", duration(targets.firstResponseNanos()))
                    .put("nextResponse", duration(targets.nextResponseNanos()))
                    .put("resolution", duration(targets.resolutionNanos()));
        }
    }

    private static String duration(long nanos) {
        return Durations.show(Duration.ofNanos(nanos));
    }
}
