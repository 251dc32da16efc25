package io.strowger.verticles.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker that does one thing after the other, and for which not too many wait. Used on an event loop. */
final class BoundedWorker {
    /** So many may wait, or be served. */
    static final int MOST = 16;

    private final AtomicInteger waiting = new AtomicInteger();
    private final WorkerExecutor worker;

    /** The worker of that name, which is shared among event loops. */
    BoundedWorker(Vertx vertx, String name) {
        worker = vertx.createSharedWorkerExecutor(name, 1);
    }

    /** Does it on the worker once something has come; fails with {@link RejectedExecutionException} when too many wait. */
    <T> Future<T> after(Future<?> something, Callable<T> work) {
        if (waiting.incrementAndGet() > MOST) {
            waiting.decrementAndGet();
            return Future.failedFuture(new RejectedExecutionException(MOST + " wait already"));
        }
        return something
                .compose(come -> worker.executeBlocking(work, false))
                .onComplete(done -> waiting.decrementAndGet());
    }
}
