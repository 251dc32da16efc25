package io.strowger.verticles.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Writes an organization's configuration in the shape that {@link OrganizationDocument} reads, every key with its value. */
public final class OrganizationWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private OrganizationWriter() {}

    /** On one line. */
    public static String json(OrganizationConfiguration configuration) {
        return write(JSON, configuration);
    }

    public static String yaml(OrganizationConfiguration configuration) {
        return write(YAML, configuration);
    }

    private static String write(ObjectMapper mapper, OrganizationConfiguration configuration) {
        try {
            return mapper.writeValueAsString(organization(configuration));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private static ObjectNode organization(OrganizationConfiguration organization) {
        ObjectNode node = NODES.objectNode();
        node.put("id", organization.id());
        node.put("fallbackQueue", organization.fallbackQueue());
        if (!organization.calendars().isEmpty()) {
            node.set("calendars", list(organization.calendars(), CalendarWriter::calendar));
        }
        node.set(
                "limits",
                limits(organization.limits())
                        .put("maxMoves", organization.workflows().maxMoves()));
        node.set("channels", list(organization.channels(), OrganizationWriter::channel));
        node.set("queues", list(organization.queues(), OrganizationWriter::queue));
        node.set("agents", list(organization.agents(), OrganizationWriter::agent));
        node.set("rules", list(organization.rules(), OrganizationWriter::rule));
        node.set("exceptions", list(organization.workflows().exceptions(), WorkflowWriter::exception));
        return node;
    }

    private static ObjectNode limits(RoutingLimits limits) {
        return NODES.objectNode()
                .put("declineCooldown", duration(limits.declineCooldownNanos()))
                .put("missThreshold", limits.missThreshold())
                .put("connectionGrace", duration(limits.connectionGraceNanos()))
                .put("returnGrace", duration(limits.returnGraceNanos()))
                .put("keepIdle", duration(limits.keepIdleNanos()))
                .put("reopenWindow", duration(limits.reopenWindowNanos()))
                .put("preference", duration(limits.preferenceNanos()))
                .put("maxRequeues", limits.maxRequeues())
                .put("idempotencyWindow", duration(limits.idempotencyWindowNanos()))
                .put("messagesPerSecond", limits.messagesPerSecond())
                .put("fairnessWindow", duration(limits.fairnessWindowNanos()))
                .put("timeToLive", duration(limits.lifecycle().timeToLiveNanos()))
                .put("abandonGrace", duration(limits.lifecycle().abandonGraceNanos()))
                .put("maxTransfers", limits.lifecycle().maxTransfers());
    }

    private static ObjectNode channel(ChannelConfiguration channel) {
        ObjectNode node = NODES.objectNode()
                .put("id", channel.id())
                .put("kind", Fields.shown(channel.kind()))
                .put("cost", channel.cost())
                .put("maxPerAgent", channel.maxPerAgent())
                .put("liveWork", Fields.shown(channel.liveWork()));
        if (!channel.interrupts().isEmpty()) {
            node.set("interrupts", list(channel.interrupts(), OrganizationWriter::kind));
        }
        return node;
    }

    private static JsonNode kind(ChannelKind kind) {
        return NODES.textNode(Fields.shown(kind));
    }

    private static ObjectNode queue(QueueConfiguration queue) {
        ObjectNode node = NODES.objectNode()
                .put("id", queue.id())
                .put("name", queue.name())
                .put("order", Fields.shown(queue.order()));
        if (queue.order() == OrderPolicy.AGED || queue.batch().isOn()) {
            node.put("pointWorth", duration(queue.nanosPerPoint()));
        }
        if (queue.order() == OrderPolicy.EDF) {
            node.put("target", duration(queue.matching().targetNanos()));
        }
        node.put("strategy", Fields.shown(queue.strategy()));
        if (queue.strategy() == Strategy.BEST_SCORE) {
            node.put("fit", Fields.shown(queue.matching().fit()));
        }
        node.put("priority", queue.priority());
        node.set("requires", requirements(queue.requirements()));
        node.put("maxLength", queue.bound().maxLength());
        if (queue.bound().overflowQueue() != null) {
            node.put("overflowQueue", queue.bound().overflowQueue());
        }
        BatchWriter.write(queue.batch(), node);
        CalendarWriter.hours(node, queue.service().hours());
        CalendarWriter.targets(node, queue.service().targets());
        return node.put("offerTimeout", duration(queue.offerTimeoutNanos()))
                .put("concurrentOffers", queue.matching().concurrentOffers())
                .put("skipDelays", queue.matching().skipsDelays())
                .put("wrapUp", duration(queue.wrapUpNanos()))
                .put("autoAccept", queue.autoAccept())
                .put("pull", queue.offering().pull());
    }

    private static ObjectNode agent(AgentConfiguration agent) {
        ObjectNode node = NODES.objectNode().put("id", agent.id()).put("name", agent.name());
        node.set("skills", requirements(agent.skills()));
        if (agent.matching().terms().isEmpty()) {
            node.set("queues", list(agent.queues(), NODES::textNode));
        } else {
            ArrayNode queues = node.putArray("queues");
            for (int position = 0; position < agent.queues().size(); position++) {
                QueueTerms terms = agent.terms(position);
                queues.addObject()
                        .put("queue", agent.queues().get(position))
                        .put("tier", terms.tier())
                        .put("delay", duration(terms.delayNanos()));
            }
        }
        node.put("queueOrder", Fields.shown(agent.matching().order()));
        if (!agent.matching().kinds().isEmpty()) {
            node.set("kinds", list(agent.matching().kinds(), OrganizationWriter::kind));
        }
        node.put("maxPerWindow", agent.matching().maxPerWindow());
        return node.put("capacity", agent.capacity());
    }

    private static ObjectNode rule(RuleConfiguration rule) {
        ObjectNode node = NODES.objectNode().put("id", rule.id()).put("when", rule.condition());
        if (rule.queue() != null) {
            node.put("queue", rule.queue());
        }
        if (rule.priority() != null) {
            node.put("priority", rule.priority());
        }
        node.set("requires", requirements(rule.requirements()));
        node.set("tags", list(rule.tags(), NODES::textNode));
        if (rule.timing().ageNanos() > 0) {
            node.put("age", duration(rule.timing().ageNanos()));
        }
        if (rule.timing().targetNanos() > 0) {
            node.put("target", duration(rule.timing().targetNanos()));
        }
        if (rule.preference().isGiven()) {
            node.putObject(PreferenceReader.KEY)
                    .put("attribute", rule.preference().attribute())
                    .put("for", duration(rule.preference().forNanos()))
                    .put("onlyIfFree", rule.preference().onlyIfFree());
        }
        WorkflowWriter.steps(rule.steps(), node);
        return node.put("continue", rule.continues());
    }

    static ObjectNode requirements(List<Requirement> requirements) {
        ObjectNode node = NODES.objectNode();
        requirements.forEach(requirement -> {
            if (requirement.equals(new Requirement(requirement.skill(), requirement.level()))) {
                node.put(requirement.skill(), requirement.level());
            } else if (requirement.equals(new Requirement(requirement.skill(), 0).absent())) {
                node.put(requirement.skill(), RequirementReader.NEVER);
            } else {
                ObjectNode levels = node.putObject(requirement.skill());
                if (requirement.isAbsence()) {
                    levels.put("never", true);
                } else {
                    levels.put("level", requirement.level());
                    if (requirement.isBounded()) {
                        levels.put("atMost", requirement.most());
                    }
                }
                levels.put("weight", requirement.weight())
                        .put("optional", !requirement.mandatory())
                        .put("relaxAfter", duration(requirement.relaxAfterNanos()));
            }
        });
        return node;
    }

    static <T> ArrayNode list(List<T> values, Function<T, ? extends JsonNode> write) {
        ArrayNode node = NODES.arrayNode();
        values.forEach(value -> node.add(write.apply(value)));
        return node;
    }

    static String duration(long nanos) {
        return Durations.show(Duration.ofNanos(nanos));
    }
}
