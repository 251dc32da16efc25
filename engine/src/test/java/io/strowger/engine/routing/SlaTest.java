package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.QueueService;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaStatus;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Promised times: counted while the queue is open, paused while nobody can do anything, broken at the instant. */
class SlaTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long HOUR = 60 * MINUTE;
    private static final QueueHours OFFICE = new QueueHours("office", WhenClosed.WAIT, null, false, false);

    private final RouterHarness router = new RouterHarness();

    private static Shop shop(QueueHours hours, ServiceTargets targets) {
        Shop shop = new Shop()
                .calendar(new CalendarConfiguration(
                        "office", "Europe/Berlin", Collections.nCopies(7, DayHours.of(9 * 60, 17 * 60)), Map.of()))
                .agent("ada", 3, List.of("general"));
        shop.queues.replaceAll(queue -> queue.with(new QueueService(hours, targets)));
        return shop;
    }

    private void at(String instant) {
        router.now = nanos(instant);
        router.tick();
    }

    private static long nanos(String instant) {
        return ZonedDateTime.parse(instant).toInstant().getEpochSecond() * 1_000_000_000L;
    }

    private SlaStatus status(long conversation, SlaClock clock) {
        return router.conversation(conversation).sla().status(clock);
    }

    private long consumed(long conversation, SlaClock clock) {
        return router.conversation(conversation).sla().consumed[clock.code()];
    }

    private long dueAt(long conversation, SlaClock clock) {
        return router.conversation(conversation).sla().dueAt[clock.code()];
    }

    @Test
    void shouldBeMetByTheFirstAgentTheFirstAnswerAndTheEnd() {
        router.configure(shop(QueueHours.ALWAYS, new ServiceTargets(MINUTE, 2 * MINUTE, MINUTE, HOUR))
                .build());
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        long conversation = offered.conversation;
        router.pass(Duration.ofSeconds(10));
        router.accept("ada", offered.offer);
        assertThat(status(conversation, SlaClock.TIME_TO_ASSIGN)).isEqualTo(SlaStatus.MET);
        assertThat(status(conversation, SlaClock.FIRST_RESPONSE)).isEqualTo(SlaStatus.RUNNING);
        assertThat(status(conversation, SlaClock.NEXT_RESPONSE)).isEqualTo(SlaStatus.NONE);

        router.pass(Duration.ofSeconds(20));
        assertThat(router.reply("ada", conversation).outcome).isEqualTo(Outcome.DONE);
        assertThat(router.events).containsExactly(EventKind.AGENT_REPLIED, EventKind.SLA_CLOCK_CHANGED);
        assertThat(consumed(conversation, SlaClock.FIRST_RESPONSE))
                .isEqualTo(Duration.ofSeconds(30).toNanos());

        router.message("c1", "and?");
        assertThat(status(conversation, SlaClock.NEXT_RESPONSE)).isEqualTo(SlaStatus.RUNNING);
        router.reply("ada", conversation);
        assertThat(status(conversation, SlaClock.NEXT_RESPONSE)).isEqualTo(SlaStatus.MET);
        router.message("c1", "and?");
        router.message("c1", "and??");
        router.tickThrough(Duration.ofMinutes(1));
        assertThat(status(conversation, SlaClock.NEXT_RESPONSE)).isEqualTo(SlaStatus.BREACHED);
        router.reply("ada", conversation);
        router.message("c1", "and???");
        assertThat(status(conversation, SlaClock.NEXT_RESPONSE)).isEqualTo(SlaStatus.RUNNING);
        router.complete("ada", conversation);

        assertThat(status(conversation, SlaClock.RESOLUTION)).isEqualTo(SlaStatus.MET);
        SlaStatistics statistics = router.state().statistics.sla;
        assertThat(statistics.met).containsExactly(1, 1, 2, 1);
        assertThat(statistics.breached).containsExactly(0, 0, 1, 0);
        assertThat(router.state().promised.size()).isZero();
        assertThat(router.reply("ada", conversation).outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(router.reply("eve", conversation).outcome).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void shouldBreakOnceAtItsInstant() {
        router.configure(
                shop(QueueHours.ALWAYS, new ServiceTargets(MINUTE, 0, 0, 0)).build());
        long conversation = router.message("c1", "hello").conversation;
        assertThat(router.router.nextDeadline()).isLessThanOrEqualTo(router.now + MINUTE);
        long dueAt = router.now + MINUTE;

        router.now = dueAt - 1;
        router.tick();
        assertThat(status(conversation, SlaClock.TIME_TO_ASSIGN)).isEqualTo(SlaStatus.RUNNING);
        router.now = dueAt;
        router.tick();

        assertThat(router.events).containsExactly(EventKind.SLA_CLOCK_CHANGED);
        assertThat(status(conversation, SlaClock.TIME_TO_ASSIGN)).isEqualTo(SlaStatus.BREACHED);
        assertThat(dueAt(conversation, SlaClock.TIME_TO_ASSIGN)).isEqualTo(dueAt);
        router.logIn("ada");
        router.tickThrough(Duration.ofHours(1));
        assertThat(router.state().statistics.sla.breached[0]).isEqualTo(1);
        assertThat(router.state().statistics.sla.met[0]).isZero();
    }

    @Test
    void shouldBeBrokenThoughTheAnswerComesBeforeALateTick() {
        router.configure(
                shop(QueueHours.ALWAYS, new ServiceTargets(0, MINUTE, 0, 0)).build());
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        router.accept("ada", offered.offer);
        router.now += 2 * MINUTE;

        router.reply("ada", offered.conversation);

        assertThat(status(offered.conversation, SlaClock.FIRST_RESPONSE)).isEqualTo(SlaStatus.BREACHED);
        assertThat(consumed(offered.conversation, SlaClock.FIRST_RESPONSE)).isEqualTo(MINUTE);
    }

    @Test
    void shouldCountOpenTimeOnlyWithTheClockPutForward() {
        at("2027-03-27T16:30:00+01:00");
        router.configure(shop(OFFICE, new ServiceTargets(HOUR, 0, 0, 16 * HOUR)).build());

        long conversation = router.message("c1", "hello").conversation;

        assertThat(dueAt(conversation, SlaClock.TIME_TO_ASSIGN)).isEqualTo(nanos("2027-03-28T09:30:00+02:00"));
        assertThat(dueAt(conversation, SlaClock.RESOLUTION)).isEqualTo(nanos("2027-03-29T16:30:00+02:00"));
        at("2027-03-28T09:29:59+02:00");
        assertThat(status(conversation, SlaClock.TIME_TO_ASSIGN)).isEqualTo(SlaStatus.RUNNING);
        at("2027-03-28T09:30:00+02:00");
        assertThat(status(conversation, SlaClock.TIME_TO_ASSIGN)).isEqualTo(SlaStatus.BREACHED);
    }

    @Test
    void shouldPauseWhileTheCustomerHasToAnswerAndWhileParked() {
        router.configure(
                shop(QueueHours.ALWAYS, new ServiceTargets(0, 0, 0, HOUR)).build());
        long conversation = router.message("c1", "hello").conversation;
        router.pass(Duration.ofMinutes(10));
        router.park(conversation, true);
        assertThat(status(conversation, SlaClock.RESOLUTION)).isEqualTo(SlaStatus.PAUSED);
        router.tickThrough(Duration.ofHours(3));
        router.park(conversation, false);
        router.logIn("ada");
        router.accept("ada", router.state().statistics.offersMade);
        router.pass(Duration.ofMinutes(5));
        router.awaitCustomer("ada", conversation);
        assertThat(consumed(conversation, SlaClock.RESOLUTION)).isEqualTo(15 * MINUTE);
        router.tickThrough(Duration.ofMinutes(30));

        router.message("c1", "here I am");

        assertThat(dueAt(conversation, SlaClock.RESOLUTION)).isEqualTo(router.now + 45 * MINUTE);
    }

    @Test
    void shouldKeepWhatWasCountedWhenThePolicyChanges() {
        at("2027-03-26T16:00:00+01:00");
        router.configure(shop(OFFICE, new ServiceTargets(0, 0, 0, 2 * HOUR)).build());
        long conversation = router.message("c1", "hello").conversation;
        at("2027-03-26T23:00:00+01:00");

        router.configure(
                shop(QueueHours.ALWAYS, new ServiceTargets(0, 0, 0, 3 * HOUR)).build());
        router.tick();

        assertThat(consumed(conversation, SlaClock.RESOLUTION))
                .as("by the calendar until now")
                .isEqualTo(HOUR);
        assertThat(dueAt(conversation, SlaClock.RESOLUTION)).isEqualTo(router.now + 2 * HOUR);
        router.configure(shop(OFFICE, new ServiceTargets(0, 0, 0, HOUR)).build());
        router.tick();
        assertThat(status(conversation, SlaClock.RESOLUTION)).isEqualTo(SlaStatus.BREACHED);
    }

    @Test
    void shouldBeginAnewWithAnotherStay() {
        router.configure(
                shop(QueueHours.ALWAYS, new ServiceTargets(0, 0, 0, HOUR)).build());
        long conversation = router.message("c1", "hello").conversation;
        router.cancel(conversation);
        assertThat(status(conversation, SlaClock.RESOLUTION)).isEqualTo(SlaStatus.NONE);
        router.pass(Duration.ofMinutes(2));

        router.message("c1", "hello");

        assertThat(dueAt(conversation, SlaClock.RESOLUTION)).isEqualTo(router.now + HOUR);
    }

    @Test
    void shouldReviewAllWhenThereAreMoreThanOneTurnTakes() {
        router.configure(
                shop(QueueHours.ALWAYS, new ServiceTargets(0, 0, 0, HOUR)).build());
        for (int number = 0; number < 2 * SlaDecider.MAX_REVIEWED; number++) {
            router.message("c" + number, "hello");
        }
        router.configure(
                shop(QueueHours.ALWAYS, new ServiceTargets(0, 0, 0, 2 * HOUR)).build());
        router.tick();

        router.tickThrough(Duration.ofHours(1));
        assertThat(router.state().statistics.sla.breached[SlaClock.RESOLUTION.code()])
                .isZero();
        router.tickThrough(Duration.ofHours(1));
        assertThat(router.state().statistics.sla.breached[SlaClock.RESOLUTION.code()])
                .isEqualTo(2 * SlaDecider.MAX_REVIEWED);
    }

    private static Shop dueInAnHour() {
        Shop shop = shop(OFFICE, ServiceTargets.NONE);
        shop.queues.set(
                0,
                new QueueConfiguration(
                                "general",
                                "general",
                                OrderPolicy.EDF,
                                0,
                                Strategy.LONGEST_IDLE,
                                50,
                                List.of(),
                                Shop.OFFER_TIMEOUT.toNanos(),
                                0,
                                false,
                                new QueueMatching(ScoreFit.LINEAR, HOUR, 1, false))
                        .with(new QueueService(OFFICE, ServiceTargets.NONE)));
        return shop;
    }

    @Test
    void shouldKeepDueInstantsWhenNewSignaturesNeedRoom() {
        at("2027-03-26T16:30:00+01:00");
        router.configure(shop(OFFICE, ServiceTargets.NONE).build());
        Shop shop = dueInAnHour();
        for (int number = 0; number < 2 * Long.SIZE; number++) {
            shop.rule("word" + number + "x", "general", null, Shop.skill("skill" + number, 10));
        }
        router.configure(shop.build());
        long conversation = router.message("c1", "hello").conversation;
        long key = router.conversation(conversation).orderKey;
        assertThat(OrderKeys.dueInstant(key)).isEqualTo(nanos("2027-03-27T09:30:00+01:00") & ~1023L);

        for (int number = 0; number < 2 * Long.SIZE; number++) {
            router.message("d" + number, "word" + number + "x");
        }

        assertThat(router.state().signatures.size()).isGreaterThan(Long.SIZE);
        assertThat(router.conversation(conversation).orderKey).isEqualTo(key);
    }

    @Test
    void shouldOrderByDueInstantsOfOpenTime() {
        at("2027-03-26T16:30:00+01:00");
        Shop shop = dueInAnHour();
        router.configure(shop.build());

        long conversation = router.message("c1", "hello").conversation;

        long due = nanos("2027-03-27T09:30:00+01:00");
        assertThat(OrderKeys.dueInstant(router.conversation(conversation).orderKey))
                .isEqualTo(due & ~1023L);
        shop.agent("bob", 1, List.of("general"));
        router.configure(shop.build());
        assertThat(OrderKeys.dueInstant(router.conversation(conversation).orderKey))
                .isEqualTo(due & ~1023L);
    }
}
