package io.strowger.verticles.cli;

import io.strowger.channels.Problem;
import io.strowger.engine.command.Decision;
import io.strowger.engine.internal.Bytes;
import org.jspecify.annotations.Nullable;

/** One line on its way: written by the engine's thread, read by the command's once {@link #isDone}. */
final class RoutedLine {
    private static final Bytes NONE = new Bytes();

    private final Decision decision = new Decision();
    private final Bytes externalId;
    private final String text;
    private final @Nullable Problem problem;
    private long decisionNanos;
    private volatile boolean done;

    private RoutedLine(String text, byte[] externalId, @Nullable Problem problem) {
        this.text = text;
        this.externalId = externalId.length == 0 ? NONE : new Bytes().set(externalId, 0, externalId.length);
        this.problem = problem;
        this.done = problem != null;
    }

    static RoutedLine waiting(String text, byte[] externalId) {
        return new RoutedLine(text, externalId, null);
    }

    static RoutedLine refused(String text, byte[] externalId, Problem problem) {
        return new RoutedLine(text, externalId, problem);
    }

    void answered(Decision answer, long nanos) {
        decision.copyFrom(answer);
        decisionNanos = nanos;
        done = true;
    }

    boolean isDone() {
        return done;
    }

    Decision decision() {
        return decision;
    }

    long decisionNanos() {
        return decisionNanos;
    }

    Bytes externalId() {
        return externalId;
    }

    /** What the customer wrote, as far as it could be read; for people. */
    String text() {
        return text;
    }

    /** Why it was not routed, null when it was. */
    @Nullable
    Problem problem() {
        return problem;
    }
}
