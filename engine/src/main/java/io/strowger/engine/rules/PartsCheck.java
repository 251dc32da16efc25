package io.strowger.engine.rules;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.BatchCheck;
import io.strowger.engine.configuration.BoundCheck;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.DelayLevels;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Names that are there once and exist where they are used, and numbers within their limits. */
final class PartsCheck {
    private static final int MAX_PRIORITY = 1_000;
    private static final int MAX_CAPACITY = 65_535;
    private static final int MAX_COST = 10_000;
    private static final int MAX_ID_LENGTH = 255;
    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final long TEN_YEARS_NANOS = 3_650 * DAY_NANOS;

    private final OrganizationConfiguration configuration;
    private final List<String> queues;
    private final Map<String, QueueConfiguration> queuesById;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    PartsCheck(OrganizationConfiguration configuration) {
        this.configuration = configuration;
        queues = configuration.queues().stream().map(QueueConfiguration::id).toList();
        queuesById = BoundCheck.byId(configuration.queues());
    }

    List<ConfigurationProblem> problems() {
        id("id", configuration.id());
        existing("fallbackQueue", configuration.fallbackQueue());
        channels();
        queues();
        agents();
        rules();
        problems.addAll(new HoursProblems(configuration).problems());
        limits(configuration.limits());
        return problems;
    }

    private void channels() {
        ids(
                "channels",
                configuration.channels().stream().map(ChannelConfiguration::id).toList());
        if (configuration.channels().isEmpty()) {
            problems.add(
                    ConfigurationProblem.warning("channels", "there is no channel, so every message will be refused"));
        }
        for (int index = 0; index < configuration.channels().size(); index++) {
            ChannelConfiguration channel = configuration.channels().get(index);
            between("channels[" + index + "].cost", channel.cost(), 1, MAX_COST);
            between("channels[" + index + "].maxPerAgent", channel.maxPerAgent(), 1, MAX_COST);
            if (channel.interrupts().contains(channel.kind())) {
                problems.add(ConfigurationProblem.error(
                        "channels[" + index + "].interrupts", "a kind can't interrupt itself"));
            }
        }
    }

    private void queues() {
        ids("queues", queues);
        DelayLevels levels = new DelayLevels(configuration.agents());
        for (int index = 0; index < configuration.queues().size(); index++) {
            QueueConfiguration queue = configuration.queues().get(index);
            String path = "queues[" + index + "]";
            between(path + ".priority", queue.priority(), 0, MAX_PRIORITY);
            time(path + ".offerTimeout", queue.offerTimeoutNanos(), 1);
            time(path + ".wrapUp", queue.wrapUpNanos(), 0);
            int delays = levels.of(queue.id()).length;
            if (delays > QueueMatching.MAX_DELAYS) {
                problems.add(ConfigurationProblem.error(
                        path,
                        "its agents have " + delays + " different delays, at most " + QueueMatching.MAX_DELAYS
                                + " are possible"));
            }
            time(path + ".target", queue.matching().targetNanos(), 0);
            between(
                    path + ".concurrentOffers",
                    queue.matching().concurrentOffers(),
                    1,
                    QueueMatching.MAX_CONCURRENT_OFFERS);
            if (queue.autoAccept() && queue.matching().concurrentOffers() > 1) {
                problems.add(ConfigurationProblem.warning(
                        path + ".concurrentOffers", "it has no effect, because the queue accepts for its agents"));
            }
            if (queue.offering().pull() && queue.autoAccept()) {
                problems.add(ConfigurationProblem.error(
                        path + ".pull", "agents can't pick what autoAccept assigns to them; set one of the two"));
            } else if (queue.offering().pull() && queue.batch().isOn()) {
                problems.add(ConfigurationProblem.error(
                        path + ".pull", "a queue with batches chooses for its agents; set one of the two"));
            } else if (queue.offering().pull() && queue.matching().concurrentOffers() > 1) {
                problems.add(ConfigurationProblem.warning(
                        path + ".concurrentOffers", "it has no effect, because agents pick and nothing is offered"));
            }
            if (queue.order() == OrderPolicy.EDF && queue.matching().targetNanos() == 0) {
                problems.add(ConfigurationProblem.error(
                        path + ".target", "with order edf it must say how long after queueing a conversation is due"));
            } else if (queue.order() != OrderPolicy.EDF && queue.matching().targetNanos() > 0) {
                problems.add(ConfigurationProblem.warning(path + ".target", "it counts with order edf only"));
            }
            String overflowQueue = queue.bound().overflowQueue();
            if (overflowQueue != null && !queues.contains(overflowQueue)) {
                existing(path + ".overflowQueue", overflowQueue);
            } else {
                bound(path, queue);
            }
            batch(path, queue);
            if (queue.order() == OrderPolicy.AGED
                    || queue.order() == OrderPolicy.PRIORITY_FIFO
                            && queue.batch().isOn()
                            && queue.nanosPerPoint() != 0) {
                aged(path + ".pointWorth", queue.nanosPerPoint());
            }
        }
    }

    private void bound(String path, QueueConfiguration queue) {
        note(path, BoundCheck.problem(queue, queuesById));
    }

    private void batch(String path, QueueConfiguration queue) {
        note(path, BatchCheck.problem(queue.batch()));
        if (queue.batch().isOn() && BatchCheck.isIndifferent(queue.batch().weights())) {
            problems.add(ConfigurationProblem.warning(
                    path + ".batch.weights", "all are 0, so batches find no better pairs and only take time"));
        }
    }

    /** Notes a problem that begins with the setting, if there is one. */
    private void note(String path, @Nullable String problem) {
        if (problem != null) {
            int colon = problem.indexOf(':');
            problems.add(ConfigurationProblem.error(
                    path + "." + problem.substring(0, colon),
                    problem.substring(colon + 1).strip()));
        }
    }

    /** All priorities together may not be worth more time than the keys of the order have room for. */
    private void aged(String path, long nanosPerPoint) {
        long most = TEN_YEARS_NANOS / MAX_PRIORITY;
        if (nanosPerPoint < 1 || nanosPerPoint > most) {
            problems.add(ConfigurationProblem.error(
                    path,
                    "a point of priority must be worth more than nothing and at most " + most / (DAY_NANOS / 24)
                            + "h, so that all " + MAX_PRIORITY + " points are worth less than ten years"));
        }
    }

    private void agents() {
        ids(
                "agents",
                configuration.agents().stream().map(AgentConfiguration::id).toList());
        for (int index = 0; index < configuration.agents().size(); index++) {
            AgentConfiguration agent = configuration.agents().get(index);
            String path = "agents[" + index + "]";
            between(path + ".capacity", agent.capacity(), 1, MAX_CAPACITY);
            for (int position = 0; position < agent.queues().size(); position++) {
                String queue = agent.queues().get(position);
                existing(path + ".queues[" + position + "]", queue);
                if (agent.queues().indexOf(queue) < position) {
                    problems.add(
                            ConfigurationProblem.error(path + ".queues[" + position + "]", queue + " is there twice"));
                }
            }
            agent.skills().stream()
                    .filter(skill -> skill.skill().startsWith(AgentConfiguration.OWN_SKILL))
                    .forEach(skill -> problems.add(ConfigurationProblem.error(
                            path + ".skills." + skill.skill(),
                            "names that begin with " + AgentConfiguration.OWN_SKILL + " stand for agents themselves")));
            if (agent.queues().isEmpty()) {
                problems.add(ConfigurationProblem.warning(
                        path + ".queues",
                        "agent " + agent.id() + " is in no queue, so nothing is ever offered to that agent"));
            }
            between(path + ".maxPerWindow", agent.matching().maxPerWindow(), 0, Integer.MAX_VALUE);
            terms(path, agent);
            canHold(path, agent);
        }
    }

    private void terms(String path, AgentConfiguration agent) {
        for (int position = 0; position < agent.matching().terms().size(); position++) {
            QueueTerms terms = agent.matching().terms().get(position);
            between(path + ".queues[" + position + "].tier", terms.tier(), 1, QueueTerms.MAX_TIER);
            time(path + ".queues[" + position + "].delay", terms.delayNanos(), 0);
        }
    }

    private void canHold(String path, AgentConfiguration agent) {
        for (ChannelConfiguration channel : configuration.channels()) {
            if (channel.cost() > agent.capacity()) {
                problems.add(ConfigurationProblem.warning(
                        path + ".capacity",
                        "agent " + agent.id() + " can never hold a conversation of channel " + channel.id()
                                + ", which takes " + channel.cost()));
            }
        }
    }

    private void rules() {
        ids("rules", configuration.rules().stream().map(RuleConfiguration::id).toList());
        for (int index = 0; index < configuration.rules().size(); index++) {
            RuleConfiguration rule = configuration.rules().get(index);
            String path = "rules[" + index + "]";
            String queue = rule.queue();
            if (queue != null) {
                existing(path + ".queue", queue);
            }
            Integer priority = rule.priority();
            if (priority != null) {
                between(path + ".priority", priority, 0, MAX_PRIORITY);
            }
            if (rule.preference().isGiven()) {
                time(path + ".prefer.for", rule.preference().forNanos(), 1);
            }
            time(path + ".age", rule.timing().ageNanos(), 0);
            time(path + ".target", rule.timing().targetNanos(), 0);
            for (int position = 0; position < rule.tags().size(); position++) {
                String tag = rule.tags().get(position);
                if (tag.isBlank() || tag.indexOf('\n') >= 0) {
                    problems.add(ConfigurationProblem.error(
                            path + ".tags[" + position + "]", "a tag is one line of text, not empty"));
                }
            }
        }
    }

    private void limits(RoutingLimits limits) {
        time("limits.declineCooldown", limits.declineCooldownNanos(), 0);
        time("limits.connectionGrace", limits.connectionGraceNanos(), 0);
        time("limits.returnGrace", limits.returnGraceNanos(), 0);
        time("limits.keepIdle", limits.keepIdleNanos(), 0);
        time("limits.reopenWindow", limits.reopenWindowNanos(), 0);
        time("limits.preference", limits.preferenceNanos(), 0);
        time("limits.idempotencyWindow", limits.idempotencyWindowNanos(), 0);
        if (limits.fairnessWindowNanos() < TimeUnit.MINUTES.toNanos(1)
                || limits.fairnessWindowNanos() > 31 * DAY_NANOS) {
            problems.add(ConfigurationProblem.error(
                    "limits.fairnessWindow", "the time must be between a minute and 31 days"));
        }
        time("limits.timeToLive", limits.lifecycle().timeToLiveNanos(), 0);
        time("limits.abandonGrace", limits.lifecycle().abandonGraceNanos(), 0);
        between("limits.maxTransfers", limits.lifecycle().maxTransfers(), 0, Integer.MAX_VALUE);
        between("limits.missThreshold", limits.missThreshold(), 1, Integer.MAX_VALUE);
        between("limits.maxRequeues", limits.maxRequeues(), 0, Integer.MAX_VALUE);
        between("limits.messagesPerSecond", limits.messagesPerSecond(), 0, Integer.MAX_VALUE);
    }

    private void ids(String list, List<String> ids) {
        Map<String, Integer> first = new HashMap<>();
        for (int index = 0; index < ids.size(); index++) {
            String path = list + "[" + index + "].id";
            id(path, ids.get(index));
            Integer earlier = first.putIfAbsent(ids.get(index), index);
            if (earlier != null) {
                problems.add(ConfigurationProblem.error(
                        path, ids.get(index) + " is the id of " + list + "[" + earlier + "] already"));
            }
        }
    }

    private void id(String path, String id) {
        if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
            problems.add(ConfigurationProblem.error(
                    path, "an id has 1 to " + MAX_ID_LENGTH + " characters, not only blanks"));
        }
    }

    private void existing(String path, String queue) {
        if (!queues.contains(queue)) {
            problems.add(
                    ConfigurationProblem.error(path, "there is no queue " + queue + Suggestion.clause(queue, queues)));
        }
    }

    private void between(String path, long value, long least, long most) {
        if (value < least || value > most) {
            problems.add(ConfigurationProblem.error(path, value + " is not between " + least + " and " + most));
        }
    }

    private void time(String path, long nanos, long least) {
        if (nanos < least || nanos > TEN_YEARS_NANOS) {
            String range = least == 0 ? "between 0 and ten years" : "more than 0 and at most ten years";
            problems.add(ConfigurationProblem.error(path, "the time must be " + range));
        }
    }
}
