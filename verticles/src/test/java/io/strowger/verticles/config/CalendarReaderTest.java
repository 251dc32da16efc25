package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.WhenClosed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarReaderTest {
    private static final String SHOP = """
            id: shop
            fallbackQueue: general
            channels: [{id: chat, kind: chat}]
            queues:
              - id: general
              - {id: billing, calendar: office, whenClosed: move, closedQueue: general, clearAtClosing: true}
            """;

    @TempDir
    private Path directory;

    private OrganizationConfiguration read(String calendar) throws IOException {
        Files.writeString(directory.resolve("shop.yaml"), SHOP + calendar);
        return OrganizationFiles.read(directory);
    }

    private void refuses(String calendar, String... words) {
        assertThatThrownBy(() -> read(calendar))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void shouldReadHoursAndWriteThemAsTheyWere() throws IOException {
        OrganizationConfiguration shop = read("""
                calendars:
                  - id: office
                    zone: Europe/Berlin
                    hours: {monday-thursday: '13:00-17:30,9:00-12:00', friday: 09:00-12:00, sunday: 20:00-24:00}
                    exceptions: {2026-12-24: 10:00-12:00, 2026-12-25: closed}
                """);

        CalendarConfiguration office = shop.calendars().get(0);
        DayHours full = new DayHours(List.of(540, 720, 780, 1_050));
        assertThat(office.week())
                .containsExactly(
                        full, full, full, full, DayHours.of(540, 720), DayHours.CLOSED, DayHours.of(1_200, 1_440));
        assertThat(office.exceptions())
                .containsEntry(LocalDate.of(2026, 12, 24), DayHours.of(600, 720))
                .containsEntry(LocalDate.of(2026, 12, 25), DayHours.CLOSED);
        assertThat(shop.queues().get(1).service().hours())
                .isEqualTo(new QueueHours("office", WhenClosed.MOVE, "general", true, false));
        assertThat(OrganizationDocument.json(OrganizationWriter.json(shop), "written")
                        .configuration())
                .isEqualTo(shop);
        Files.writeString(directory.resolve("shop.yaml"), OrganizationWriter.yaml(shop));
        assertThat(OrganizationFiles.read(directory)).isEqualTo(shop);
    }

    @Test
    void shouldSayWhereWhatIsWrong() {
        refuses(
                "calendars: [{id: office, zone: Europe/Berln, hours: {monday: 09:00-17:00}}]",
                "shop.yaml:7",
                "no time zone Europe/Berln; did you mean Europe/Berlin?");
        refuses("calendars: [{id: office, zone: Europe/Berlin}]", "calendars[0]: calendar office is never open");
        refuses(
                "calendars: [{id: office, zone: UTC, hours: {mnday: 09:00-17:00}}]",
                "calendars[0].hours.mnday: there is no day mnday; did you mean monday?");
        refuses(
                "calendars: [{id: office, zone: UTC, hours: {monday: '09:00-12:00, 11:30-14:00'}}]",
                "calendars[0].hours.monday",
                "hours overlap at 11:30");
        refuses(
                "calendars: [{id: office, zone: UTC, hours: {monday-friday: 09:00-12:00, friday: closed}}]",
                "the hours of friday are given twice");
        refuses(
                "calendars: [{id: office, zone: UTC, hours: {monday: 22:00-06:00}}]",
                "the end must be after the beginning");
        refuses("calendars: [{id: office, zone: UTC, hours: {monday: 9 to 5}}]", "'9 to 5' are no hours");
        refuses(
                "calendars: [{id: office, zone: UTC, hours: {monday: 09:00-12:00}, exceptions: {2026-02-30: closed}}]",
                "'2026-02-30' is no date");
        refuses(
                "calendars: [{id: o, zone: UTC, hours: {monday: 09:00-12:00}, exceptions: {2026-02-03: closed, 2026-02-03: closed}}]",
                "the key 2026-02-03 is given twice");
    }
}
