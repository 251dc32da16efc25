package io.strowger.verticles.config;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.AgentMatching;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.Lifecycle;
import io.strowger.engine.configuration.LiveWork;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueBound;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.QueueOffering;
import io.strowger.engine.configuration.QueueService;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.RuleTiming;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.rules.Suggestion;
import io.strowger.verticles.config.Node.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds an organization's configuration from the nodes of its document. Whether its parts fit is checked elsewhere. */
final class OrganizationReader {
    private final Problems problems;
    private final RequirementReader requirements;
    private final WorkflowReader workflows;

    OrganizationReader(Problems problems) {
        this.problems = problems;
        this.requirements = new RequirementReader(problems);
        this.workflows = new WorkflowReader(problems, requirements);
    }

    OrganizationConfiguration read(Node root) {
        Fields fields = new Fields(root, "", problems);
        Fields limits = fields.section("limits");
        OrganizationConfiguration configuration = new OrganizationConfiguration(
                fields.text("id"),
                fields.list("channels", this::channel),
                fields.list("queues", this::queue),
                fields.list("agents", this::agent),
                fields.list("rules", this::rule),
                fields.text("fallbackQueue"),
                limits == null ? RoutingLimits.DEFAULT : limits(limits),
                fields.list("calendars", new CalendarReader(problems)::calendar),
                workflows.workflows(fields, limits));
        if (limits != null) {
            limits.end();
        }
        fields.end();
        return configuration;
    }

    private ChannelConfiguration channel(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        String id = fields.text("id");
        fields.text("kind");
        ChannelKind kind = fields.choice("kind", ChannelKind.values(), ChannelKind.CHAT);
        ChannelDefaults defaults = ChannelDefaults.of(kind);
        ChannelConfiguration channel = new ChannelConfiguration(
                id,
                kind,
                fields.integer("cost", defaults.cost()),
                fields.integer("maxPerAgent", defaults.maxPerAgent()),
                kinds(fields, "interrupts"),
                fields.choice("liveWork", LiveWork.values(), LiveWork.usual(kind)));
        fields.end();
        return channel;
    }

    private QueueConfiguration queue(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        String id = fields.text("id");
        QueueConfiguration queue = new QueueConfiguration(
                id,
                fields.text("name", id),
                fields.choice("order", OrderPolicy.values(), OrderPolicy.PRIORITY_FIFO),
                fields.nanos("pointWorth", OrganizationDefaults.POINT_WORTH.toNanos()),
                fields.choice("strategy", Strategy.values(), Strategy.LONGEST_IDLE),
                fields.integer("priority", OrganizationDefaults.PRIORITY),
                requirements.read(fields, "requires"),
                fields.nanos("offerTimeout", OrganizationDefaults.OFFER_TIMEOUT.toNanos()),
                fields.nanos("wrapUp", Duration.ZERO.toNanos()),
                fields.truth("autoAccept", false),
                new QueueMatching(
                        fields.choice("fit", ScoreFit.values(), ScoreFit.LINEAR),
                        fields.nanos("target", QueueMatching.USUAL.targetNanos()),
                        fields.integer("concurrentOffers", QueueMatching.USUAL.concurrentOffers()),
                        fields.truth("skipDelays", QueueMatching.USUAL.skipsDelays())),
                bound(fields),
                BatchReader.read(fields),
                new QueueService(CalendarReader.hours(fields), CalendarReader.targets(fields)),
                new QueueOffering(fields.truth("pull", QueueOffering.USUAL.pull())));
        fields.end();
        return queue;
    }

    private static QueueBound bound(Fields queue) {
        int maxLength = queue.integer("maxLength", QueueBound.NONE.maxLength());
        String overflowQueue = queue.text("overflowQueue", "");
        return new QueueBound(maxLength, overflowQueue.isEmpty() ? null : overflowQueue);
    }

    private AgentConfiguration agent(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        String id = fields.text("id");
        ServedQueues served = ServedQueues.read(fields, problems);
        AgentConfiguration agent = new AgentConfiguration(
                id,
                fields.text("name", id),
                requirements.skills(fields, "skills"),
                served.queues(),
                fields.integer("capacity", OrganizationDefaults.CAPACITY),
                new AgentMatching(
                        fields.choice("queueOrder", CrossQueueOrder.values(), CrossQueueOrder.STRICT),
                        served.terms(),
                        kinds(fields, "kinds"),
                        fields.integer("maxPerWindow", AgentMatching.USUAL.maxPerWindow())));
        fields.end();
        return agent;
    }

    private RuleConfiguration rule(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        String queue = fields.text("queue", "");
        RuleConfiguration rule = new RuleConfiguration(
                fields.text("id"),
                fields.text("when"),
                queue.isEmpty() ? null : queue,
                fields.integer("priority"),
                requirements.read(fields, "requires"),
                fields.texts("tags"),
                fields.truth("continue", false),
                new RuleTiming(fields.nanos("age", 0), fields.nanos("target", 0)),
                workflows.steps(fields),
                PreferenceReader.read(fields));
        fields.end();
        return rule;
    }

    /** Skills with their levels. */
    List<Requirement> skills(Fields fields, String key) {
        return requirements.skills(fields, key);
    }

    private List<ChannelKind> kinds(Fields fields, String key) {
        List<ChannelKind> kinds = new ArrayList<>();
        fields.list(key, (node, path) -> {
            String text = node instanceof Scalar scalar ? scalar.text() : "";
            for (ChannelKind kind : ChannelKind.values()) {
                if (Fields.shown(kind).equals(text)) {
                    return kinds.add(kind);
                }
            }
            List<String> names =
                    Arrays.stream(ChannelKind.values()).map(Fields::shown).toList();
            String message = "'" + text + "' is none of " + String.join(", ", names);
            problems.add(node.place(), path, message + Suggestion.clause(text, names));
            return false;
        });
        return kinds;
    }

    private static RoutingLimits limits(Fields fields) {
        RoutingLimits usual = RoutingLimits.DEFAULT;
        return new RoutingLimits(
                fields.nanos("declineCooldown", usual.declineCooldownNanos()),
                fields.integer("missThreshold", usual.missThreshold()),
                fields.nanos("connectionGrace", usual.connectionGraceNanos()),
                fields.nanos("returnGrace", usual.returnGraceNanos()),
                fields.nanos("keepIdle", usual.keepIdleNanos()),
                fields.nanos("reopenWindow", usual.reopenWindowNanos()),
                fields.nanos("preference", usual.preferenceNanos()),
                fields.integer("maxRequeues", usual.maxRequeues()),
                fields.nanos("idempotencyWindow", usual.idempotencyWindowNanos()),
                fields.integer("messagesPerSecond", usual.messagesPerSecond()),
                fields.nanos("fairnessWindow", usual.fairnessWindowNanos()),
                new Lifecycle(
                        fields.nanos("timeToLive", usual.lifecycle().timeToLiveNanos()),
                        fields.nanos("abandonGrace", usual.lifecycle().abandonGraceNanos()),
                        fields.integer("maxTransfers", usual.lifecycle().maxTransfers())));
    }
}
