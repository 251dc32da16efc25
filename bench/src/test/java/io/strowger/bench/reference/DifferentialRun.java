package io.strowger.bench.reference;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Gives the same commands to the engine's router and to the reference, and says where they first differ. */
final class DifferentialRun {
    static final long START = 1_790_000_000_000_000_000L;
    private static final int HASH_EVERY = 50;
    private static final int ESTIMATES_EVERY = 20;
    private static final int TRACE_LINES = 6;

    final EngineRun engine;
    private final ReferenceRouter reference;
    private final ReferenceRecords records = new ReferenceRecords();
    private final CRC32C recordsChecksum = new CRC32C();
    private long now = START;
    private int count;

    DifferentialRun(long seed) {
        Random random = new Random(seed);
        int maxClosedConversations = random.nextBoolean() ? 1 + random.nextInt(10) : 1_000_000;
        engine = new EngineRun(maxClosedConversations);
        reference = new ReferenceRouter(Conditions::of, maxClosedConversations);
        RandomCommands commands = new RandomCommands(random, reference);
        decide(-1, RandomCommands.restart(), new Analysis());
        int organizations = 1 + random.nextInt(3);
        for (int number = 0; number < organizations; number++) {
            String difference = decide(-1, commands.configure("organization-" + number), new Analysis());
            if (difference != null || engine.decision.outcome != Outcome.DONE) {
                throw new AssertionError(
                        "the first configuration was not taken: " + difference + engine.decision.detail);
            }
        }
    }

    /** The first difference in a run of steps, or null. */
    static @Nullable String difference(long seed, List<Step> steps) {
        return new DifferentialRun(seed).run(steps);
    }

    /** A checksum over all records so far, one behind the other. */
    long recordsChecksum() {
        return recordsChecksum.getValue();
    }

    @Nullable
    String run(List<Step> steps) {
        for (Step step : steps) {
            String difference = take(step);
            if (difference != null) {
                return difference;
            }
        }
        return replayDifference();
    }

    /** Decides one more command; returns a difference, or null. */
    @Nullable
    String take(Step step) {
        now += step.advanceNanos();
        RandomCommands commands = new RandomCommands(new Random(step.seed()), reference);
        int organization = commands.organization();
        Command command = commands.next(organization);
        boolean isEngines = command.kind() == CommandKind.TICK || command.kind() == CommandKind.RESTART;
        String difference;
        try {
            difference = decide(isEngines ? -1 : organization, command, commands.analysis());
        } catch (RuntimeException | Error cause) {
            StackTraceElement[] trace = cause.getStackTrace();
            difference = cause + " at " + List.of(trace).subList(0, Math.min(TRACE_LINES, trace.length));
        }
        return difference == null
                ? null
                : "command " + count + ", " + command.kind() + " of organization " + organization + ": " + difference;
    }

    private @Nullable String decide(int organization, Command command, Analysis analysis) {
        count++;
        Answer expected = reference.decide(organization, command, now, analysis);
        engine.decide(organization, command, now, analysis);
        recordsChecksum.update(engine.record.array(), engine.record.offset(), engine.record.length());
        Bytes record = records.record(expected, now, organization, command, EngineRun.MODEL_VERSION, analysis);
        if (!record.contentEquals(engine.record)) {
            return "records\n  reference" + EventText.of(record) + "\n  engine" + EventText.of(engine.record);
        }
        String answer = text(expected.decision);
        if (!answer.equals(text(engine.decision))) {
            return "answers\n  reference " + answer + "\n  engine    " + text(engine.decision) + " "
                    + engine.decision.detail;
        }
        // The wheel may wake the clock early, for nothing; late would be wrong.
        if (engine.router.nextDeadline() > reference.nextDeadline()) {
            return "deadlines\n  reference " + reference.nextDeadline() + "\n  engine    "
                    + engine.router.nextDeadline();
        }
        // Counting who is before whom is slow in the reference.
        String estimates = count % ESTIMATES_EVERY == 0 ? estimatesDifference() : null;
        if (estimates != null) {
            return estimates;
        }
        return count % HASH_EVERY == 0 ? replayDifference() : null;
    }

    private @Nullable String estimatesDifference() {
        for (Organization organization : reference.session().organizations) {
            for (Conversation conversation : organization.line) {
                WaitEstimate expected = reference.estimate(organization.number, conversation.id, now);
                WaitEstimate estimate = engine.router.estimate(organization.number, conversation.id, now);
                if (!Objects.equals(expected, estimate)) {
                    return "estimates for " + conversation.id + "\n  reference " + expected + "\n  engine    "
                            + estimate;
                }
            }
        }
        return null;
    }

    private @Nullable String replayDifference() {
        long hash = engine.router.stateHash();
        long replayed = engine.replayed.stateHash();
        return hash == replayed ? null : "the state hash is " + hash + ", after replay " + replayed;
    }

    private static String text(Decision decision) {
        StringBuilder text = new StringBuilder();
        text.append(decision.outcome).append(" organization=").append(decision.organization);
        text.append(" duplicate=")
                .append(decision.duplicate)
                .append(" sequence=")
                .append(decision.sequence);
        text.append(" conversation=").append(decision.conversation).append(' ').append(decision.state);
        text.append(" queue=").append(decision.queue).append(" priority=").append(decision.priority);
        text.append(" agent=").append(decision.agent).append(" rule=").append(decision.rule);
        text.append(" offer=").append(decision.offer).append(" version=").append(decision.version);
        text.append(" changedBy=").append(decision.conversationVersion);
        if (decision.outcome == Outcome.DONE || decision.outcome == Outcome.DUPLICATE) {
            for (int code = 0; code < Head.count(); code++) {
                Head head = Head.ofCode(code);
                text.append(' ').append(decision.analysis.label(head));
                text.append('/').append(decision.analysis.confidence(head));
            }
        }
        return text.toString();
    }
}
