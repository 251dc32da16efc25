package io.strowger.bench.reference;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Gives the same commands to the engine's router and to the reference, and says where they first differ. */
final class DifferentialRun {
    private static final long START = 1_790_000_000_000_000_000L;
    private static final int HASH_EVERY = 16;

    final EngineRun engine = new EngineRun();
    private final ReferenceRouter reference = new ReferenceRouter(Conditions::of);
    private final CRC32C recordsChecksum = new CRC32C();
    private long now = START;
    private int count;

    private DifferentialRun(long seed) {
        Random random = new Random(seed);
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

    /** A run without differences, to be asked for its hashes. */
    static DifferentialRun complete(long seed, List<Step> steps) {
        DifferentialRun run = new DifferentialRun(seed);
        String difference = run.run(steps);
        if (difference != null) {
            throw new AssertionError(difference);
        }
        return run;
    }

    /** A checksum over all records, one behind the other. */
    long recordsChecksum() {
        return recordsChecksum.getValue();
    }

    private @Nullable String run(List<Step> steps) {
        for (Step step : steps) {
            now += step.advanceNanos();
            RandomCommands commands = new RandomCommands(new Random(step.seed()), reference);
            int organization = commands.organization();
            Command command = commands.next(organization);
            boolean isEngines = switch (command.kind()) {
                case TICK, RESTART -> true;
                default -> false;
            };
            String difference;
            try {
                difference = decide(isEngines ? -1 : organization, command, commands.analysis());
            } catch (RuntimeException | Error cause) {
                StackTraceElement[] trace = cause.getStackTrace();
                difference = cause + " at " + List.of(trace).subList(0, Math.min(6, trace.length));
            }
            if (difference != null) {
                return "command " + count + ", " + command.kind() + " of organization " + organization + ": "
                        + difference;
            }
        }
        return replayDifference();
    }

    private @Nullable String decide(int organization, Command command, Analysis analysis) {
        count++;
        Answer expected = reference.decide(organization, command, now, analysis);
        engine.decide(organization, command, now, analysis);
        recordsChecksum.update(engine.record.array(), engine.record.offset(), engine.record.length());
        List<String> events = expected.events.stream()
                .map(emitted -> EventText.of(emitted.organization(), emitted.event()))
                .toList();
        if (!events.equals(engine.events)) {
            return "events\n  reference " + String.join("\n            ", events) + "\n  engine    "
                    + String.join("\n            ", engine.events);
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
        return count % HASH_EVERY == 0 ? replayDifference() : null;
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
