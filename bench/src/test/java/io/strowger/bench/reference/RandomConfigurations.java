package io.strowger.bench.reference;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.AgentMatching;
import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.Lifecycle;
import io.strowger.engine.configuration.LiveWork;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueBatch;
import io.strowger.engine.configuration.QueueBound;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.QueueOffering;
import io.strowger.engine.configuration.QueueService;
import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.RulePreference;
import io.strowger.engine.configuration.RuleTiming;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws small configurations in which much happens: few agents, short times, names that come back after they were gone. */
final class RandomConfigurations {
    private static final long MILLI = 1_000_000;
    private static final List<String> SKILLS = List.of("refunds", "cards", "language:de", "language:fr");

    private final Random random;

    RandomConfigurations(Random random) {
        this.random = random;
    }

    OrganizationConfiguration configuration(String id) {
        List<QueueConfiguration> queues = new ArrayList<>();
        for (int number : subset(4)) {
            queues.add(queue("queue-" + number));
        }
        for (int position = 0; position < queues.size(); position++) {
            if (random.nextInt(3) == 0) {
                // Overflow only leads onwards, so that it ends.
                String overflow = position + 1 < queues.size() && random.nextBoolean()
                        ? queues.get(position + 1).id()
                        : null;
                queues.set(position, queues.get(position).with(new QueueBound(1 + random.nextInt(6), overflow)));
            }
        }
        for (int position = 0; position < queues.size(); position++) {
            if (random.nextInt(3) == 0 && !queues.get(position).offering().pull()) {
                queues.set(position, queues.get(position).with(batch()));
            }
        }
        List<CalendarConfiguration> calendars = new RandomCalendars(random).calendars();
        for (int position = 0; position < queues.size(); position++) {
            QueueHours hours = RandomCalendars.hours(random, calendars, queues, position);
            queues.set(position, queues.get(position).with(new QueueService(hours, RandomCalendars.targets(random))));
        }
        List<ChannelConfiguration> channels = new ArrayList<>();
        for (int number : subset(4)) {
            // To change a channel's kind is refused.
            ChannelKind kind = ChannelKind.values()[random.nextInt(40) == 0 ? 0 : number];
            channels.add(new ChannelConfiguration(
                    "channel-" + number,
                    kind,
                    1 + random.nextInt(4),
                    1 + random.nextInt(3),
                    kinds(kind),
                    liveWork(kind)));
        }
        List<String> queueIds = queues.stream().map(QueueConfiguration::id).toList();
        List<AgentConfiguration> agents = new ArrayList<>();
        for (int number : subset(5)) {
            agents.add(agent("agent-" + number, queueIds));
        }
        List<RuleConfiguration> rules = new ArrayList<>();
        for (int number : subset(4)) {
            RuleConfiguration rule = rule("rule-" + number, queueIds);
            rules.add(rule.with(new RandomWorkflows(random, queueIds).steps(rule)));
        }
        return new OrganizationConfiguration(id, channels, queues, agents, rules, any(queueIds), limits(), calendars)
                .with(new RandomWorkflows(random, queueIds).workflows());
    }

    /** The same with one agent drawn anew, which is the change that happens most. */
    OrganizationConfiguration withOneAgentChanged(OrganizationConfiguration before) {
        List<AgentConfiguration> agents = new ArrayList<>(before.agents());
        List<String> queueIds =
                before.queues().stream().map(QueueConfiguration::id).toList();
        int position = random.nextInt(agents.size());
        agents.set(position, agent(agents.get(position).id(), queueIds));
        return new OrganizationConfiguration(
                before.id(),
                before.channels(),
                before.queues(),
                agents,
                before.rules(),
                before.fallbackQueue(),
                before.limits(),
                before.calendars(),
                before.workflows());
    }

    private QueueConfiguration queue(String id) {
        OrderPolicy order = OrderPolicy.values()[random.nextInt(3)];
        boolean aged = order == OrderPolicy.AGED;
        boolean autoAccept = random.nextInt(3) == 0;
        return new QueueConfiguration(
                        id,
                        id,
                        order,
                        aged ? (1 + random.nextInt(50)) * MILLI : 0,
                        Strategy.values()[random.nextInt(Strategy.values().length)],
                        random.nextInt(4) * 20,
                        requirements(8),
                        (20 + random.nextInt(1_500)) * MILLI,
                        random.nextBoolean() ? 0 : (10 + random.nextInt(500)) * MILLI,
                        autoAccept,
                        new QueueMatching(
                                ScoreFit.values()[random.nextInt(2)],
                                (1 + random.nextInt(60_000)) * MILLI,
                                random.nextBoolean() ? 1 : 1 + random.nextInt(4),
                                random.nextBoolean()))
                .with(new QueueOffering(!autoAccept && random.nextInt(4) == 0));
    }

    private QueueBatch batch() {
        return new QueueBatch(
                (1 + random.nextInt(random.nextBoolean() ? 50 : 3_000)) * MILLI,
                random.nextInt(4),
                new BatchWeights(weight(), weight(), weight(), weight(), weight()));
    }

    /** Often the same, so that costs are equal. */
    private int weight() {
        return random.nextInt(3) == 0 ? random.nextInt(BatchWeights.MAX + 1) : random.nextInt(2);
    }

    private AgentConfiguration agent(String id, List<String> queueIds) {
        List<String> served = new ArrayList<>(queueIds);
        Collections.shuffle(served, random);
        List<String> queues = served.subList(0, 1 + random.nextInt(served.size()));
        List<QueueTerms> terms = new ArrayList<>();
        if (random.nextBoolean()) {
            queues.forEach(queue -> terms.add(new QueueTerms(1 + random.nextInt(3), random.nextInt(3) * 700 * MILLI)));
        }
        return new AgentConfiguration(
                id,
                id,
                requirements(2),
                queues,
                1 + random.nextInt(8),
                new AgentMatching(
                        CrossQueueOrder.values()[random.nextInt(2)],
                        terms,
                        random.nextInt(3) == 0 ? kinds(null) : List.of(),
                        random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0));
    }

    /** Some kinds, but for one. */
    private List<ChannelKind> kinds(@Nullable ChannelKind without) {
        List<ChannelKind> drawn = new ArrayList<>();
        for (ChannelKind kind : ChannelKind.values()) {
            if (kind != without && random.nextInt(2) == 0) {
                drawn.add(kind);
            }
        }
        return drawn;
    }

    private RuleConfiguration rule(String id, List<String> queueIds) {
        boolean prefers = random.nextInt(3) == 0;
        RulePreference preference = prefers
                ? new RulePreference("manager", (1 + random.nextInt(2_000)) * MILLI, random.nextBoolean())
                : RulePreference.NONE;
        RuleConfiguration rule = new RuleConfiguration(
                id,
                any(Conditions.NAMES),
                random.nextInt(3) == 0 ? null : any(queueIds),
                random.nextBoolean() ? null : random.nextInt(5) * 25,
                requirements(5),
                random.nextBoolean() ? List.of() : List.of("tag-" + random.nextInt(3)),
                random.nextInt(3) == 0,
                new RuleTiming(
                        random.nextInt(3) == 0 ? random.nextInt(20_000) * MILLI : 0,
                        random.nextInt(3) == 0 ? random.nextInt(20_000) * MILLI : 0));
        return rule.with(preference);
    }

    private RoutingLimits limits() {
        return new RoutingLimits(
                cooldownMillis() * MILLI,
                1 + random.nextInt(3),
                (10 + random.nextInt(500)) * MILLI,
                (10 + random.nextInt(2_000)) * MILLI,
                (10 + random.nextInt(1_000)) * MILLI,
                (100 + random.nextInt(30_000)) * MILLI,
                random.nextInt(5) == 0 ? 0 : (10 + random.nextInt(1_500)) * MILLI,
                random.nextInt(4),
                (100 + random.nextInt(30_000)) * MILLI,
                0,
                (60_000 + random.nextInt(240_000)) * MILLI,
                new Lifecycle(
                        random.nextInt(3) == 0 ? (100 + random.nextInt(20_000)) * MILLI : 0,
                        random.nextInt(2_000) * MILLI,
                        random.nextInt(4)));
    }

    private LiveWork liveWork(ChannelKind kind) {
        return random.nextBoolean() ? LiveWork.usual(kind) : LiveWork.ofCode(random.nextInt(3));
    }

    /** None, short, or long enough to soften. */
    private long cooldownMillis() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 15_000 + random.nextInt(10_000);
            default -> 50 + random.nextInt(3_000);
        };
    }

    /** Each skill with the chance of one in so many, at some level; if they are no agent's, with more than that. */
    private List<Requirement> requirements(int oneIn) {
        List<Requirement> drawn = new ArrayList<>();
        for (String skill : SKILLS) {
            if (random.nextInt(oneIn) == 0) {
                int level = random.nextInt(3) * 40;
                boolean mandatory = oneIn < 3 || random.nextInt(4) != 0;
                drawn.add(
                        oneIn < 3
                                ? new Requirement(skill, level)
                                : new Requirement(
                                        skill,
                                        level,
                                        random.nextInt(4) == 0 ? level + 20 : Requirement.HIGHEST,
                                        1 + random.nextInt(3),
                                        mandatory,
                                        mandatory && random.nextBoolean() ? (1 + random.nextInt(3_000)) * MILLI : 0));
            }
        }
        if (oneIn >= 3 && random.nextInt(4) == 0) {
            String skill = random.nextBoolean() ? any(SKILLS) : "agent:agent-" + random.nextInt(5);
            Requirement asked = new Requirement(skill, 10, 1, true, random.nextBoolean() ? 500 * MILLI : 0);
            drawn.add(random.nextBoolean() ? asked : asked.absent());
        }
        return drawn;
    }

    /** Most or all of the numbers from 0 to the size minus one, in any order. */
    private List<Integer> subset(int size) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            numbers.add(number);
        }
        Collections.shuffle(numbers, random);
        return numbers.subList(0, random.nextBoolean() ? size : 1 + random.nextInt(size));
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
