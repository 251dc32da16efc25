package io.strowger.verticles.deep;

import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.pipeline.ModelVersions;
import io.strowger.engine.record.RecordView;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.ModelFormatException;
import io.strowger.models.deep.DeepModel;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.linear.ModelParts;
import io.strowger.verticles.config.DeepSettings;
import io.strowger.verticles.projection.CommittedListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of durable messages and has those asked about that the inline model was unsure of. Its queue is bounded and taken
 * from by its workers; a full one loses nothing but the second opinion. A watcher gives up workers that hang.
 */
public final class DeepTier implements CommittedListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeepTier.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int WATCHES_A_TIMEOUT = 8;

    /** Threads that hang keep their sessions' memory: so many may, then no session is loaded until one returns. */
    private static final int MAX_HANGING = 4;

    private final DeepModel model;
    private final List<Head> heads = new ArrayList<>();
    private final long inlineVersion;
    private final long recovered;
    private final int below;
    private final EncoderSource encoders;
    private final RoutingEngine engine;
    private final DeepSettings settings;
    private final BlockingQueue<Question> queue;
    private final DeepCounters counters = new DeepCounters();
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private final MessageReceived received = new MessageReceived();
    private final Analysis analysis = new Analysis();
    private final Bytes command = new Bytes();
    // The watcher's own, once it runs.
    private final List<Running> workers = new ArrayList<>();
    private final List<Thread> hanging = new ArrayList<>();
    private final Thread watcher;
    private volatile boolean closing;

    private record Running(DeepWorker worker, Thread thread) {}

    /**
     * A tier that is not started.
     *
     * @param directory a model directory with an inline and a deep part, and the threshold between them
     * @param encoders loads the sessions of the model's encoder
     * @throws ModelFormatException when the directory lacks something; says what to do
     */
    public DeepTier(RoutingEngine engine, Path directory, EncoderSource encoders, DeepSettings settings)
            throws IOException {
        this.engine = engine;
        this.encoders = encoders;
        this.settings = settings;
        recovered = engine.recoveredState().sequence();
        model = DeepModel.read(directory);
        inlineVersion = ModelVersions.number(ModelDirectory.read(directory).version());
        below = ModelParts.cascadeBelow(directory);
        if (below < 0) {
            throw new ModelFormatException(
                    directory, "has no threshold for the deep tier; train either part again with --dev");
        }
        try {
            model.heads().forEach(head -> heads.add(DeepAnswerer.headOf(head.task())));
        } catch (IllegalArgumentException unknown) {
            throw new ModelFormatException(
                    directory,
                    "has a deep part for another task than intent, sentiment, emotion or urgency: messages have no such"
                            + " head");
        }
        queue = new ArrayBlockingQueue<>(settings.queue());
        watcher = daemon("strowger-deep-watch", this::watch);
    }

    /** Starts the threads. */
    public void start() {
        watcher.start();
    }

    public DeepCounters counters() {
        return counters;
    }

    /** Questions that wait now. */
    public int waiting() {
        return queue.size();
    }

    @Override
    public void committed(RecordView record) {
        if (record.sequence() <= recovered // it was there to be asked about before the start
                || record.commandKind() != CommandKind.RECEIVE_MESSAGE
                || record.analysis(analysis) != inlineVersion
                || !isUnsure()) {
            return;
        }
        record.rewind();
        while (record.nextEvent()) {
            if (record.eventKind() == EventKind.MESSAGE_RECEIVED) {
                received.read(record.content());
                if (received.agent == DomainEvent.NOBODY) { // else it doesn't wait, so nothing can move
                    ask(record, received.conversation);
                }
                return;
            }
        }
    }

    private boolean isUnsure() {
        for (Head head : heads) {
            if (analysis.label(head) != Analysis.NONE && analysis.confidence(head) < below) {
                return true;
            }
        }
        return false;
    }

    private void ask(RecordView record, long conversation) {
        counters.asked.increment();
        if (queue.remainingCapacity() == 0) {
            counters.queueFull.increment();
            return;
        }
        record.command(command);
        byte[] message = new byte[command.length()];
        System.arraycopy(command.array(), command.offset(), message, 0, message.length);
        Analysis inline = new Analysis();
        inline.copyFrom(analysis);
        if (!queue.offer(new Question(record.organization(), conversation, record.sequence(), message, inline))) {
            counters.queueFull.increment();
        }
    }

    private void watch() {
        Duration pause = settings.timeout().dividedBy(WATCHES_A_TIMEOUT);
        while (!closing) {
            giveUpHanging();
            hanging.removeIf(thread -> !thread.isAlive());
            removeDead();
            while (workers.size() < settings.threads() && hanging.size() < MAX_HANGING) {
                startWorker();
            }
            backoff.await(pause, () -> closing);
        }
        workers.forEach(running -> running.worker().end());
    }

    private void giveUpHanging() {
        long now = System.nanoTime();
        for (Iterator<Running> each = workers.iterator(); each.hasNext(); ) {
            Running running = each.next();
            if (running.worker().busyNanos(now) > settings.timeout().toNanos()) {
                each.remove();
                running.worker().end();
                hanging.add(running.thread());
                counters.timedOut.increment();
                takeBack(running.worker());
                Duration pause = backoff.failed();
                LOG.atWarn()
                        .addKeyValue("timeoutMillis", settings.timeout().toMillis())
                        .addKeyValue("pauseMillis", pause.toMillis())
                        .addKeyValue("hanging", hanging.size())
                        .log(
                                "A session of the deep tier hangs and is given up; messages are routed by their inline analysis");
                backoff.await(pause, () -> closing);
            }
        }
    }

    /** An error ended them; what they did not come to is asked of others. */
    private void removeDead() {
        for (Iterator<Running> each = workers.iterator(); each.hasNext(); ) {
            Running running = each.next();
            if (!running.thread().isAlive()) {
                each.remove();
                counters.failed.increment();
                takeBack(running.worker());
            }
        }
    }

    private void takeBack(DeepWorker worker) {
        for (Question question = worker.untouched(); question != null; question = worker.untouched()) {
            if (!queue.offer(question)) {
                counters.queueFull.increment();
            }
        }
    }

    private void startWorker() {
        DeepWorker worker = new DeepWorker(model, encoders, queue, engine, counters, backoff, settings.batch());
        Thread thread = daemon("strowger-deep", worker);
        thread.setUncaughtExceptionHandler((dead, error) ->
                LOG.atError().setCause(error).log("A thread of the deep tier was ended by an error and is replaced"));
        workers.add(new Running(worker, thread));
        thread.start();
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the threads; waits for the texts at hand, but not longer than a session may take. */
    @Override
    public void close() {
        closing = true;
        try {
            watcher.join(settings.timeout().toMillis());
            for (Running running : workers) {
                running.thread().join(settings.timeout().toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
