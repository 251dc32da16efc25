package io.strowger.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenHoursTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final DayHours OFFICE = new DayHours(List.of(9 * 60, 12 * 60, 13 * 60, 17 * 60));

    @Test
    void shouldNeverCloseWhenOpenAllWeekAfterTheLastException() {
        DayHours allDay = DayHours.of(0, 24 * 60);
        CalendarConfiguration always = new CalendarConfiguration(
                "always",
                "Europe/Berlin",
                Collections.nCopies(7, allDay),
                Map.of(LocalDate.of(2029, 1, 1), DayHours.CLOSED));
        OpenHours hours = new OpenHours(always);

        assertThat(hours.nextClose(at("2026-11-20T16:00:00+01:00"))).isEqualTo(at("2029-01-01T00:00:00+01:00"));
        assertThat(hours.nextClose(at("2029-01-02T00:00:00+01:00"))).isEqualTo(OpenHours.NEVER);
    }

    @Test
    void shouldRefuseDatesThatAreNeverAsked() {
        Map<LocalDate, DayHours> distant = Map.of(LocalDate.of(1_000_000, 1, 1), OFFICE);

        assertThatThrownBy(() -> new CalendarConfiguration(
                        "odd", "Europe/Berlin", Collections.nCopies(7, DayHours.CLOSED), distant))
                .hasMessageContaining("is not between 1970-01-01 and 2199-12-31");
    }

    @Test
    void shouldCountOnlyOpenTime() {
        OpenHours hours = office("Europe/Berlin", Map.of());

        assertThat(hours.elapsed(at("2026-11-20T16:00:00+01:00"), at("2026-11-23T10:30:00+01:00")))
                .isEqualTo(2 * HOUR + 30 * MINUTE);
        assertThat(hours.elapsed(at("2026-11-20T11:00:00+01:00"), at("2026-11-20T14:00:00+01:00")))
                .isEqualTo(2 * HOUR);
        assertThat(hours.elapsed(at("2026-11-21T00:00:00+01:00"), at("2026-11-22T23:00:00+01:00")))
                .isZero();
    }

    @Test
    void shouldFindTheInstantByWhichSoMuchOpenTimeHasPassed() {
        OpenHours hours = office("Europe/Berlin", Map.of());

        assertThat(hours.add(at("2026-11-20T16:00:00+01:00"), 2 * HOUR)).isEqualTo(at("2026-11-23T10:00:00+01:00"));
        assertThat(hours.add(at("2026-11-20T16:00:00+01:00"), HOUR)).isEqualTo(at("2026-11-20T17:00:00+01:00"));
        assertThat(hours.add(at("2026-11-21T16:00:00+01:00"), 0)).isEqualTo(at("2026-11-21T16:00:00+01:00"));
        assertThat(hours.add(at("2026-11-20T16:00:00+01:00"), 20_000 * HOUR))
                .isEqualTo(hours.add(hours.add(at("2026-11-20T16:00:00+01:00"), 12_000 * HOUR), 8_000 * HOUR));
    }

    @Test
    void shouldTakeAnExceptionInsteadOfTheWeekday() {
        OpenHours hours = office(
                "Europe/Berlin",
                Map.of(
                        LocalDate.of(2026, 12, 25),
                        DayHours.CLOSED,
                        LocalDate.of(2026, 12, 27),
                        DayHours.of(10 * 60, 11 * 60)));

        assertThat(hours.isOpen(at("2026-12-25T10:00:00+01:00"))).isFalse();
        assertThat(hours.isOpen(at("2026-12-27T10:59:59+01:00"))).isTrue();
        assertThat(hours.nextOpen(at("2026-12-24T17:00:00+01:00"))).isEqualTo(at("2026-12-27T10:00:00+01:00"));
    }

    @Test
    void shouldSkipTheHourThatTheClocksSkip() {
        OpenHours hours = daily("Europe/Berlin", DayHours.of(2 * 60 + 30, 5 * 60));

        assertThat(hours.nextOpen(at("2026-03-29T00:00:00+01:00"))).isEqualTo(at("2026-03-29T03:00:00+02:00"));
        assertThat(hours.elapsed(at("2026-03-29T00:00:00+01:00"), at("2026-03-29T12:00:00+02:00")))
                .isEqualTo(2 * HOUR);
    }

    @Test
    void shouldCountTheHourTwiceThatTheClocksShowTwice() {
        OpenHours hours = daily("Europe/Berlin", DayHours.of(2 * 60, 3 * 60));

        assertThat(hours.elapsed(at("2026-10-25T00:00:00+02:00"), at("2026-10-25T12:00:00+01:00")))
                .isEqualTo(2 * HOUR);
        assertThat(hours.nextClose(at("2026-10-25T02:30:00+02:00"))).isEqualTo(at("2026-10-25T03:00:00+01:00"));
    }

    @Test
    void shouldStayOpenOverMidnight() {
        OpenHours hours = daily("UTC", new DayHours(List.of(0, 6 * 60, 22 * 60, 24 * 60)));

        assertThat(hours.nextClose(at("2026-11-20T23:00:00Z"))).isEqualTo(at("2026-11-21T06:00:00Z"));
    }

    @Test
    void shouldNeverCloseWhenItIsAlwaysOpen() {
        OpenHours hours = daily("Europe/London", DayHours.of(0, DayHours.DAY_MINUTES));

        assertThat(hours.nextClose(at("2026-11-20T23:00:00Z"))).isEqualTo(OpenHours.NEVER);
        assertThat(hours.add(at("2026-11-20T23:00:00Z"), 24 * HOUR)).isEqualTo(at("2026-11-21T23:00:00Z"));
    }

    @Test
    void shouldNeverOpenAgainBehindTheLastException() {
        OpenHours hours = new OpenHours(new CalendarConfiguration(
                "fair",
                "Europe/Berlin",
                Collections.nCopies(7, DayHours.CLOSED),
                Map.of(LocalDate.of(2030, 5, 1), DayHours.of(600, 660))));

        assertThat(hours.nextOpen(at("2026-11-20T23:00:00Z"))).isEqualTo(at("2030-05-01T10:00:00+02:00"));
        assertThat(hours.nextOpen(at("2030-05-01T11:00:00+02:00"))).isEqualTo(OpenHours.NEVER);
        assertThat(hours.add(at("2026-11-20T23:00:00Z"), 2 * HOUR)).isEqualTo(OpenHours.NEVER);
        assertThat(hours.isOpen(OpenHours.NEVER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Asia/Kolkata",
                "America/St_Johns",
                "Africa/Casablanca"
            })
    void shouldAgreeWithTheClockOnTheWall(String zone) {
        SplittableRandom random = new SplittableRandom(zone.hashCode());
        for (int round = 0; round < 6; round++) {
            CalendarConfiguration calendar = random(zone, random);
            OpenHours hours = new OpenHours(calendar);
            // Around the end of 2011, when Apia skipped a day, then in other seasons.
            long start = at("2011-12-20T00:00:00Z") + random.nextLong(2_000) * round * 24 * HOUR;
            long minutes = 20 * 1_440;
            long open = 0;
            for (long minute = 0; minute < minutes; minute++) {
                long instant = start + minute * MINUTE;
                boolean expected = isOpenOnTheWall(calendar, instant);
                assertThat(hours.isOpen(instant)).isEqualTo(expected);
                open += expected ? MINUTE : 0;
            }
            long end = start + minutes * MINUTE;
            assertThat(hours.elapsed(start, end)).isEqualTo(open);
            for (int check = 0; check < 200; check++) {
                long middle = start + random.nextLong(end - start);
                assertThat(hours.elapsed(start, middle) + hours.elapsed(middle, end))
                        .isEqualTo(open);
                long wanted = 1 + random.nextLong(open);
                long reached = hours.add(start, wanted);
                assertThat(hours.elapsed(start, reached)).isEqualTo(wanted);
                assertThat(hours.elapsed(start, reached - 1)).isEqualTo(wanted - 1);
            }
        }
    }

    @Test
    void shouldRefuseWhatIsNoCalendar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarConfiguration(
                        "never", "Europe/Berlin", Collections.nCopies(7, DayHours.CLOSED), Map.of()))
                .withMessage("calendar never is never open");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CalendarConfiguration("nowhere", "Europe/Berln", Collections.nCopies(7, OFFICE), Map.of()))
                .withMessage("no time zone is called Europe/Berln");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayHours(List.of(540, 720, 700, 900)))
                .withMessageContaining("09:00-12:00, 11:40-15:00");
        assertThatIllegalArgumentException().isThrownBy(() -> DayHours.of(1_200, 1_441));
    }

    private static boolean isOpenOnTheWall(CalendarConfiguration calendar, long instant) {
        ZonedDateTime local = Instant.ofEpochSecond(0, instant).atZone(ZoneId.of(calendar.zone()));
        int minute = local.getHour() * 60 + local.getMinute();
        List<Integer> minutes = calendar.on(local.toLocalDate()).minutes();
        for (int index = 0; index < minutes.size(); index += 2) {
            if (minute >= minutes.get(index) && minute < minutes.get(index + 1)) {
                return true;
            }
        }
        return false;
    }

    private static CalendarConfiguration random(String zone, SplittableRandom random) {
        List<DayHours> week = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            int from = random.nextInt(300);
            int to = from + 1 + random.nextInt(600);
            int again = to + 1 + random.nextInt(200);
            week.add(
                    random.nextInt(4) == 0
                            ? DayHours.CLOSED
                            : new DayHours(List.of(from, to, again, again + 1 + random.nextInt(1_440 - again))));
        }
        week.set(random.nextInt(7), DayHours.of(0, 1_440));
        return new CalendarConfiguration(
                "random", zone, week, Map.of(LocalDate.of(2011, 12, 31), DayHours.of(60, 120)));
    }

    private static OpenHours office(String zone, Map<LocalDate, DayHours> exceptions) {
        List<DayHours> week = new ArrayList<>(Collections.nCopies(5, OFFICE));
        week.add(DayHours.CLOSED);
        week.add(DayHours.CLOSED);
        return new OpenHours(new CalendarConfiguration("office", zone, week, exceptions));
    }

    private static OpenHours daily(String zone, DayHours hours) {
        return new OpenHours(new CalendarConfiguration("daily", zone, Collections.nCopies(7, hours), Map.of()));
    }

    private static long at(String instant) {
        return ZonedDateTime.parse(instant).toInstant().getEpochSecond() * 1_000_000_000L;
    }
}
