package io.strowger.engine.configuration;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The binary form of an {@link OrganizationConfiguration} in commands and events. Its first byte is the format's version. */
public final class ConfigurationCodec {
    private static final int FORMAT = 14;

    /** The first that says how conversations live. */
    private static final int LIFECYCLE_FORMAT = 8;

    /** The first that says how queues match in batches. */
    private static final int BATCH_FORMAT = 9;

    /** The first that says when and how fast queues serve. */
    private static final int SERVICE_FORMAT = 10;

    /** The first that says how conversations come to agents. */
    private static final int OFFERING_FORMAT = 11;

    /** The first that says what becomes of conversations that wait. */
    private static final int WORKFLOW_FORMAT = 12;

    /** Since then rules say whom their conversations wait for. */
    private static final int PREFERENCE_FORMAT = 14;

    /** Stands in a level where more follows than for a plain requirement. */
    private static final int EXTENDED_REQUIREMENT = 1 << 8;

    /** The same, with levels that can be too high, since format 13. */
    private static final int BOUNDED_REQUIREMENT = 1 << 9;

    private ConfigurationCodec() {}

    public static void write(OrganizationConfiguration configuration, ByteWriter out) {
        out.writeByte(FORMAT);
        out.writeText(configuration.id());
        writeList(configuration.channels(), out, ConfigurationCodec::writeChannel);
        writeList(configuration.queues(), out, ConfigurationCodec::writeQueue);
        writeList(configuration.agents(), out, ConfigurationCodec::writeAgent);
        writeList(configuration.rules(), out, ConfigurationCodec::writeRule);
        out.writeText(configuration.fallbackQueue());
        writeLimits(configuration.limits(), out);
        LifecycleCodec.write(configuration, out);
        BatchCodec.write(configuration, out);
        ServiceCodec.write(configuration, out);
        OfferingCodec.write(configuration, out);
        WorkflowCodec.write(configuration, out);
        PreferenceCodec.write(configuration, out);
    }

    /**
     * Reads a configuration.
     *
     * @throws IllegalStateException when the bytes are of a newer format or end too early
     */
    public static OrganizationConfiguration read(ByteReader in) {
        int format = in.readByte();
        if (format < 1 || format > FORMAT) {
            throw new IllegalStateException(
                    "the configuration has format " + format + ", this version reads formats 1 to " + FORMAT);
        }
        OrganizationConfiguration before = readEarlier(in, format);
        if (format >= LIFECYCLE_FORMAT) {
            before = LifecycleCodec.read(before, in);
        }
        if (format >= BATCH_FORMAT) {
            before = BatchCodec.read(before, in);
        }
        if (format >= SERVICE_FORMAT) {
            before = ServiceCodec.read(before, in);
        }
        if (format >= OFFERING_FORMAT) {
            before = OfferingCodec.read(before, in);
        }
        if (format >= WORKFLOW_FORMAT) {
            before = WorkflowCodec.read(before, in);
        }
        return format < PREFERENCE_FORMAT ? before : PreferenceCodec.read(before, in);
    }

    private static OrganizationConfiguration readEarlier(ByteReader in, int format) {
        return new OrganizationConfiguration(
                in.readText(),
                readList(in, channel -> readChannel(channel, format)),
                readList(in, queue -> readQueue(queue, format)),
                readList(in, agent -> readAgent(agent, format)),
                readList(in, rule -> readRule(rule, format)),
                in.readText(),
                readLimits(in, format));
    }

    private static void writeChannel(ByteWriter out, ChannelConfiguration channel) {
        out.writeText(channel.id());
        out.writeByte(channel.kind().code());
        out.writeInt(channel.cost());
        out.writeInt(channel.maxPerAgent());
        writeList(channel.interrupts(), out, ConfigurationCodec::writeKind);
    }

    private static ChannelConfiguration readChannel(ByteReader in, int format) {
        return new ChannelConfiguration(
                in.readText(),
                ChannelKind.ofCode(in.readByte()),
                in.readInt(),
                in.readInt(),
                format < 7 ? List.of() : readList(in, ConfigurationCodec::readKind));
    }

    private static void writeKind(ByteWriter out, ChannelKind kind) {
        out.writeByte(kind.code());
    }

    private static ChannelKind readKind(ByteReader in) {
        return ChannelKind.ofCode(in.readByte());
    }

    private static void writeQueue(ByteWriter out, QueueConfiguration queue) {
        out.writeText(queue.id());
        out.writeText(queue.name());
        out.writeByte(queue.order().code());
        out.writeLong(queue.nanosPerPoint());
        out.writeByte(queue.strategy().code());
        out.writeInt(queue.priority());
        writeList(queue.requirements(), out, ConfigurationCodec::writeRequirement);
        out.writeLong(queue.offerTimeoutNanos());
        out.writeLong(queue.wrapUpNanos());
        out.writeBoolean(queue.autoAccept());
        out.writeByte(queue.matching().fit().code());
        out.writeLong(queue.matching().targetNanos());
        out.writeInt(queue.matching().concurrentOffers());
        out.writeBoolean(queue.matching().skipsDelays());
    }

    private static QueueConfiguration readQueue(ByteReader in, int format) {
        return new QueueConfiguration(
                in.readText(),
                in.readText(),
                OrderPolicy.ofCode(in.readByte()),
                in.readLong(),
                Strategy.ofCode(in.readByte()),
                in.readInt(),
                readList(in, ConfigurationCodec::readRequirement),
                in.readLong(),
                in.readLong(),
                in.readBoolean(),
                readMatching(in, format));
    }

    private static QueueMatching readMatching(ByteReader in, int format) {
        QueueMatching usual = QueueMatching.USUAL;
        return new QueueMatching(
                format < 2 ? usual.fit() : ScoreFit.ofCode(in.readByte()),
                format < 3 ? usual.targetNanos() : in.readLong(),
                format < 4 ? usual.concurrentOffers() : in.readInt(),
                format < 5 ? usual.skipsDelays() : in.readBoolean());
    }

    private static void writeAgent(ByteWriter out, AgentConfiguration agent) {
        out.writeText(agent.id());
        out.writeText(agent.name());
        writeList(agent.skills(), out, ConfigurationCodec::writeRequirement);
        writeList(agent.queues(), out, ByteWriter::writeText);
        out.writeInt(agent.capacity());
        out.writeByte(agent.matching().order().code());
        writeList(agent.matching().terms(), out, ConfigurationCodec::writeTerms);
        writeList(agent.matching().kinds(), out, ConfigurationCodec::writeKind);
        out.writeInt(agent.matching().maxPerWindow());
    }

    private static AgentConfiguration readAgent(ByteReader in, int format) {
        return new AgentConfiguration(
                in.readText(),
                in.readText(),
                readList(in, ConfigurationCodec::readRequirement),
                readList(in, ByteReader::readText),
                in.readInt(),
                format < 5
                        ? AgentMatching.USUAL
                        : new AgentMatching(
                                CrossQueueOrder.ofCode(in.readByte()),
                                readList(in, ConfigurationCodec::readTerms),
                                format < 7 ? List.of() : readList(in, ConfigurationCodec::readKind),
                                format < 7 ? 0 : in.readInt()));
    }

    private static void writeTerms(ByteWriter out, QueueTerms terms) {
        out.writeInt(terms.tier());
        out.writeLong(terms.delayNanos());
    }

    private static QueueTerms readTerms(ByteReader in) {
        return new QueueTerms(in.readInt(), in.readLong());
    }

    private static void writeRule(ByteWriter out, RuleConfiguration rule) {
        out.writeText(rule.id());
        out.writeText(rule.condition());
        out.writeText(rule.queue() == null ? "" : rule.queue());
        out.writeInt(rule.priority() == null ? -1 : rule.priority());
        writeList(rule.requirements(), out, ConfigurationCodec::writeRequirement);
        writeList(rule.tags(), out, ByteWriter::writeText);
        out.writeBoolean(rule.continues());
        out.writeLong(rule.timing().ageNanos());
        out.writeLong(rule.timing().targetNanos());
    }

    private static RuleConfiguration readRule(ByteReader in, int format) {
        String id = in.readText();
        String condition = in.readText();
        String queue = in.readText();
        int priority = in.readInt();
        return new RuleConfiguration(
                id,
                condition,
                queue.isEmpty() ? null : queue,
                priority < 0 ? null : priority,
                readList(in, ConfigurationCodec::readRequirement),
                readList(in, ByteReader::readText),
                in.readBoolean(),
                format < 3 ? RuleTiming.NONE : new RuleTiming(in.readLong(), in.readLong()));
    }

    static void writeRequirement(ByteWriter out, Requirement requirement) {
        out.writeText(requirement.skill());
        if (requirement.isPlain()) {
            out.writeInt(requirement.level());
        } else {
            out.writeInt((requirement.isBounded() ? BOUNDED_REQUIREMENT : EXTENDED_REQUIREMENT)
                    | Math.max(requirement.level(), 0));
            out.writeInt(requirement.weight());
            out.writeBoolean(requirement.mandatory());
            out.writeLong(requirement.relaxAfterNanos());
            if (requirement.isBounded()) {
                out.writeByte(requirement.level());
                out.writeByte(requirement.most());
            }
        }
    }

    static Requirement readRequirement(ByteReader in) {
        String skill = in.readText();
        int level = in.readInt();
        if (level <= Requirement.HIGHEST) {
            return new Requirement(skill, level);
        }
        int weight = in.readInt();
        boolean mandatory = in.readBoolean();
        long relaxAfterNanos = in.readLong();
        return (level & EXTENDED_REQUIREMENT) != 0
                ? new Requirement(skill, level & ~EXTENDED_REQUIREMENT, weight, mandatory, relaxAfterNanos)
                : new Requirement(skill, in.readByte(), in.readByte(), weight, mandatory, relaxAfterNanos);
    }

    private static void writeLimits(RoutingLimits limits, ByteWriter out) {
        out.writeLong(limits.declineCooldownNanos());
        out.writeInt(limits.missThreshold());
        out.writeLong(limits.connectionGraceNanos());
        out.writeLong(limits.returnGraceNanos());
        out.writeLong(limits.keepIdleNanos());
        out.writeLong(limits.reopenWindowNanos());
        out.writeLong(limits.preferenceNanos());
        out.writeInt(limits.maxRequeues());
        out.writeLong(limits.idempotencyWindowNanos());
        out.writeInt(limits.messagesPerSecond());
        out.writeLong(limits.fairnessWindowNanos());
    }

    private static RoutingLimits readLimits(ByteReader in, int format) {
        return new RoutingLimits(
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                format < 2 ? RoutingLimits.DEFAULT.fairnessWindowNanos() : in.readLong());
    }

    static <T> void writeList(List<T> values, ByteWriter out, BiConsumer<ByteWriter, T> write) {
        out.writeInt(values.size());
        for (T value : values) {
            write.accept(out, value);
        }
    }

    static <T> List<T> readList(ByteReader in, Function<ByteReader, T> read) {
        int size = in.readInt();
        List<T> values = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            values.add(read.apply(in));
        }
        return values;
    }
}
