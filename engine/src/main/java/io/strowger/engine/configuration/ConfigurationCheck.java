package io.strowger.engine.configuration;

import io.strowger.engine.calendar.CalendarConfiguration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Checks a configuration for what its types can't say: names that are there once and exist where they are used, numbers
 * within their limits. Whether the rules' conditions are right is up to the rule compiler. Cold.
 */
public final class ConfigurationCheck {
    /** The highest priority. */
    public static final int MAX_PRIORITY = 1_000;

    private static final int MAX_CAPACITY = 65_535;
    private static final int MAX_COST = 10_000;
    static final int MAX_NAME_BYTES = 255;
    private static final long MAX_WINDOW_NANOS = TimeUnit.DAYS.toNanos(31);
    private static final long TEN_YEARS_NANOS = TimeUnit.DAYS.toNanos(3_650);

    private ConfigurationCheck() {}

    /**
     * Checks everything.
     *
     * @throws IllegalArgumentException for the first thing that is wrong; says where, what, and the limit
     */
    public static void check(OrganizationConfiguration configuration) {
        name("organization", configuration.id());
        Set<String> queues = new HashSet<>();
        for (QueueConfiguration queue : configuration.queues()) {
            once("queue", queue.id(), queues);
            queue(queue);
        }
        Map<String, QueueConfiguration> byId = BoundCheck.byId(configuration.queues());
        for (QueueConfiguration queue : configuration.queues()) {
            BoundCheck.check(queue, byId);
            BatchCheck.check(queue);
        }
        HoursCheck.check(configuration);
        exists("fallbackQueue", configuration.fallbackQueue(), queues);
        Set<String> channels = new HashSet<>();
        for (ChannelConfiguration channel : configuration.channels()) {
            once("channel", channel.id(), channels);
            between("channel " + channel.id() + ", cost", channel.cost(), 1, MAX_COST);
            between("channel " + channel.id() + ", maxPerAgent", channel.maxPerAgent(), 1, MAX_COST);
            if (channel.interrupts().contains(channel.kind())) {
                throw new IllegalArgumentException(
                        "channel " + channel.id() + ", interrupts: a kind can't interrupt itself");
            }
        }
        Set<String> agents = new HashSet<>();
        for (AgentConfiguration agent : configuration.agents()) {
            once("agent", agent.id(), agents);
            agent(agent, queues);
        }
        DelayLevels delays = new DelayLevels(configuration.agents());
        for (String queue : queues) {
            between(
                    "queue " + queue + ", the number of its agents' different delays",
                    delays.of(queue).length,
                    0,
                    QueueMatching.MAX_DELAYS);
        }
        Set<String> rules = new HashSet<>();
        for (RuleConfiguration rule : configuration.rules()) {
            once("rule", rule.id(), rules);
            rule(rule, queues);
        }
        for (CalendarConfiguration calendar : configuration.calendars()) {
            name("calendar", calendar.id());
        }
        WorkflowCheck.check(configuration);
        limits(configuration.limits());
    }

    private static void queue(QueueConfiguration queue) {
        String where = "queue " + queue.id() + ", ";
        between(where + "priority", queue.priority(), 0, MAX_PRIORITY);
        between(where + "offerTimeoutNanos", queue.offerTimeoutNanos(), 1, TEN_YEARS_NANOS);
        between(where + "wrapUpNanos", queue.wrapUpNanos(), 0, TEN_YEARS_NANOS);
        between(
                where + "targetNanos",
                queue.matching().targetNanos(),
                queue.order() == OrderPolicy.EDF ? 1 : 0,
                TEN_YEARS_NANOS);
        between(
                where + "concurrentOffers",
                queue.matching().concurrentOffers(),
                1,
                QueueMatching.MAX_CONCURRENT_OFFERS);
        if (queue.order() == OrderPolicy.PRIORITY_FIFO && queue.batch().isOn()) {
            between(where + "nanosPerPoint", queue.nanosPerPoint(), 0, TEN_YEARS_NANOS / MAX_PRIORITY);
        }
        if (queue.offering().pull() && queue.autoAccept()) {
            throw new IllegalArgumentException(where + "pull: agents can't pick what they are assigned unasked");
        }
        if (queue.offering().pull() && queue.batch().isOn()) {
            throw new IllegalArgumentException(where + "pull: a queue with batches chooses for its agents");
        }
        if (queue.order() == OrderPolicy.AGED) {
            // All priorities together may not be worth more time than keys have room for.
            between(where + "nanosPerPoint", queue.nanosPerPoint(), 1, TEN_YEARS_NANOS / MAX_PRIORITY);
        }
    }

    private static void agent(AgentConfiguration agent, Set<String> queues) {
        String where = "agent " + agent.id() + ", ";
        between(where + "capacity", agent.capacity(), 1, MAX_CAPACITY);
        between(where + "maxPerWindow", agent.matching().maxPerWindow(), 0, Integer.MAX_VALUE);
        int terms = agent.matching().terms().size();
        if (terms != 0 && terms != agent.queues().size()) {
            throw new IllegalArgumentException(where + "queues: there are " + terms + " terms for "
                    + agent.queues().size() + " queues");
        }
        for (QueueTerms each : agent.matching().terms()) {
            between(where + "tier", each.tier(), 1, QueueTerms.MAX_TIER);
            between(where + "delayNanos", each.delayNanos(), 0, TEN_YEARS_NANOS);
        }
        Set<String> served = new HashSet<>();
        for (String queue : agent.queues()) {
            exists(where + "queues", queue, queues);
            if (!served.add(queue)) {
                throw new IllegalArgumentException(where + "queues: " + queue + " is there twice");
            }
        }
    }

    private static void rule(RuleConfiguration rule, Set<String> queues) {
        String where = "rule " + rule.id() + ", ";
        String queue = rule.queue();
        if (queue != null) {
            exists(where + "queue", queue, queues);
        }
        Integer priority = rule.priority();
        if (priority != null) {
            between(where + "priority", priority, 0, MAX_PRIORITY);
        }
        between(where + "ageNanos", rule.timing().ageNanos(), 0, TEN_YEARS_NANOS);
        between(where + "targetNanos", rule.timing().targetNanos(), 0, TEN_YEARS_NANOS);
        for (String tag : rule.tags()) {
            if (tag.isBlank() || tag.indexOf('\n') >= 0) {
                throw new IllegalArgumentException(where + "tags: a tag is one line of text, not empty");
            }
        }
    }

    private static void limits(RoutingLimits limits) {
        List<Long> times = List.of(
                limits.declineCooldownNanos(),
                limits.connectionGraceNanos(),
                limits.returnGraceNanos(),
                limits.keepIdleNanos(),
                limits.reopenWindowNanos(),
                limits.preferenceNanos(),
                limits.idempotencyWindowNanos(),
                limits.lifecycle().timeToLiveNanos(),
                limits.lifecycle().abandonGraceNanos());
        for (long time : times) {
            between("limits, a time in nanoseconds", time, 0, TEN_YEARS_NANOS);
        }
        between(
                "limits, fairnessWindowNanos",
                limits.fairnessWindowNanos(),
                TimeUnit.MINUTES.toNanos(1),
                MAX_WINDOW_NANOS);
        between("limits, missThreshold", limits.missThreshold(), 1, Integer.MAX_VALUE);
        between("limits, maxTransfers", limits.lifecycle().maxTransfers(), 0, Integer.MAX_VALUE);
        between("limits, maxRequeues", limits.maxRequeues(), 0, Integer.MAX_VALUE);
        between("limits, messagesPerSecond", limits.messagesPerSecond(), 0, Integer.MAX_VALUE);
    }

    private static void once(String what, String id, Set<String> known) {
        name(what, id);
        if (!known.add(id)) {
            throw new IllegalArgumentException(what + " " + id + " is there twice");
        }
    }

    private static void name(String what, String id) {
        if (id.isBlank() || id.length() > MAX_NAME_BYTES) {
            throw new IllegalArgumentException(
                    what + " '" + id + "': an id has 1 to " + MAX_NAME_BYTES + " characters, not only spaces");
        }
    }

    private static void exists(String where, String id, Set<String> known) {
        if (!known.contains(id)) {
            throw new IllegalArgumentException(where + ": there is no queue " + id);
        }
    }

    private static void between(String where, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    where + " is " + value + ", it must be between " + least + " and " + most);
        }
    }
}
