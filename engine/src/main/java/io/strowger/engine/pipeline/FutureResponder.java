package io.strowger.engine.pipeline;

import io.strowger.engine.command.Decision;
import io.strowger.engine.ingress.Responder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Completes a future with a copy of the answer, on the embedder's side of the executor: never on a stage's thread. */
final class FutureResponder implements Responder {
    private final CompletableFuture<Answer> future = new CompletableFuture<>();
    private final Executor executor;

    FutureResponder(Executor executor) {
        this.executor = executor;
    }

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
        future.completeAsync(() -> answer, executor);
    }
}
