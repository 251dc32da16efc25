package io.strowger.engine.pipeline;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for a stage to fail. Then lets the later stages finish what they can for a moment, halts them, answers everybody
 * who still waits with <i>outcome unknown</i>, and tells the owner. Never interrupts a stage: the commit thread may be in
 * the middle of a force.
 */
final class Undertaker implements Runnable {
    private static final long FINISHING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final FailStop failStop;
    private final Disruptor<RoutingEvent> disruptor;
    private final UnknownAnswers unknownAnswers;
    private final Runnable onFailure;

    Undertaker(
            FailStop failStop, Disruptor<RoutingEvent> disruptor, UnknownAnswers unknownAnswers, Runnable onFailure) {
        this.failStop = failStop;
        this.disruptor = disruptor;
        this.unknownAnswers = unknownAnswers;
        this.onFailure = onFailure;
    }

    @Override
    public void run() {
        try {
            failStop.awaitFailure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!failStop.hasFailed()) {
            return;
        }
        awaitStandstill();
        disruptor.halt();
        try {
            unknownAnswers.answerAll();
        } finally {
            onFailure.run();
        }
    }

    /** Returns when the last stage has not moved for a few polls, at the latest after the time for finishing. */
    private void awaitStandstill() {
        RingBuffer<RoutingEvent> ring = disruptor.getRingBuffer();
        long until = System.nanoTime() + FINISHING_NANOS;
        int still = 0;
        long last = ring.getMinimumGatingSequence();
        while (still < 10 && System.nanoTime() < until) {
            LockSupport.parkNanos(POLL_NANOS);
            long current = ring.getMinimumGatingSequence();
            still = current == last ? still + 1 : 0;
            last = current;
        }
    }
}
