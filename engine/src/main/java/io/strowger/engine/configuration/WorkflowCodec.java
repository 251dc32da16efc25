package io.strowger.engine.configuration;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the binary form that says what becomes of waiting conversations: steps and exception rules. */
final class WorkflowCodec {
    private static final int NONE = -1;

    private WorkflowCodec() {}

    static void write(OrganizationConfiguration configuration, ByteWriter out) {
        for (RuleConfiguration rule : configuration.rules()) {
            ConfigurationCodec.writeList(rule.steps().steps(), out, WorkflowCodec::writeStep);
            writeOptional(rule.steps().overflowQueue(), out);
        }
        ConfigurationCodec.writeList(configuration.workflows().exceptions(), out, WorkflowCodec::writeException);
        out.writeInt(configuration.workflows().maxMoves());
    }

    /** Adds what this part says to what was read before it. */
    static OrganizationConfiguration read(OrganizationConfiguration before, ByteReader in) {
        List<RuleConfiguration> rules = new ArrayList<>();
        for (RuleConfiguration rule : before.rules()) {
            List<StepConfiguration> steps = ConfigurationCodec.readList(in, WorkflowCodec::readStep);
            rules.add(rule.with(new RuleSteps(steps, readOptional(in))));
        }
        List<ExceptionRule> exceptions = ConfigurationCodec.readList(in, WorkflowCodec::readException);
        return before.withRules(rules).with(new Workflows(exceptions, in.readInt()));
    }

    private static void writeStep(ByteWriter out, StepConfiguration step) {
        Integer priority = step.priority();
        writeOptional(step.queue(), out);
        out.writeInt(priority == null ? NONE : priority);
        out.writeInt(step.raise());
        ConfigurationCodec.writeList(step.relax(), out, ByteWriter::writeText);
        out.writeLong(step.timeoutNanos());
        out.writeBoolean(step.skipsUnstaffed());
    }

    private static StepConfiguration readStep(ByteReader in) {
        String queue = readOptional(in);
        int priority = in.readInt();
        return new StepConfiguration(
                queue,
                priority == NONE ? null : priority,
                in.readInt(),
                ConfigurationCodec.readList(in, ByteReader::readText),
                in.readLong(),
                in.readBoolean());
    }

    private static void writeException(ByteWriter out, ExceptionRule rule) {
        out.writeText(rule.id());
        writeOptional(rule.queue(), out);
        out.writeByte(rule.trigger().kind().code());
        out.writeLong(rule.trigger().value());
        ConfigurationCodec.writeList(rule.actions(), out, WorkflowCodec::writeAction);
    }

    private static ExceptionRule readException(ByteReader in) {
        return new ExceptionRule(
                in.readText(),
                readOptional(in),
                new ExceptionTrigger(TriggerKind.ofCode(in.readByte()), in.readLong()),
                ConfigurationCodec.readList(in, WorkflowCodec::readAction));
    }

    private static void writeAction(ByteWriter out, ExceptionAction action) {
        out.writeByte(action.kind().code());
        out.writeLong(action.value());
        writeOptional(action.queue(), out);
        out.writeBoolean(action.keepsAge());
        ConfigurationCodec.writeList(action.skills(), out, ByteWriter::writeText);
        ConfigurationCodec.writeList(action.requirements(), out, ConfigurationCodec::writeRequirement);
        out.writeText(action.text());
    }

    private static ExceptionAction readAction(ByteReader in) {
        return new ExceptionAction(
                ActionKind.ofCode(in.readByte()),
                in.readLong(),
                readOptional(in),
                in.readBoolean(),
                ConfigurationCodec.readList(in, ByteReader::readText),
                ConfigurationCodec.readList(in, ConfigurationCodec::readRequirement),
                in.readText());
    }

    private static void writeOptional(@Nullable String text, ByteWriter out) {
        out.writeText(text == null ? "" : text);
    }

    private static @Nullable String readOptional(ByteReader in) {
        String text = in.readText();
        return text.isEmpty() ? null : text;
    }
}
