package io.strowger.bench.peers;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.Tick;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.pipeline.NumberedAnalyzer;
import io.strowger.engine.record.RecordLayout;
import io.strowger.models.TextAnalyzer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Our pipeline as one writes it without a ring: bounded {@link LinkedBlockingQueue}s between the threads of a pool, and an
 * object a message. The work is the same, done by the same classes, on as many threads as our compact topology has: one
 * analyzes and decides, one appends to the same kind of journal, forces once for all that {@code drainTo} gave it, and
 * answers. A full queue refuses.
 */
final class QueuedPipeline implements MessageIngress, AutoCloseable {
    private static final int CAPACITY = 8_192;
    private static final int BATCH = 1_024;
    private static final int CONFIGURATION_BYTES = 4 << 20;
    private static final long LONGEST_WAIT_NANOS = 100_000_000;
    private static final Duration END_PATIENCE = Duration.ofSeconds(10);

    private final Journal journal;
    private final QueuedDecider decider;
    private final BlockingQueue<QueuedMessage> arrived = new LinkedBlockingQueue<>(CAPACITY);
    private final BlockingQueue<QueuedMessage> decided = new LinkedBlockingQueue<>(CAPACITY);
    private final ExecutorService pool = Executors.newFixedThreadPool(2, QueuedPipeline::daemon);
    private volatile boolean ending;
    private volatile boolean decidingEnded;
    private volatile boolean failed;

    /**
     * Starts the threads.
     *
     * @param journal open, without records; closed together with this
     */
    QueuedPipeline(Journal journal, TextAnalyzer analyzer, EpochClock clock, OrganizationConfiguration organization) {
        this.journal = journal;
        this.decider = new QueuedDecider(analyzer, clock);
        pool.execute(guarded(this::decide));
        pool.execute(guarded(this::commit));
        Restart restart = new Restart();
        restart.labels.set(NumberedAnalyzer.labelsOf(analyzer));
        requireDone(restart);
        requireDone(configure(organization));
    }

    private static Configure configure(OrganizationConfiguration organization) {
        ByteWriter encoded = new ByteWriter(BATCH, CONFIGURATION_BYTES);
        ConfigurationCodec.write(organization, encoded);
        Configure command = new Configure();
        command.configuration.set(encoded.array(), 0, encoded.position());
        return command;
    }

    private void requireDone(Command command) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Responder responder = (decision, decisionNanos, durable, token) -> outcome.complete(decision.outcome);
        tryPublish(RecordLayout.ENGINE, command, System.nanoTime(), responder, 0, false);
        Outcome answer =
                outcome.orTimeout(END_PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (answer != Outcome.DONE) {
            throw new IllegalStateException(command.kind() + " ended as " + answer);
        }
    }

    @Override
    public long tryPublish(
            int organization,
            Command command,
            long intendedNanos,
            Responder responder,
            long token,
            boolean ackDecided) {
        if (ending || failed) {
            return REFUSED_CLOSED;
        }
        QueuedMessage message = new QueuedMessage(organization, command, intendedNanos, responder, token, ackDecided);
        return arrived.offer(message) ? 0 : REFUSED_FULL;
    }

    /** The names behind the numbers in answers. */
    Directory directory() {
        return decider.directory();
    }

    /** Hash over the whole routing state; after {@link #close()}. */
    long stateHash() {
        return decider.stateHash();
    }

    private void decide() throws InterruptedException {
        List<QueuedMessage> batch = new ArrayList<>(BATCH);
        try {
            while (!ending || !arrived.isEmpty()) {
                QueuedMessage first = arrived.poll(
                        Math.max(0, Math.min(LONGEST_WAIT_NANOS, decider.untilNextTimerNanos())), TimeUnit.NANOSECONDS);
                if (first != null) {
                    batch.add(first);
                    arrived.drainTo(batch, BATCH - 1);
                }
                for (QueuedMessage message : batch) {
                    decide(message);
                }
                batch.clear();
                if (decider.untilNextTimerNanos() <= 0) {
                    decide(new QueuedMessage(
                            RecordLayout.ENGINE, new Tick(), System.nanoTime(), Responder.NONE, 0, false));
                }
            }
        } finally {
            decidingEnded = true;
        }
    }

    private void decide(QueuedMessage message) throws InterruptedException {
        decider.handle(message);
        if (message.ackDecided) {
            answer(message, false);
            message.responder.batchEnded();
        }
        decided.put(message);
    }

    private void commit() throws InterruptedException {
        List<QueuedMessage> batch = new ArrayList<>(CAPACITY);
        while (!decidingEnded || !decided.isEmpty()) {
            QueuedMessage first = decided.poll(LONGEST_WAIT_NANOS, TimeUnit.NANOSECONDS);
            if (first == null) {
                continue;
            }
            batch.add(first);
            decided.drainTo(batch);
            for (QueuedMessage message : batch) {
                if (message.record.length > 0) {
                    journal.append(message.record, 0, message.record.length);
                }
            }
            journal.commit();
            complete(batch);
            batch.clear();
        }
    }

    /** Answers a batch; each responder is woken once for neighbours of its own. */
    private static void complete(List<QueuedMessage> batch) {
        Responder previous = Responder.NONE;
        for (QueuedMessage message : batch) {
            if (!message.ackDecided) {
                if (message.responder != previous) {
                    previous.batchEnded();
                    previous = message.responder;
                }
                answer(message, true);
            }
        }
        previous.batchEnded();
    }

    private static void answer(QueuedMessage message, boolean durable) {
        Decision decision = message.decision;
        message.responder.answered(decision, message.decidedNanos - message.intendedNanos, durable, message.token);
    }

    /** A thread that fails fails the pipeline, so that the run ends instead of waiting for answers. */
    private Runnable guarded(Stage stage) {
        return () -> {
            boolean ended = false;
            try {
                stage.run();
                ended = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                if (!ended) {
                    failed = true;
                }
            }
        };
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "bench-queued");
        thread.setDaemon(true);
        return thread;
    }

    /** Works off what was taken, then ends the threads and closes the journal. */
    @Override
    public void close() {
        ending = true;
        pool.shutdown();
        try {
            if (!pool.awaitTermination(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
        journal.close();
    }

    @FunctionalInterface
    private interface Stage {
        void run() throws InterruptedException;
    }
}
