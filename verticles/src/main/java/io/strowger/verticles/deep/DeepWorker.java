package io.strowger.verticles.deep;

import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.ingress.Responder;
import io.strowger.models.deep.DeepModel;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread with a session: takes questions in batches and publishes the answers. A session that fails is closed and loaded
 * anew after a pause that grows. One that hangs can't be interrupted: its worker is given up, and if it ever returns, its
 * answer is dropped.
 */
final class DeepWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DeepWorker.class);
    private static final long POLL_MILLIS = 200;
    private static final long IDLE = 0;

    private final DeepModel model;
    private final EncoderSource encoders;
    private final BlockingQueue<Question> queue;
    private final RoutingEngine engine;
    private final DeepCounters counters;
    private final Backoff backoff;
    private final int batchSize;
    private final Responder responder;
    // The worker's own, until it is given up.
    private final Queue<Question> batch = new ConcurrentLinkedQueue<>();
    private volatile long busySince = IDLE;
    private volatile boolean ended;

    DeepWorker(
            DeepModel model,
            EncoderSource encoders,
            BlockingQueue<Question> queue,
            RoutingEngine engine,
            DeepCounters counters,
            Backoff backoff,
            int batchSize) {
        this.model = model;
        this.encoders = encoders;
        this.queue = queue;
        this.engine = engine;
        this.counters = counters;
        this.backoff = backoff;
        this.batchSize = batchSize;
        responder = (decision, decisionNanos, durable, token) -> {
            if (decision.outcome == Outcome.DONE || decision.outcome == Outcome.UNCHANGED) {
                counters.answered.increment();
            }
        };
    }

    /** How long it has been at one text, or at loading a session; 0 when it is at none. Any thread. */
    long busyNanos(long now) {
        long since = busySince;
        return since == IDLE ? 0 : now - since;
    }

    /** Has it end after the text at hand, whose answer is dropped. Any thread. */
    void end() {
        ended = true;
    }

    /** After {@link #end()}: the next question that it took and did not come to, or null. Any thread. */
    @Nullable
    Question untouched() {
        return batch.poll();
    }

    @Override
    public void run() {
        while (!ended) {
            try (DeepAnswerer answerer = open()) {
                answerAll(answerer);
            } catch (IOException | RuntimeException | LinkageError failed) {
                failed(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                busySince = IDLE;
            }
        }
    }

    private DeepAnswerer open() throws IOException {
        busySince = now();
        DeepAnswerer answerer = DeepAnswerer.over(model, encoders.open());
        counters.sessions.increment();
        busySince = IDLE;
        return answerer;
    }

    private void answerAll(DeepAnswerer answerer) throws InterruptedException {
        while (!ended) {
            // Taken out first: a text that the session fails at is not tried again.
            Question question = batch.poll();
            if (question == null) {
                fillBatch();
                continue;
            }
            busySince = now();
            Reclassify answer = answerer.answer(question, engine.directory().labels());
            busySince = IDLE;
            if (!ended) {
                publish(question.organization(), answer);
                backoff.succeeded();
            }
        }
    }

    private void fillBatch() throws InterruptedException {
        Question first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, batchSize - 1);
        }
    }

    private void publish(int organization, Reclassify answer) {
        long sequence = engine.ingress().tryPublish(organization, answer, System.nanoTime(), responder, 0, false);
        if (sequence < 0) {
            counters.refused.increment();
        }
    }

    private void failed(Throwable cause) {
        busySince = IDLE;
        if (ended) {
            return;
        }
        counters.failed.increment();
        Duration pause = backoff.failed();
        LOG.atWarn()
                .addKeyValue("pauseMillis", pause.toMillis())
                .setCause(cause)
                .log("A session of the deep tier failed; messages are routed by their inline analysis meanwhile");
        backoff.await(pause, () -> ended);
    }

    /** Never the value that stands for idle. */
    private static long now() {
        long now = System.nanoTime();
        return now == IDLE ? 1 : now;
    }
}
