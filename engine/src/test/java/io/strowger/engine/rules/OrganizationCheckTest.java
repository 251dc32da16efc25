package io.strowger.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueBatch;
import io.strowger.engine.configuration.QueueBound;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.QueueService;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.ServiceTargets;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.configuration.WhenClosed;
import io.strowger.models.linear.InlineModels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganizationCheckTest {
    private static final String POSSIBLE = "; a confidence is 0 to 1, the sentiment's score -1 to 1";
    private static final OrganizationCheck CHECK = new OrganizationCheck(InlineModels.builtin());

    private final List<ChannelConfiguration> channels =
            new ArrayList<>(List.of(new ChannelConfiguration("web-chat", ChannelKind.CHAT, 30, 3)));
    private final List<QueueConfiguration> queues =
            new ArrayList<>(List.of(queue("general", 50, List.of()), queue("billing", 50, List.of())));
    private final List<AgentConfiguration> agents = new ArrayList<>(List.of(
            new AgentConfiguration("ada", "Ada", List.of(new Requirement("language:de", 80)), List.of("general"), 100),
            new AgentConfiguration("bob", "Bob", List.of(), List.of("billing", "general"), 100)));
    private final List<RuleConfiguration> rules = new ArrayList<>();
    private final List<CalendarConfiguration> calendars = new ArrayList<>();
    private String fallback = "general";

    @Test
    void shouldFindNothingWhenAllIsWell() {
        rules.add(rule("one", "channel == 'web-chat' && analysis.intent.label == 'get_refund'", "billing"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void shouldNameUnknownQueuesWhereverTheyAreUsed() {
        fallback = "genral";
        agents.add(new AgentConfiguration("eve", "Eve", List.of(), List.of("billing", "biling", "billing"), 100));
        rules.add(rule("one", "true && channel == 'x'", "shipping"));
        assertThat(problems())
                .containsExactly(
                        "ERROR fallbackQueue: there is no queue genral; did you mean general?",
                        "ERROR agents[2].queues[1]: there is no queue biling; did you mean billing?",
                        "ERROR agents[2].queues[2]: billing is there twice",
                        "ERROR rules[0].queue: there is no queue shipping");
    }

    @Test
    void shouldNameIdsThatAreThereTwice() {
        channels.add(channels.get(0));
        queues.add(queue("billing", 50, List.of()));
        queues.add(queue(" ", 50, List.of()));
        assertThat(problems())
                .contains(
                        "ERROR channels[1].id: web-chat is the id of channels[0] already",
                        "ERROR queues[2].id: billing is the id of queues[1] already",
                        "ERROR queues[3].id: an id has 1 to 255 characters, not only blanks");
    }

    @Test
    void shouldNameNumbersOutOfTheirRange() {
        channels.set(0, new ChannelConfiguration("web-chat", ChannelKind.CHAT, 0, 10_001));
        queues.set(0, queue("general", 1001, List.of()));
        agents.set(1, new AgentConfiguration("bob", "Bob", List.of(), List.of("billing"), 0));
        rules.add(new RuleConfiguration("one", "channel == 'x'", null, -1, List.of(), List.of("a\nb"), false));
        assertThat(problems())
                .contains(
                        "ERROR channels[0].cost: 0 is not between 1 and 10000",
                        "ERROR channels[0].maxPerAgent: 10001 is not between 1 and 10000",
                        "ERROR queues[0].priority: 1001 is not between 0 and 1000",
                        "ERROR agents[1].capacity: 0 is not between 1 and 65535",
                        "ERROR rules[0].priority: -1 is not between 0 and 1000",
                        "ERROR rules[0].tags[0]: a tag is one line of text, not empty");
    }

    @Test
    void shouldRefuseBatchesThatTakeTooLongOrWeighTooMuch() {
        QueueConfiguration general = queue("general", 50, List.of());
        queues.set(0, general.with(new QueueBatch(QueueBatch.MAX_WINDOW_NANOS + 1, 2, BatchWeights.USUAL)));
        assertThat(problems()).singleElement().asString().startsWith("ERROR queues[0].batch.window: the time must be");
        queues.set(0, general.with(new QueueBatch(1, -1, BatchWeights.USUAL)));
        assertThat(problems()).containsExactly("ERROR queues[0].batch.maxPassed: -1 is not between 0 and 1000");
        queues.set(0, general.with(new QueueBatch(1, 0, new BatchWeights(0, 0, 0, 1001, 0))));
        assertThat(problems()).containsExactly("ERROR queues[0].batch.weights.load: 1001 is not between 0 and 1000");
        queues.set(0, general.with(new QueueBatch(1, 0, new BatchWeights(0, 0, 0, 0, 0))));
        assertThat(problems()).singleElement().asString().startsWith("WARNING queues[0].batch.weights: all are 0");
        queues.set(0, general.with(new QueueBatch(QueueBatch.MAX_WINDOW_NANOS, 1_000, BatchWeights.USUAL)));
        assertThat(problems()).isEmpty();
    }

    @Test
    void shouldRefuseHoursOfQueuesThatLeadNowhere() {
        QueueConfiguration general = queue("general", 50, List.of());
        queues.set(0, general.with(hours("ofice", WhenClosed.PARK, null)));
        assertThat(problems())
                .contains("ERROR queues[0].calendar: there is no calendar ofice; did you mean office?")
                .contains("WARNING calendars[0]: no queue has the calendar office");
        queues.set(0, general.with(hours("office", WhenClosed.MOVE, null)));
        assertThat(problems())
                .containsExactly("ERROR queues[0].closedQueue: with whenClosed move it must say to which queue");
        queues.set(0, general.with(hours("office", WhenClosed.MOVE, "biling")));
        assertThat(problems())
                .containsExactly("ERROR queues[0].closedQueue: there is no queue biling; did you mean billing?");
        queues.set(0, general.with(hours("office", WhenClosed.MOVE, "billing")));
        assertThat(problems()).isEmpty();
        queues.set(1, queues.get(1).with(new QueueBound(5, "general")));
        assertThat(problems()).containsExactly("ERROR queues[0].closedQueue: it leads back to general");
    }

    private QueueService hours(String calendar, WhenClosed whenClosed, @Nullable String closedQueue) {
        if (calendars.isEmpty()) {
            calendars.add(new CalendarConfiguration(
                    "office", "UTC", Collections.nCopies(7, DayHours.of(540, 1_020)), Map.of()));
        }
        return new QueueService(new QueueHours(calendar, whenClosed, closedQueue, false, false), ServiceTargets.NONE);
    }

    @Test
    void shouldRefuseBoundsOfQueuesThatLeadNowhere() {
        QueueConfiguration general = queue("general", 50, List.of());
        queues.set(0, general.with(new QueueBound(-1, null)));
        assertThat(problems()).singleElement().asString().startsWith("ERROR queues[0].maxLength: it is -1");
        queues.set(0, general.with(new QueueBound(0, "billing")));
        assertThat(problems()).singleElement().asString().contains("queues[0].overflowQueue: without maxLength");
        queues.set(0, general.with(new QueueBound(5, "biling")));
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("queues[0].overflowQueue")
                .contains("billing");
        queues.set(0, general.with(new QueueBound(5, "billing")));
        assertThat(problems()).isEmpty();
        queues.set(1, queues.get(1).with(new QueueBound(5, "general")));
        assertThat(problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("leads back to"));
    }

    @Test
    void shouldRefuseAgedQueuesWhosePrioritiesAreWorthMoreThanTenYears() {
        queues.set(1, aged(TimeUnit.DAYS.toNanos(4)));
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR queues[1].pointWorth: a point of priority must be worth more than nothing and at most 87h");
        queues.set(1, aged(TimeUnit.DAYS.toNanos(3)));
        assertThat(problems()).isEmpty();
    }

    @Test
    void shouldPlaceWhatIsWrongInsideConditions() {
        rules.add(rule("one", "channel == 'x' &&\nanalysis.intent.labell == 'y'", "billing"));
        ConfigurationProblem problem = CHECK.check(configuration()).get(0);
        assertThat(problem.path()).isEqualTo("rules[0].when");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(17);
        assertThat(problem.message()).contains("did you mean label?");
    }

    @Test
    void shouldWarnOfRulesWithoutAChance() {
        rules.add(rule("never", "channel == 'a' && channel == 'b'", "billing"));
        rules.add(rule("first", "channel == 'a'", "billing"));
        rules.add(rule("again", "channel == 'a'", "general"));
        rules.add(rule("all", "true", "billing"));
        rules.add(rule("late", "channel == 'c'", "billing"));
        assertThat(problems())
                .containsExactly(
                        "WARNING rules[0].when: rule never can never hold: its condition contradicts itself",
                        "WARNING rules[2].when: rule again never decides: rule first has the same condition",
                        "WARNING rules[4]: rule late is never tried: rule all before it holds for every message");
    }

    @Test
    void shouldWarnOfRulesThatAnEarlierOneTakesEverythingFrom() {
        rules.add(rule("sure", "analysis.intent.confidence > 0.5 && channel in ['a', 'b']", "billing"));
        rules.add(
                rule("surer", "text.contains('x') && channel == 'b' && 0.8 <= analysis.intent.confidence", "general"));
        rules.add(rule("other", "channel == 'c' && analysis.intent.confidence > 0.9", "general"));
        rules.add(rule("either", "text.startsWith('y') || size(text) > 10", "billing"));
        rules.add(rule("long", "channel == 'd' && (size(text) > 20 || text.startsWith('y'))", "general"));
        rules.add(rule("short", "size(text) > 5", "general"));
        rules.add(rule("again", "size( text )>5", "billing"));
        assertThat(problems())
                .containsExactly(
                        "WARNING rules[1].when: rule surer never decides: rule sure before it holds whenever it would",
                        "WARNING rules[4].when: rule long never decides: rule either before it holds whenever it would",
                        "WARNING rules[6].when: rule again never decides: rule short has the same condition");
    }

    @Test
    void shouldWarnOfNumbersThatContradictEachOther() {
        rules.add(rule("percent", "analysis.intent.confidence >= 80", "billing"));
        rules.add(rule("gap", "analysis.sentiment.score < -0.5 && analysis.sentiment.score > 0.0", "billing"));
        rules.add(rule("edge", "size(text) > 5 && size(text) <= 5 || analysis.intent.confidence < 0.0", "billing"));
        rules.add(rule("fine", "analysis.intent.confidence >= 1.0 || analysis.intent.confidence > 7.0", "billing"));
        assertThat(problems())
                .containsExactly(
                        "WARNING rules[0].when: rule percent can never hold: its condition contradicts itself"
                                + POSSIBLE,
                        "WARNING rules[1].when: rule gap can never hold: its condition contradicts itself" + POSSIBLE,
                        "WARNING rules[2].when: rule edge can never hold: its condition contradicts itself" + POSSIBLE);
    }

    @Test
    void shouldWarnOfAgentsAndChannelsThatNothingBringsTogether() {
        agents.add(new AgentConfiguration("eve", "Eve", List.of(), List.of(), 100));
        channels.add(new ChannelConfiguration("phone", ChannelKind.VOICE, 101, 1));
        assertThat(problems())
                .contains(
                        "WARNING agents[2].queues: agent eve is in no queue, so nothing is ever offered to that agent",
                        "WARNING channels[1]: no agent takes conversations of channel phone: each is too small for one,"
                                + " or does not take the kind voice");
    }

    @Test
    void shouldRefuseRulesWhenNoneOfThemCanHold() {
        rules.add(rule("never", "false", "billing"));
        assertThat(problems()).contains("ERROR rules: no message can match any rule");
    }

    @Test
    void shouldWarnOfLabelsThatNoModelGives() {
        rules.add(rule("one", "analysis.intent.label in ['get_refund', 'track_ordr']", "billing"));
        assertThat(problems())
                .containsExactly(
                        "WARNING rules[0].when: the models never say analysis.intent.label is track_ordr; did you"
                                + " mean track_order?");
    }

    @Test
    void shouldWarnOfQueuesAndSkillsThatNobodyServes() {
        queues.add(queue("empty", 50, List.of()));
        queues.add(queue("hard", 50, List.of(new Requirement("langauge:de", 50))));
        queues.set(1, queue("billing", 50, List.of(new Requirement("language:de", 50))));
        agents.add(new AgentConfiguration("eve", "Eve", List.of(), List.of("hard"), 100));
        rules.add(new RuleConfiguration(
                "top", "channel == 'x'", null, null, List.of(new Requirement("language:de", 90)), List.of(), true));
        assertThat(problems())
                .containsExactly(
                        "WARNING queues[1]: none of the agents who serve queue billing has all the skills that it requires",
                        "WARNING queues[2]: no agent serves queue empty",
                        "WARNING queues[3].requires.langauge:de: no agent has the skill langauge:de; did you mean"
                                + " language:de?",
                        "WARNING rules[0].requires.language:de: no agent has language:de at level 90; the highest is 80");
    }

    @Test
    void shouldWarnWhenAContinuingRuleLeavesConversationsWithNobody() {
        Requirement german = new Requirement("language:de", 60);
        rules.add(new RuleConfiguration(
                "german", "analysis.language.label == 'de'", null, null, List.of(german), List.of(), true));
        rules.add(rule("money", "analysis.intent.label == 'get_refund'", "billing"));
        assertThat(problems())
                .containsExactly("WARNING rules[0].requires: nobody in queue billing has what rule german and the queue"
                        + " require together, so such conversations would wait for ever");
        rules.set(1, rule("money", "analysis.language.label == 'fr'", "billing"));
        assertThat(problems()).as("the two exclude each other").isEmpty();
    }

    @Test
    void shouldWarnWhenAnAgentIsTooSmallForAChannel() {
        agents.set(1, new AgentConfiguration("bob", "Bob", List.of(), List.of("billing", "general"), 20));
        assertThat(problems())
                .containsExactly(
                        "WARNING agents[1].capacity: agent bob can never hold a conversation of channel web-chat,"
                                + " which takes 30");
    }

    private List<String> problems() {
        return CHECK.check(configuration()).stream()
                .map(problem -> problem.severity() + " " + problem.path() + ": " + problem.message())
                .toList();
    }

    private OrganizationConfiguration configuration() {
        return new OrganizationConfiguration(
                "demo", channels, queues, agents, rules, fallback, RoutingLimits.DEFAULT, calendars);
    }

    private static RuleConfiguration rule(String id, String when, @Nullable String queue) {
        return new RuleConfiguration(id, when, queue, null, List.of(), List.of(), false);
    }

    private static QueueConfiguration queue(String id, int priority, List<Requirement> requirements) {
        return new QueueConfiguration(
                id, id, OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, priority, requirements, 1, 0, false);
    }

    private static QueueConfiguration aged(long nanosPerPoint) {
        return new QueueConfiguration(
                "billing",
                "Billing",
                OrderPolicy.AGED,
                nanosPerPoint,
                Strategy.LONGEST_IDLE,
                50,
                List.of(),
                1,
                0,
                false);
    }
}
