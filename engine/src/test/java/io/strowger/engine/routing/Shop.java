package io.strowger.engine.routing;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.Lifecycle;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueBatch;
import io.strowger.engine.configuration.QueueBound;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.QueueOffering;
import io.strowger.engine.configuration.QueueService;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds configurations for tests: queue {@code general} is the fallback, channel {@code chat} costs one unit. */
final class Shop {
    static final Duration OFFER_TIMEOUT = Duration.ofSeconds(20);

    final List<ChannelConfiguration> channels = new ArrayList<>();
    final List<QueueConfiguration> queues = new ArrayList<>();
    final List<AgentConfiguration> agents = new ArrayList<>();
    final List<RuleConfiguration> rules = new ArrayList<>();
    final List<CalendarConfiguration> calendars = new ArrayList<>();
    RoutingLimits limits = RoutingLimits.DEFAULT;

    Shop() {
        channels.add(new ChannelConfiguration("chat", ChannelKind.CHAT, 1, 10));
        queue("general");
    }

    Shop channel(String id, ChannelKind kind, int cost, int max) {
        channels.add(new ChannelConfiguration(id, kind, cost, max));
        return this;
    }

    Shop queue(String id, Requirement... requirements) {
        return queue(id, OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 0, false, requirements);
    }

    Shop queue(
            String id,
            OrderPolicy order,
            long nanosPerPoint,
            Strategy strategy,
            long wrapUpNanos,
            boolean autoAccept,
            Requirement... requirements) {
        queues.removeIf(queue -> queue.id().equals(id));
        queues.add(new QueueConfiguration(
                id,
                id,
                order,
                nanosPerPoint,
                strategy,
                50,
                List.of(requirements),
                OFFER_TIMEOUT.toNanos(),
                wrapUpNanos,
                autoAccept));
        return this;
    }

    /** How many may wait in a queue, and where the others go; null: they are rejected. */
    Shop bound(String id, int maxLength, @Nullable String overflowQueue) {
        queues.replaceAll(
                queue -> queue.id().equals(id) ? queue.with(new QueueBound(maxLength, overflowQueue)) : queue);
        return this;
    }

    /** Within which time a queue's conversations should get an agent. */
    Shop target(String id, Duration target) {
        queues.replaceAll(queue -> queue.id().equals(id)
                ? queue.with(new QueueMatching(ScoreFit.LINEAR, target.toNanos(), 1, false))
                : queue);
        return this;
    }

    /** Has a queue collect conversations and agents. */
    Shop batch(String id, QueueBatch batch) {
        queues.replaceAll(queue -> queue.id().equals(id) ? queue.with(batch) : queue);
        return this;
    }

    Shop calendar(CalendarConfiguration calendar) {
        calendars.add(calendar);
        return this;
    }

    Shop hours(String id, QueueHours hours) {
        queues.replaceAll(queue -> queue.id().equals(id)
                ? queue.with(new QueueService(hours, queue.service().targets()))
                : queue);
        return this;
    }

    Shop pull(String id) {
        queues.replaceAll(queue -> queue.id().equals(id) ? queue.with(new QueueOffering(true)) : queue);
        return this;
    }

    Shop lifecycle(long timeToLiveNanos, long abandonGraceNanos, int maxTransfers) {
        limits = limits.with(new Lifecycle(timeToLiveNanos, abandonGraceNanos, maxTransfers));
        return this;
    }

    Shop agent(String id, int capacity, List<String> queues, Requirement... skills) {
        agents.removeIf(agent -> agent.id().equals(id));
        agents.add(new AgentConfiguration(id, id, List.of(skills), queues, capacity));
        return this;
    }

    Shop without(String agent) {
        agents.removeIf(each -> each.id().equals(agent));
        return this;
    }

    Shop rule(String word, @Nullable String queue, @Nullable Integer priority, Requirement... requirements) {
        rules.add(new RuleConfiguration(
                "rule-" + word, word, queue, priority, List.of(requirements), List.of("tag-" + word), false));
        return this;
    }

    Shop continuing(String word, @Nullable String queue, @Nullable Integer priority, Requirement... requirements) {
        rules.add(new RuleConfiguration(
                "rule-" + word, word, queue, priority, List.of(requirements), List.of("tag-" + word), true));
        return this;
    }

    static Requirement skill(String name, int level) {
        return new Requirement(name, level);
    }

    OrganizationConfiguration build() {
        return build("shop");
    }

    OrganizationConfiguration build(String id) {
        return new OrganizationConfiguration(id, channels, queues, agents, rules, "general", limits, calendars);
    }
}
