package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.ActionKind;
import io.strowger.engine.configuration.ExceptionAction;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.ExceptionTrigger;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.QueueService;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.RuleSteps;
import io.strowger.engine.configuration.RuleTiming;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.configuration.StepConfiguration;
import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.configuration.Workflows;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows about conversations that are led elsewhere while they wait: T8, T19, T20, T21. */
class WorkflowRowsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RouterHarness router = new RouterHarness();

    private static Shop shop() {
        return new Shop()
                .queue("billing", Shop.skill("accounts", 50))
                .queue("experts")
                .agent("ada", 2, List.of("general"), Shop.skill("refunds", 60))
                .agent("bob", 2, List.of("billing", "general"), Shop.skill("refunds", 60), Shop.skill("accounts", 60))
                .agent("eve", 2, List.of("experts", "general"))
                .rule("refund", "billing", 20, Shop.skill("refunds", 50));
    }

    private static OrganizationConfiguration stepped(StepConfiguration... steps) {
        Shop shop = shop();
        shop.rules.replaceAll(rule -> rule.with(new RuleSteps(List.of(steps), null)));
        return shop.build();
    }

    private static StepConfiguration firstFor(Duration time) {
        return new StepConfiguration(null, time.toNanos());
    }

    private static OrganizationConfiguration excepting(ExceptionRule... rules) {
        return shop().build().with(new Workflows(List.of(rules), 2));
    }

    private static ExceptionRule when(String id, TriggerKind kind, long value, ExceptionAction... actions) {
        return new ExceptionRule(id, null, new ExceptionTrigger(kind, value), List.of(actions));
    }

    @Test
    void t8ShouldBeginInTheFirstStepOfTheFirstRuleThatHolds() {
        router.configure(stepped(
                new StepConfiguration("experts", 70, 0, List.of(), MINUTE.toNanos(), false),
                new StepConfiguration("general", 0)));

        Decision decision = router.message("c1", "refund");

        assertThat(decision.state).isEqualTo(RouteState.QUEUED);
        assertThat(decision.queue).isEqualTo(router.queueNumber("experts"));
        assertThat(decision.priority).isEqualTo(70);
        WorkflowState workflow = router.conversation(decision.conversation).workflow;
        assertThat(workflow.step).isZero();
        assertThat(workflow.endsAt).isEqualTo(router.now + MINUTE.toNanos());
    }

    @Test
    void t19ShouldApplyTheNextStepAndKeepTheAge() {
        router.configure(stepped(firstFor(MINUTE), new StepConfiguration("general", null, 30, List.of(), 0, false)));
        long conversation = router.message("c1", "refund").conversation;
        long queuedAt = router.conversation(conversation).queuedAt;
        router.logIn("eve");
        router.logIn("ada");

        router.pass(MINUTE);
        router.tick();

        ConversationState moved = router.conversation(conversation);
        assertThat(router.events)
                .containsSubsequence(EventKind.CONVERSATION_QUEUED, EventKind.STEP_ENTERED, EventKind.OFFER_MADE);
        assertThat(moved.queue).isEqualTo(router.queueNumber("general"));
        assertThat(moved.priority).isEqualTo(50);
        assertThat(moved.queuedAt).isEqualTo(queuedAt);
        assertThat(moved.signature().requirements.toText()).contains("refunds").doesNotContain("accounts");
        assertThat(moved.offers.above(DomainEvent.NOBODY)).isNotNull();
        assertThat(moved.offers.has(router.agent("ada"))).isTrue();
    }

    @Test
    void t19ShouldRescindAnOfferUnlessItsAgentIsEligibleStill() {
        router.configure(stepped(firstFor(Duration.ofSeconds(5)), new StepConfiguration("experts", 0)));
        router.logIn("bob");
        long conversation = router.message("c1", "refund").offer;
        router.tickThrough(Duration.ofSeconds(5));
        assertThat(router.state().offer(conversation).isPending()).isFalse();

        RouterHarness other = new RouterHarness();
        other.configure(stepped(firstFor(Duration.ofSeconds(5)), new StepConfiguration("general", 0)));
        other.logIn("bob");
        long kept = other.message("c1", "refund").offer;
        other.tickThrough(Duration.ofSeconds(5));
        assertThat(other.state().offer(kept).isPending()).isTrue();
    }

    @Test
    void t19ShouldGoOnWithItsStepWhenItWaitsAgain() {
        router.configure(stepped(firstFor(MINUTE), new StepConfiguration("general", 0)));
        router.logIn("bob");
        Decision offered = router.message("c1", "refund");
        router.accept("bob", offered.offer);
        assertThat(router.conversation(offered.conversation).workflow.endsAt).isZero();
        router.tickThrough(MINUTE.multipliedBy(3));

        router.unassign("bob", offered.conversation);

        assertThat(router.conversation(offered.conversation).workflow.endsAt).isEqualTo(router.now + MINUTE.toNanos());
    }

    @Test
    void t20ShouldRelaxWhatTheStepSays() {
        router.configure(
                stepped(firstFor(MINUTE), new StepConfiguration("general", null, 0, List.of("refunds"), 0, false)));
        router.logIn("eve");
        long conversation = router.message("c1", "refund").conversation;

        router.tickThrough(MINUTE);

        assertThat(router.conversation(conversation).offers.has(router.agent("eve")))
                .isTrue();
    }

    @Test
    void t21ShouldActOnceAStayWhenItWaitsTooLong() {
        router.configure(excepting(when(
                "slow",
                TriggerKind.WAIT,
                MINUTE.toNanos(),
                ExceptionAction.of(ActionKind.SET_PRIORITY, 900),
                ExceptionAction.move("experts", true),
                ExceptionAction.require(List.of(new Requirement("patience", 10))),
                ExceptionAction.of(ActionKind.NOTIFY, "somebody waits"))));
        long conversation = router.message("c1", "hello").conversation;

        router.pass(MINUTE);
        router.tick();

        assertThat(router.events)
                .containsExactly(
                        EventKind.EXCEPTION_RAISED,
                        EventKind.CONVERSATION_QUEUED,
                        EventKind.DEMAND_SET,
                        EventKind.ACTION_REQUESTED);
        ConversationState moved = router.conversation(conversation);
        assertThat(moved.queue).isEqualTo(router.queueNumber("experts"));
        assertThat(moved.priority).isEqualTo(900);
        assertThat(moved.signature().requirements.toText()).contains("patience");
        router.tickThrough(MINUTE.multipliedBy(30));
        assertThat(router.conversation(conversation).workflow.moves).isEqualTo(1);
    }

    @Test
    void t21ShouldKeepToTheOrderOfRulesAndThenOfConversations() {
        router.configure(excepting(
                when("first", TriggerKind.WAIT, MINUTE.toNanos(), ExceptionAction.of(ActionKind.NOTIFY, "1")),
                when("second", TriggerKind.WAIT, MINUTE.toNanos(), ExceptionAction.of(ActionKind.NOTIFY, "2"))));
        router.message("c1", "hello");
        router.message("c2", "hello");
        router.pass(MINUTE);

        router.tick();

        assertThat(router.events.stream().filter(kind -> kind == EventKind.EXCEPTION_RAISED))
                .hasSize(4);
    }

    @Test
    void t21ShouldStopMovesThatGoInACircle() {
        router.configure(excepting(
                new ExceptionRule(
                        "there",
                        "general",
                        new ExceptionTrigger(TriggerKind.WAIT, MINUTE.toNanos()),
                        List.of(ExceptionAction.move("experts", true))),
                new ExceptionRule(
                        "back",
                        "experts",
                        new ExceptionTrigger(TriggerKind.WAIT, MINUTE.toNanos()),
                        List.of(ExceptionAction.move("general", true))),
                new ExceptionRule(
                        "there again",
                        "general",
                        new ExceptionTrigger(TriggerKind.WAIT, 2 * MINUTE.toNanos()),
                        List.of(ExceptionAction.move("experts", true)))));
        long conversation = router.message("c1", "hello").conversation;

        router.tickThrough(MINUTE);
        router.pass(MINUTE);
        router.tick();

        assertThat(router.events).contains(EventKind.MOVE_REFUSED);
        assertThat(router.conversation(conversation).queue).isEqualTo(router.queueNumber("general"));
        assertThat(router.conversation(conversation).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void t21ShouldLookWhenItComesIntoAQueueInWhichManyWait() {
        router.configure(excepting(
                when("full", TriggerKind.QUEUE_AHEAD, 2, ExceptionAction.of(ActionKind.CALLBACK, "call them back"))));
        router.message("c1", "hello");
        router.message("c2", "hello");
        assertThat(router.events).doesNotContain(EventKind.EXCEPTION_RAISED);

        router.message("c3", "hello");

        assertThat(router.events).contains(EventKind.EXCEPTION_RAISED, EventKind.ACTION_REQUESTED);
    }

    @Test
    void t21ShouldActWhenOffersAreExhausted() {
        router.configure(
                excepting(when("refused", TriggerKind.OFFERS_EXHAUSTED, 1, ExceptionAction.of(ActionKind.PARK, 0))));
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");

        router.decline("ada", offered.offer);

        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.PARKED);
    }

    @Test
    void t21ShouldCancelWithItsOffers() {
        router.configure(excepting(when(
                "late", TriggerKind.WAIT, Duration.ofSeconds(5).toNanos(), ExceptionAction.of(ActionKind.CANCEL, 0))));
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");

        router.pass(Duration.ofSeconds(5));
        router.tick();

        assertThat(router.events)
                .containsExactly(EventKind.EXCEPTION_RAISED, EventKind.OFFER_ENDED, EventKind.CONVERSATION_CANCELLED);
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.CANCELLED);
    }

    @Test
    void t21ShouldBeInForceForThoseWhoWaitAlready() {
        router.configure(shop().build());
        long conversation = router.message("c1", "hello").conversation;
        router.tickThrough(MINUTE);

        router.configure(excepting(when(
                "slow", TriggerKind.WAIT, 2 * MINUTE.toNanos(), ExceptionAction.of(ActionKind.SET_PRIORITY, 900))));
        assertThat(router.conversation(conversation).priority).isEqualTo(50);
        router.tickThrough(MINUTE);

        assertThat(router.conversation(conversation).priority).isEqualTo(900);
    }

    @Test
    void t21ShouldKeepWhatItDidWhenAMessageLeadsToTheSameRule() {
        router.configure(excepting(
                when("slow", TriggerKind.WAIT, MINUTE.toNanos(), ExceptionAction.of(ActionKind.SET_PRIORITY, 900))));
        long conversation = router.message("c1", "refund").conversation;
        router.tickThrough(MINUTE);

        assertThat(router.message("c1", "refund, please").priority).isEqualTo(900);
        assertThat(router.message("c1", "hello").priority).isEqualTo(50);
        assertThat(router.conversation(conversation).workflow.moves).isZero();
    }

    @Test
    void t21ShouldSeeThatNobodyWhoIsThereCouldServeIt() {
        router.configure(excepting(when(
                "nobody",
                TriggerKind.NO_ELIGIBLE,
                Duration.ofSeconds(30).toNanos(),
                ExceptionAction.of(ActionKind.SET_PRIORITY, 900))));
        router.logIn("bob");
        router.logIn("eve");
        Decision served = router.message("c1", "refund");
        assertThat(served.state).isEqualTo(RouteState.OFFERED);
        router.pass(Duration.ofSeconds(1));
        router.status("bob", AgentStatus.OFFLINE);
        assertThat(router.conversation(served.conversation).priority).isEqualTo(20);

        router.tickThrough(Duration.ofSeconds(30));

        assertThat(router.conversation(served.conversation).priority).isEqualTo(900);
        assertThat(router.message("c2", "refund").priority).isEqualTo(900);
        assertThat(router.message("c3", "hello").priority).isEqualTo(50);
    }

    @Test
    void t21ShouldActWhenItIsDueSoon() {
        Shop shop = shop();
        shop.rules.add(new RuleConfiguration(
                "rule-soon",
                "soon",
                "general",
                null,
                List.of(),
                List.of(),
                false,
                new RuleTiming(0, 5 * MINUTE.toNanos())));
        router.configure(shop.build()
                .with(new Workflows(
                        List.of(when(
                                "due",
                                TriggerKind.SLA_SLACK,
                                MINUTE.toNanos(),
                                ExceptionAction.of(ActionKind.SET_PRIORITY, 900))),
                        2)));
        long conversation = router.message("c1", "soon").conversation;
        router.tickThrough(MINUTE.multipliedBy(3));
        assertThat(router.conversation(conversation).priority).isEqualTo(50);

        router.tickThrough(MINUTE);

        assertThat(router.conversation(conversation).priority).isEqualTo(900);
    }

    @Test
    void t21ShouldActBeforeAPromiseIsBrokenUnderWhicheverConfiguration() {
        Workflows workflows = new Workflows(
                List.of(when(
                        "due",
                        TriggerKind.SLA_SLACK,
                        MINUTE.toNanos(),
                        ExceptionAction.of(ActionKind.SET_PRIORITY, 900))),
                2);
        router.configure(promising(MINUTE.multipliedBy(5)).with(workflows));
        long first = router.message("c1", "hello").conversation;
        router.tickThrough(MINUTE.multipliedBy(4).minusNanos(1));
        assertThat(router.conversation(first).priority).isEqualTo(50);
        router.tickThrough(Duration.ofNanos(1));
        assertThat(router.conversation(first).priority).isEqualTo(900);

        long second = router.message("c2", "hello").conversation;
        router.tickThrough(MINUTE);
        router.configure(promising(MINUTE.multipliedBy(3)).with(workflows));
        router.tickThrough(MINUTE.minusNanos(1));
        assertThat(router.conversation(second).priority).isEqualTo(50);
        router.tickThrough(Duration.ofNanos(1));
        assertThat(router.conversation(second).priority).isEqualTo(900);
    }

    private static OrganizationConfiguration promising(Duration timeToAssign) {
        Shop shop = shop();
        shop.queues.replaceAll(queue ->
                queue.with(new QueueService(QueueHours.ALWAYS, new ServiceTargets(timeToAssign.toNanos(), 0, 0, 0))));
        return shop.build();
    }

    @Test
    void t19ShouldPassOverAStepInWhichNobodyIsThere() {
        router.configure(stepped(
                new StepConfiguration("billing", null, 0, List.of(), MINUTE.toNanos(), true),
                new StepConfiguration("experts", null, 0, List.of("refunds"), MINUTE.toNanos(), true),
                new StepConfiguration("general", 0)));
        router.logIn("ada");

        Decision atOnce = router.message("c1", "refund");

        assertThat(atOnce.queue).isEqualTo(router.queueNumber("general"));
        assertThat(atOnce.state).isEqualTo(RouteState.OFFERED);
        router.logIn("eve");
        assertThat(router.message("c2", "refund").queue).isEqualTo(router.queueNumber("experts"));
        router.logIn("bob");
        assertThat(router.message("c3", "refund").queue).isEqualTo(router.queueNumber("billing"));
    }
}
