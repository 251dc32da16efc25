package io.strowger.verticles.session;

import io.strowger.channels.AnswerWriter;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemWriter;
import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.internal.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The place of one answer, from before its command is published until it is written: a copy of the decision, or the problem
 * that stands in for it. Pooled by an {@link AnswerLoop}, whose event loop owns it; one of the engine's threads fills in the
 * decision, once.
 */
public final class PendingAnswer {
    /** What an answer takes of memory beside its id and its problem, about. */
    private static final int BASE_BYTES = 512;

    final int slot;

    /** The slot of the next one in the stack of answers that wait for the event loop. */
    int next;

    @Nullable
    Asker asker;

    private final Decision decision = new Decision();
    private final Bytes externalId = new Bytes();
    private byte[] externalIdBytes = {};
    private long decisionNanos;
    private boolean durable;
    private boolean ready;
    private @Nullable Problem problem;

    PendingAnswer(int slot) {
        this.slot = slot;
    }

    /** Whether it can be written now. */
    public boolean isReady() {
        return ready;
    }

    /** The engine's answer; meaningful when it is ready and has no problem. */
    public Decision decision() {
        return decision;
    }

    /** Whether the decision can be lost no more. */
    public boolean isDurable() {
        return durable;
    }

    /** What stands in for the decision, null when there is one. */
    public @Nullable Problem problem() {
        return problem;
    }

    /** Keeps a copy of the source's id of the message, for the answer. */
    public void keepExternalId(Bytes id) {
        if (externalIdBytes.length < id.length()) {
            externalIdBytes = new byte[Math.max(64, id.length())];
        }
        System.arraycopy(id.array(), id.offset(), externalIdBytes, 0, id.length());
        externalId.set(externalIdBytes, 0, id.length());
    }

    public Bytes externalId() {
        return externalId;
    }

    /** Answers without the engine. */
    public void refuse(Problem refusal) {
        problem = refusal;
        ready = true;
    }

    /** Bytes that it takes, about. */
    public int weight() {
        return BASE_BYTES
                + externalId.length()
                + (problem == null ? 0 : problem.detail().length());
    }

    /** Writes the answer of a message: the contract's answer object, or a problem object. No line feed. */
    public void write(Directory directory, JsonWriter json) {
        Problem found = problem == null ? Problems.of(decision) : problem;
        if (found == null) {
            AnswerWriter.write(decision, externalId, decisionNanos, durable, directory, json);
        } else {
            ProblemWriter.write(found, externalId, json);
        }
    }

    /** On one of the engine's threads. */
    void fill(Decision answer, long nanos, boolean isDurable) {
        decision.copyFrom(answer);
        decisionNanos = nanos;
        durable = isDurable;
    }

    void becomeReady() {
        ready = true;
    }

    void clear() {
        asker = null;
        ready = false;
        problem = null;
        externalId.clear();
        if (externalIdBytes.length > 1_024) {
            externalIdBytes = Arrays.copyOf(externalIdBytes, 64);
        }
    }
}
