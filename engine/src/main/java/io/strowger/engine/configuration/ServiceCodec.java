package io.strowger.engine.configuration;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The part of the binary form that says when and how fast queues serve: calendars, hours, targets. */
final class ServiceCodec {
    private ServiceCodec() {}

    static void write(OrganizationConfiguration configuration, ByteWriter out) {
        out.writeInt(configuration.calendars().size());
        for (CalendarConfiguration calendar : configuration.calendars()) {
            writeCalendar(calendar, out);
        }
        for (QueueConfiguration queue : configuration.queues()) {
            QueueHours hours = queue.service().hours();
            out.writeText(text(hours.calendar()));
            out.writeByte(hours.whenClosed().code());
            out.writeText(text(hours.closedQueue()));
            out.writeBoolean(hours.clearsAtClosing());
            out.writeBoolean(hours.freshAtOpening());
            ServiceTargets targets = queue.service().targets();
            out.writeLong(targets.timeToAssignNanos());
            out.writeLong(targets.firstResponseNanos());
            out.writeLong(targets.nextResponseNanos());
            out.writeLong(targets.resolutionNanos());
        }
    }

    /** Adds what this part says to what was read before it. */
    static OrganizationConfiguration read(OrganizationConfiguration before, ByteReader in) {
        List<CalendarConfiguration> calendars = new ArrayList<>();
        int count = in.readInt();
        for (int index = 0; index < count; index++) {
            calendars.add(readCalendar(in));
        }
        List<QueueConfiguration> queues = new ArrayList<>();
        for (QueueConfiguration queue : before.queues()) {
            String calendar = in.readText();
            WhenClosed whenClosed = WhenClosed.ofCode(in.readByte());
            String closedQueue = in.readText();
            QueueHours hours = new QueueHours(
                    calendar.isEmpty() ? null : calendar,
                    whenClosed,
                    closedQueue.isEmpty() ? null : closedQueue,
                    in.readBoolean(),
                    in.readBoolean());
            ServiceTargets targets = new ServiceTargets(in.readLong(), in.readLong(), in.readLong(), in.readLong());
            queues.add(queue.with(new QueueService(hours, targets)));
        }
        return before.with(queues, calendars);
    }

    private static void writeCalendar(CalendarConfiguration calendar, ByteWriter out) {
        out.writeText(calendar.id());
        out.writeText(calendar.zone());
        for (DayHours day : calendar.week()) {
            writeDay(day, out);
        }
        out.writeInt(calendar.exceptions().size());
        calendar.exceptions().forEach((date, day) -> {
            out.writeLong(date.toEpochDay());
            writeDay(day, out);
        });
    }

    private static CalendarConfiguration readCalendar(ByteReader in) {
        String id = in.readText();
        String zone = in.readText();
        List<DayHours> week = new ArrayList<>();
        for (int day = 0; day < CalendarConfiguration.WEEK_DAYS; day++) {
            week.add(readDay(in));
        }
        Map<LocalDate, DayHours> exceptions = new TreeMap<>();
        int count = in.readInt();
        for (int index = 0; index < count; index++) {
            exceptions.put(LocalDate.ofEpochDay(in.readLong()), readDay(in));
        }
        return new CalendarConfiguration(id, zone, week, exceptions);
    }

    private static void writeDay(DayHours day, ByteWriter out) {
        out.writeInt(day.minutes().size());
        day.minutes().forEach(out::writeInt);
    }

    private static DayHours readDay(ByteReader in) {
        int count = in.readInt();
        List<Integer> minutes = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            minutes.add(in.readInt());
        }
        return new DayHours(minutes);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
