package io.strowger.engine.pipeline;

import com.lmax.disruptor.ExceptionHandler;
import io.strowger.engine.ingress.Gate;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the gate and ends the stage that threw. The failed sequence is never passed, so nothing goes on over a hole; the
 * {@link Undertaker} does the rest on a thread of its own.
 */
final class FailStop implements ExceptionHandler<RoutingEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(FailStop.class);

    private final Gate gate;
    private final CountDownLatch failed = new CountDownLatch(1);

    FailStop(Gate gate) {
        this.gate = gate;
    }

    /** Returns when a stage has failed. */
    void awaitFailure() throws InterruptedException {
        failed.await();
    }

    /** Ends the wait for a failure without one. */
    void dismiss() {
        failed.countDown();
    }

    boolean hasFailed() {
        return gate.hasFailed();
    }

    @Override
    public void handleEventException(Throwable cause, long sequence, RoutingEvent event) {
        fail("ring sequence " + sequence + " (" + (event == null ? "batch" : event.kind) + ")", cause);
    }

    @Override
    public void handleOnStartException(Throwable cause) {
        fail("its start", cause);
    }

    @Override
    public void handleOnShutdownException(Throwable cause) {
        fail("its end", cause);
    }

    private void fail(String where, Throwable cause) {
        String stage = Thread.currentThread().getName();
        gate.fail("stage " + stage + " failed at " + where + ": " + cause
                + "; nothing acknowledged is lost, start again to rebuild the state from the journal");
        LOG.error("stage {} failed at {}; the engine stops", stage, where, cause);
        failed.countDown();
        throw new StageFailedException(stage, where, cause);
    }
}
