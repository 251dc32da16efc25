package io.strowger.engine.routing;

import static io.strowger.engine.routing.Shop.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueBatch;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.QueueService;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.explain.AgentVerdict;
import io.strowger.engine.explain.BatchFacts;
import io.strowger.engine.explain.Candidate;
import io.strowger.engine.explain.DecidedBy;
import io.strowger.engine.explain.ExplanationText;
import io.strowger.engine.explain.Hindrance;
import io.strowger.engine.explain.Promise;
import io.strowger.engine.explain.RoutingStep;
import io.strowger.engine.explain.RoutingStep.Chosen;
import io.strowger.engine.explain.RoutingStep.Queued;
import io.strowger.engine.explain.WaitingReport;
import io.strowger.engine.record.RecordView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private final RouterHarness router = new RouterHarness();
    private final Explainer explainer = new Explainer(RouterLimits.DEFAULT, 1_000);
    private int read;

    @Test
    void shouldTellTheRuleTheCandidatesAndWhatDecided() {
        open(new Shop()
                .queue("billing", skill("billing", 30))
                .agent("ada", 3, List.of("billing"), skill("billing", 80))
                .agent("bob", 3, List.of("billing"), skill("billing", 40))
                .agent("cem", 3, List.of("general"))
                .rule("refund", "billing", 70));
        router.logIn("bob");
        router.pass(Duration.ofSeconds(1));
        router.logIn("ada");
        router.pass(Duration.ofSeconds(1));

        long conversation = router.message("c-1", "a refund please").conversation;

        List<RoutingStep> steps = why(conversation);
        assertThat(steps).hasSize(2);
        Queued queued = (Queued) steps.get(0);
        assertThat(queued.queue()).isEqualTo("billing");
        assertThat(queued.rule()).isEqualTo("rule-refund");
        assertThat(queued.reason()).isEqualTo(QueueReason.ARRIVED);
        assertThat(queued.priority()).isEqualTo(70);
        assertThat(queued.requirements()).containsExactly(skill("billing", 30));
        assertThat(queued.tags()).containsExactly("tag-refund");
        Chosen chosen = (Chosen) steps.get(1);
        assertThat(chosen.agent()).isEqualTo("bob");
        assertThat(chosen.candidates()).extracting(Candidate::agent).containsExactly("bob", "ada");
        assertThat(chosen.decidedBy()).isEqualTo(DecidedBy.STRATEGY);
        assertThat(chosen.moreCandidates()).isFalse();
    }

    @Test
    void shouldTellWhatIsPromisedAndWhatWasBroken() {
        Shop shop = new Shop();
        shop.queues.replaceAll(queue -> queue.with(new QueueService(
                QueueHours.ALWAYS,
                new ServiceTargets(
                        Duration.ofMinutes(1).toNanos(), Duration.ofHours(1).toNanos(), 0, 0))));
        open(shop);
        long conversation = router.message("c-1", "hello").conversation;
        long dueAt = router.now + Duration.ofMinutes(1).toNanos();
        assertThat(waiting(conversation).promises())
                .extracting(Promise::status)
                .containsExactly(SlaStatus.RUNNING, SlaStatus.RUNNING);
        assertThat(ExplanationText.of(waiting(conversation)))
                .contains(" An agent is promised by ", " A first answer is promised by ");

        router.tickThrough(Duration.ofMinutes(2));

        RoutingStep.Broken broken = (RoutingStep.Broken) why(conversation).get(1);
        assertThat(broken.time()).isEqualTo(dueAt);
        assertThat(broken.queue()).isEqualTo("general");
        assertThat(broken.promise().clock()).isEqualTo(SlaClock.TIME_TO_ASSIGN);
        assertThat(broken.promise().dueAt()).isEqualTo(dueAt);
        assertThat(ExplanationText.of(broken))
                .startsWith("An agent was promised by ")
                .endsWith(", and is late.");
        assertThat(ExplanationText.of(waiting(conversation))).contains(" An agent was promised by ");
    }

    @Test
    void shouldTellWhatDecidedWhenTheStrategyDidNot() {
        open(new Shop()
                .queue("billing", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LEAST_LOADED, 0, false)
                .agent("ada", 3, List.of("billing"))
                .agent("bob", 3, List.of("general", "billing"))
                .agent("cem", 3, List.of("billing"))
                .rule("refund", "billing", 70));
        router.logIn("cem");
        router.logIn("bob");
        router.pass(Duration.ofSeconds(1));
        router.logIn("ada");

        assertThat(decidedBy("refund 1")).isEqualTo(DecidedBy.IDLE); // cem before ada
        router.status("cem", AgentStatus.OFFLINE);
        assertThat(decidedBy("refund 2")).isEqualTo(DecidedBy.TIER); // ada before bob
        router.status("ada", AgentStatus.OFFLINE);
        assertThat(decidedBy("refund 3")).isEqualTo(DecidedBy.ONLY_ONE);
    }

    @Test
    void shouldTellTheBatchAndWhatOneAfterTheOtherWouldHaveGiven() {
        open(new Shop()
                .batch("general", new QueueBatch(Duration.ofSeconds(1).toNanos(), 2, BatchWeights.USUAL))
                .agent("ada", 1, List.of("general"), skill("de", 50), skill("fr", 50))
                .agent("bob", 1, List.of("general"), skill("de", 50))
                .rule("german", "general", null, skill("de", 10))
                .rule("french", "general", null, skill("fr", 10)));
        router.logIn("ada");
        router.logIn("bob");
        long german = router.message("c-1", "german").conversation;
        long french = router.message("c-2", "french").conversation;
        readAll();
        assertThat(explainer.whyNot(0, german, "ada"))
                .extracting(AgentVerdict::hindrance)
                .isEqualTo(Hindrance.COLLECTING);

        router.tickThrough(Duration.ofSeconds(1));

        assertThat(last(german).decidedBy()).isEqualTo(DecidedBy.BATCH);
        BatchFacts batch = last(german).batch();
        assertThat(batch).isNotNull();
        assertThat(batch.greedyAgent()).isEqualTo("ada");
        assertThat(batch.pairs()).isEqualTo(2);
        assertThat(batch.greedyPairs()).isEqualTo(1);
        assertThat(ExplanationText.of(last(german)))
                .startsWith("Offered to bob, in a batch of 2 conversations and 2 agents: 2 pairs at the least cost")
                .contains("ada would have got it");
        assertThat(ExplanationText.of(last(french))).contains("nobody would have got it");
    }

    @Test
    void shouldNameTheRealRunnerUpUnderFewestToday() {
        open(new Shop()
                .queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.FEWEST_TODAY, 0, true)
                .agent("ada", 9, List.of("general"))
                .agent("bob", 9, List.of("general"))
                .agent("cem", 9, List.of("general")));
        // ada gets two in a long time, then bob and cem one each in a short one: cem and bob have got more for it.
        router.logIn("ada");
        router.message("c-1", "hello");
        router.message("c-2", "hello");
        router.pass(Duration.ofMinutes(40));
        router.logIn("bob");
        router.message("c-3", "hello");
        router.pass(Duration.ofMinutes(1));
        router.logIn("cem");
        router.message("c-4", "hello");
        router.pass(Duration.ofMinutes(1));

        long last = router.message("c-5", "hello").conversation;

        assertThat(last(last).candidates()).extracting(Candidate::agent).containsExactly("ada", "bob", "cem");
        assertThat(last(last).decidedBy()).isEqualTo(DecidedBy.STRATEGY);
    }

    @Test
    void shouldTellThatAnAgentWasAskedAgainWhenAllDeclined() {
        open(new Shop().agent("ada", 3, List.of("general")));
        router.logIn("ada");
        long conversation = router.message("c-1", "hello").conversation;
        router.decline("ada", offer("ada"));

        router.tickThrough(Duration.ofSeconds(16));

        assertThat(last(conversation).decidedBy()).isEqualTo(DecidedBy.RECYCLED);
    }

    @Test
    void shouldSayOfEachAgentOfTheQueueWhatIsInTheWay() {
        open(new Shop()
                .queue("billing", skill("billing", 50))
                .agent("ada", 1, List.of("billing"), skill("billing", 80))
                .agent("bob", 3, List.of("billing"), skill("billing", 40))
                .agent("cem", 3, List.of("general"))
                .agent("dan", 3, List.of("billing"), skill("billing", 80))
                .agent("eva", 3, List.of("billing"))
                .rule("refund", "billing", 70));
        for (String agent : List.of("ada", "bob", "cem", "eva")) {
            router.logIn(agent);
        }
        long first = router.message("c-1", "refund").conversation;
        router.accept("ada", offer("ada"));
        long second = router.message("c-2", "refund").conversation;
        long third = router.message("c-3", "refund").conversation;

        WaitingReport report = waiting(third);
        assertThat(report.state()).isEqualTo(RouteState.QUEUED);
        assertThat(report.queue()).isEqualTo("billing");
        assertThat(report.position()).isEqualTo(2);
        assertThat(report.waiting()).isEqualTo(2);
        assertThat(report.counts()).isEqualTo(Map.of(Hindrance.CAPACITY, 1, Hindrance.SKILL, 2, Hindrance.OFFLINE, 1));
        assertThat(report.agents())
                .containsExactly(
                        new AgentVerdict("ada", Hindrance.CAPACITY, null, 1, 0, 0),
                        new AgentVerdict("bob", Hindrance.SKILL, "billing", 50, 40, 0),
                        new AgentVerdict("eva", Hindrance.SKILL, "billing", 50, 0, 0),
                        AgentVerdict.of("dan", Hindrance.OFFLINE));
        assertThat(waiting(second).position()).isEqualTo(1);
        assertThat(waiting(first).isWaiting()).isFalse();
        assertThat(explainer.whyNot(0, third, "cem")).isEqualTo(AgentVerdict.of("cem", Hindrance.NOT_IN_QUEUE));
        assertThat(explainer.whyNot(0, first, "ada")).isEqualTo(AgentVerdict.of("ada", Hindrance.HAS_IT));
        assertThat(explainer.whyNot(0, third, "zoe")).isNull();
        assertThat(explainer.whyWaiting(0, 999)).isNull();
        assertThat(explainer.whyWaiting(7, third)).isNull();
    }

    @Test
    void shouldSayWhenSomethingChangesByItself() {
        open(new Shop().agent("ada", 3, List.of("general")));
        router.logIn("ada");
        long conversation = router.message("c-1", "hello").conversation;
        long declinedAt = router.now;
        router.decline("ada", offer("ada"));

        WaitingReport report = waiting(conversation);

        assertThat(report.counts()).isEqualTo(Map.of(Hindrance.EXCLUDED, 1));
        assertThat(report.nextChangeAt())
                .isEqualTo(declinedAt + Duration.ofSeconds(15).toNanos());
    }

    @Test
    void shouldSayThatAnAgentWasChosenWhenNobodyWaitsInARowOfScores() {
        Shop shop = new Shop()
                .queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.BEST_SCORE, 0, false)
                .agent("ada", 3, List.of("general"))
                .agent("bob", 3, List.of("general"));
        open(shop);
        router.logIn("ada");
        long conversation = router.message("c-1", "hello").conversation;
        router.accept("ada", offer("ada"));
        shop.agent("cem", 3, List.of("general"));
        open(shop);
        router.logIn("bob");

        router.assign(conversation, "bob");

        assertThat(last(conversation).agent()).isEqualTo("bob");
        assertThat(last(conversation).decidedBy()).isEqualTo(DecidedBy.CHOSEN);
    }

    @Test
    void shouldNotNameASkillThatIsOnlyWished() {
        open(new Shop()
                .queue("general", new Requirement("billing", 50, 1, false, 0))
                .agent("ada", 1, List.of("general")));
        router.logIn("ada");
        router.message("c-1", "hello");
        router.accept("ada", offer("ada"));
        long second = router.message("c-2", "hello").conversation;

        assertThat(waiting(second).counts()).isEqualTo(Map.of(Hindrance.CAPACITY, 1));
    }

    @Test
    void shouldSayUntilWhenAnAgentIsAsked() {
        open(new Shop().agent("ada", 3, List.of("general")));
        router.logIn("ada");
        long conversation = router.message("c-1", "hello").conversation;

        WaitingReport report = waiting(conversation);

        assertThat(report.counts()).isEqualTo(Map.of(Hindrance.ASKED, 1));
        assertThat(report.nextChangeAt()).isEqualTo(router.now + Shop.OFFER_TIMEOUT.toNanos());
    }

    @Test
    void shouldForgetTheOldestStepsFirst() {
        StepHistory history = new StepHistory(3);
        for (long conversation = 1; conversation <= 3; conversation++) {
            history.add(0, conversation, step(conversation));
        }
        history.add(0, 2, step(9));

        assertThat(history.of(0, 1)).isEmpty();
        assertThat(history.of(0, 2)).hasSize(2);
        history.forget(0, 2);
        assertThat(history.of(0, 2)).isEmpty();
        assertThat(history.of(0, 3)).hasSize(1);
    }

    private static RoutingStep step(long sequence) {
        return new Queued(sequence, 0, "general", 50, List.of(), QueueReason.ARRIVED, null, 1, null, List.of());
    }

    private void open(Shop shop) {
        router.configure(shop.build());
    }

    private DecidedBy decidedBy(String text) {
        return last(router.message("", text).conversation).decidedBy();
    }

    private Chosen last(long conversation) {
        List<RoutingStep> steps = why(conversation);
        return (Chosen) steps.get(steps.size() - 1);
    }

    private long offer(String agent) {
        return Objects.requireNonNull(router.agent(agent).offers.first()).id;
    }

    private List<RoutingStep> why(long conversation) {
        readAll();
        return explainer.why(0, conversation);
    }

    private WaitingReport waiting(long conversation) {
        readAll();
        return Objects.requireNonNull(explainer.whyWaiting(0, conversation));
    }

    private void readAll() {
        for (; read < router.records.size(); read++) {
            explainer.apply(new RecordView().wrap(router.records.get(read), 0));
        }
    }
}
