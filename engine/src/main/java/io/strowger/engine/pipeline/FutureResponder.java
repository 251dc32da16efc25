package io.strowger.engine.pipeline;

import io.strowger.engine.command.Decision;
import io.strowger.engine.ingress.Responder;
import java.util.concurrent.CompletableFuture;

/** Completes a future with a copy of the answer, on the pool of {@link CompletableFuture}'s asynchronous tasks. */
final class FutureResponder implements Responder {
    private final CompletableFuture<Answer> future = new CompletableFuture<>();

    /** A decision and how long it took. */
    record Answer(Decision decision, long decisionNanos) {}

    CompletableFuture<Answer> future() {
        return future;
    }

    @Override
    public void answered(Decision decision, long decisionNanos, boolean durable, long token) {
        Decision copy = new Decision();
        copy.copyFrom(decision);
        Answer answer = new Answer(copy, decisionNanos);
        future.completeAsync(() -> answer);
    }
}
