package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.statistics.Count;
import io.strowger.engine.statistics.StatisticsSnapshot;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted while queues are closed, and when they open and close. */
class StatisticsHoursTest {
    private static final CalendarConfiguration OFFICE = new CalendarConfiguration(
            "office", "Europe/Berlin", Collections.nCopies(7, DayHours.of(9 * 60, 17 * 60)), Map.of());

    private final RouterHarness router = new RouterHarness();

    @ParameterizedTest
    @EnumSource(WhenClosed.class)
    void shouldCountOnceWhatArrivesOutOfHours(WhenClosed whenClosed) {
        at("2027-03-26T18:00:00+01:00");
        open(whenClosed, false);

        router.message("c1", "refund");
        StatisticsSnapshot evening = told();
        at("2027-03-27T09:00:00+01:00");
        StatisticsSnapshot morning = told();

        String queue = whenClosed == WhenClosed.MOVE ? "night" : "billing";
        assertThat(entered(evening, queue)).isEqualTo(1);
        assertThat(entered(morning, queue)).as("not again at the opening").isEqualTo(1);
        assertThat(morning.channels().get(0).tally().of(Count.ENTERED)).isEqualTo(1);
        assertThat(entered(morning, whenClosed == WhenClosed.MOVE ? "billing" : "night"))
                .isZero();
    }

    @Test
    void shouldCountOnceWhatWaitsOverNight() {
        at("2027-03-26T16:59:00+01:00");
        open(WhenClosed.PARK, true);
        router.message("c1", "refund");
        at("2027-03-26T17:00:00+01:00");
        assertThat(router.state().statistics.parked).isEqualTo(1);

        at("2027-03-27T09:00:00+01:00");
        router.logIn("ada");
        router.pass(Duration.ofSeconds(1));
        router.accept("ada", Objects.requireNonNull(router.agent("ada").offers.first()).id);

        StatisticsSnapshot told = told();
        assertThat(entered(told, "billing")).isEqualTo(1);
        assertThat(told.channels().get(0).tally().of(Count.SERVED)).isEqualTo(1);
        assertThat(told.channels().get(0).tally().longestWaitNanos())
                .as("the night is no wait")
                .isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void shouldCountAgainWhatSomebodyResumesFromAside() {
        at("2027-03-26T12:00:00+01:00");
        open(WhenClosed.PARK, false);
        long conversation = router.message("c1", "refund").conversation;

        router.park(conversation, true);
        router.park(conversation, false);

        assertThat(entered(told(), "billing")).isEqualTo(2);
    }

    private void open(WhenClosed whenClosed, boolean clears) {
        router.configure(new Shop()
                .calendar(OFFICE)
                .queue("billing")
                .queue("night")
                .hours(
                        "billing",
                        new QueueHours(
                                "office", whenClosed, whenClosed == WhenClosed.MOVE ? "night" : null, clears, false))
                .agent("ada", 1, List.of("billing"))
                .rule("refund", "billing", null)
                .build());
    }

    private void at(String instant) {
        router.now = ZonedDateTime.parse(instant).toInstant().getEpochSecond() * 1_000_000_000L;
        router.tick();
    }

    private StatisticsSnapshot told() {
        Explainer explainer = new Explainer(RouterLimits.DEFAULT, 100);
        NaiveStatistics naive = new NaiveStatistics(0);
        for (byte[] record : router.records) {
            explainer.apply(new RecordView().wrap(record, 0));
            naive.read(record);
        }
        StatisticsSnapshot told =
                Objects.requireNonNull(explainer.statistics(0, 0)).addUp();
        for (int queue = 0; queue < told.queues().size(); queue++) {
            assertThat(entered(told, told.queues().get(queue).id()))
                    .isEqualTo(naive.sum("q" + queue, Count.ENTERED, 0, Long.MAX_VALUE));
        }
        return told;
    }

    private static long entered(StatisticsSnapshot told, String queue) {
        return told.queues().stream()
                .filter(each -> each.id().equals(queue))
                .findFirst()
                .orElseThrow()
                .tally()
                .of(Count.ENTERED);
    }
}
