package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.ActionKind;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.ExceptionAction;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.ExceptionTrigger;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.RuleSteps;
import io.strowger.engine.configuration.StepConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.configuration.Workflows;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.record.RecordView;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many conversations and exception rules there are, a record keeps its bounds; and what updates do to steps and exceptions. */
class ExceptionBoundsTest {
    private static final int MUCH_WORK = 1_000;
    private static final int MAX_RAISED = 128;

    private final RouterHarness router = new RouterHarness();

    private void loseAnAgentWithMuchWork(List<ExceptionRule> rules) {
        Shop shop = new Shop()
                .channel("big", ChannelKind.MESSAGING, 1, MUCH_WORK)
                .queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 0, true)
                .agent("ada", MUCH_WORK, List.of("general"));
        assertThat(router.configure(shop.build().with(new Workflows(rules, 10))).outcome)
                .isEqualTo(Outcome.DONE);
        router.logIn("ada");
        for (int number = 0; number < MUCH_WORK; number++) {
            router.message("big", "", "c" + number, "", "hello");
        }
        assertThat(router.agent("ada").assignments.size()).isEqualTo(MUCH_WORK);
        router.records.clear();
        router.connection("ada", false);
        router.tickThrough(Duration.ofMinutes(5));
    }

    private static ExceptionRule nobody(String id, String text) {
        return new ExceptionRule(
                id,
                null,
                new ExceptionTrigger(
                        TriggerKind.NO_ELIGIBLE, Duration.ofSeconds(30).toNanos()),
                Collections.nCopies(16, ExceptionAction.of(ActionKind.NOTIFY, text)));
    }

    @Test
    void shouldStayWithinARecordWhenRulesConcernAllThatAnAgentLeaves() {
        loseAnAgentWithMuchWork(
                List.of(nobody("a", "x".repeat(1_024)), nobody("b", "x"), nobody("c", "x"), nobody("d", "x")));

        assertThat(router.agent("ada").assignments.size()).isZero();
        for (byte[] each : router.records) {
            RecordView record = new RecordView().wrap(each, 0);
            int raised = 0;
            while (record.nextEvent()) {
                raised += record.eventKind() == io.strowger.engine.event.EventKind.EXCEPTION_RAISED ? 1 : 0;
            }
            assertThat(raised).isLessThanOrEqualTo(MAX_RAISED);
        }
    }

    @Test
    void shouldComeToEveryConversationLater() {
        loseAnAgentWithMuchWork(List.of(nobody("a", "x")));

        List<ConversationState> waiting = Invariants.conversations(router.state());
        assertThat(waiting)
                .filteredOn(conversation -> conversation.state == RouteState.QUEUED)
                .hasSize(MUCH_WORK)
                .allMatch(conversation -> conversation.workflow.wasRaised(0));
    }

    @Test
    void shouldLeaveTheStepsOfTheFirstRuleWhenAnUpdateLeadsToAnother() {
        Shop shop = new Shop()
                .queue("billing")
                .queue("vip")
                .rule("refund", "billing", 20)
                .rule("vip", "vip", 90);
        shop.rules.replaceAll(rule -> rule.id().equals("rule-refund")
                ? rule.with(new RuleSteps(
                        List.of(new StepConfiguration(
                                null, Duration.ofMinutes(1).toNanos())),
                        "general"))
                : rule);
        router.configure(shop.build());
        long id = router.message("c", "refund").conversation;

        router.update(id, -1, "vip", "tier", "vip");
        router.tickThrough(Duration.ofMinutes(2));

        assertThat(router.conversation(id).queue).isEqualTo(router.queueNumber("vip"));
        assertThat(router.conversation(id).workflow.touched).isFalse();
    }

    @Test
    void t37ShouldTakeThePriorityOfAnUpdateWhateverExceptionsSaidBefore() {
        ExceptionRule slow = new ExceptionRule(
                "slow",
                null,
                new ExceptionTrigger(TriggerKind.WAIT, Duration.ofMinutes(1).toNanos()),
                List.of(ExceptionAction.of(ActionKind.SET_PRIORITY, 70)));
        Shop shop = new Shop().queue("billing").rule("refund", "billing", 20);
        router.configure(shop.build().with(new Workflows(List.of(slow), 10)));
        long id = router.message("c", "refund").conversation;
        router.tickThrough(Duration.ofMinutes(2));
        assertThat(router.conversation(id).priority).isEqualTo(70);

        Decision decision = router.update(id, 900, "refund");

        assertThat(decision.priority).isEqualTo(900);
        assertThat(router.update(id, 900, "refund").outcome).isEqualTo(Outcome.UNCHANGED);
    }
}
