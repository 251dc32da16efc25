package io.strowger.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.explain.RoutingStep.Chosen;
import io.strowger.engine.explain.RoutingStep.Queued;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTextTest {
    private static final long NOON = 1_790_000_000_000_000_000L;
    private static final List<Requirement> GERMAN = List.of(new Requirement("language:de", 60));

    @Test
    void shouldSayWhyItIsInAQueue() {
        assertThat(queued(QueueReason.ARRIVED, "upset", null))
                .isEqualTo("Queued in billing with priority 70, because rule upset holds; it needs somebody with "
                        + "language:de 60.");
        assertThat(queued(QueueReason.REOPENED, null, "ada"))
                .isEqualTo("Queued in billing with priority 70, because a message reopened it and no rule sends it "
                        + "elsewhere; it needs somebody with language:de 60; ada is asked first.");
    }

    @Test
    void shouldSayWhyAnAgentWasChosen() {
        assertThat(chosen(DecidedBy.STRATEGY, false, "bob", "ada"))
                .isEqualTo("Offered to bob, first of 2 by the queue's strategy, longest-idle; then came ada.");
        assertThat(chosen(DecidedBy.TIER, true, "bob", "ada"))
                .isEqualTo("Offered to bob, first of more than 2 by the tier in the queue; then came ada.");
        assertThat(chosen(DecidedBy.ONLY_ONE, false, "bob")).isEqualTo("Offered to bob: nobody else could be asked.");
        assertThat(chosen(DecidedBy.PREFERENCE, false, "bob"))
                .isEqualTo("Offered to bob, because the conversation waited for this agent.");
        assertThat(chosen(DecidedBy.CHOSEN, false)).isEqualTo("Offered to bob, chosen by whoever sent it there.");
    }

    @Test
    void shouldSayWhyItWaits() {
        Map<Hindrance, Integer> counts = new EnumMap<>(Map.of(Hindrance.SKILL, 1, Hindrance.OFFLINE, 2));
        List<AgentVerdict> verdicts = List.of(
                new AgentVerdict("ada", Hindrance.SKILL, "language:de", 60, 0, 0),
                AgentVerdict.of("bob", Hindrance.OFFLINE),
                AgentVerdict.of("cem", Hindrance.OFFLINE));

        assertThat(ExplanationText.of(report(2, counts, verdicts, 0)))
                .isEqualTo(
                        "Waits in billing, place 2 of 5, priority 70. 3 agents serve the queue: 2 offline, 1 without a "
                                + "skill (language:de 60). Nothing of that ends by itself.");
        assertThat(ExplanationText.of(report(1, Map.of(), List.of(), NOON)))
                .isEqualTo(
                        "Waits in billing, place 1 of 5, priority 70. No agent serves the queue. The first of that ends"
                                + " at 2026-09-21T14:13:20Z.");
        assertThat(ExplanationText.of(report(0, Map.of(), List.of(), 0))).isEqualTo("It does not wait: it is queued.");
    }

    @Test
    void shouldSayWhyNot() {
        assertThat(ExplanationText.of(new AgentVerdict("ada", Hindrance.SKILL, "language:de", 60, 40, 0)))
                .isEqualTo("ada would need language:de 60, and has 40.");
        assertThat(ExplanationText.of(new AgentVerdict("ada", Hindrance.CAPACITY, null, 30, 10, 0)))
                .isEqualTo("ada has no room: it takes 30, and 10 is left.");
        assertThat(ExplanationText.of(new AgentVerdict("ada", Hindrance.EXCLUDED, null, 0, 0, NOON)))
                .contains("not asked before 2026-09-21T14:13:20Z");
    }

    @ParameterizedTest
    @EnumSource(Hindrance.class)
    void shouldHaveASentenceForEachHindrance(Hindrance hindrance) {
        assertThat(ExplanationText.of(new AgentVerdict("ada", hindrance, "billing", 1, 0, NOON)))
                .contains("ada")
                .endsWith(".");
    }

    private static String queued(QueueReason reason, @Nullable String rule, @Nullable String preferred) {
        return ExplanationText.of(new Queued(7, NOON, "billing", 70, GERMAN, reason, rule, 3, preferred, List.of()));
    }

    @Test
    void shouldSayWhatABatchWasAndWhatElseWouldHaveBeen() {
        assertThat(batch(new BatchFacts(3, 2, 2, 900, 400, 2, 900, "bob")))
                .isEqualTo("Offered to bob, in a batch of 3 conversations and 2 agents: 2 pairs at the least cost, 900"
                        + " together, 400 for this one.");
        assertThat(batch(new BatchFacts(1, 2, 1, 900, 900, 1, 1200, "ada")))
                .isEqualTo("Offered to bob, in a batch of 1 conversation and 2 agents: 1 pair at the least cost, 900"
                        + " together, 900 for this one. One after the other, there would have been 1 pair at 1200, and"
                        + " ada would have got it.");
    }

    private static String batch(BatchFacts facts) {
        return ExplanationText.of(new Chosen(
                7,
                NOON,
                "billing",
                70,
                GERMAN,
                3,
                false,
                "bob",
                Strategy.LONGEST_IDLE,
                List.of(),
                false,
                DecidedBy.BATCH,
                facts));
    }

    private static String chosen(DecidedBy decidedBy, boolean more, String... candidates) {
        List<Candidate> listed = List.of(candidates).stream()
                .map(agent -> new Candidate(agent, 1, 0, NOON, 0, 0, 100))
                .toList();
        return ExplanationText.of(new Chosen(
                7, NOON, "billing", 70, GERMAN, 3, false, "bob", Strategy.LONGEST_IDLE, listed, more, decidedBy, null));
    }

    private static WaitingReport report(
            int position, Map<Hindrance, Integer> counts, List<AgentVerdict> verdicts, long nextChangeAt) {
        return new WaitingReport(
                9,
                NOON,
                RouteState.QUEUED,
                "billing",
                70,
                NOON,
                position == 0 ? null : new WaitEstimate(position, -1, -1, null),
                5,
                GERMAN,
                null,
                counts,
                verdicts,
                nextChangeAt,
                List.of());
    }
}
