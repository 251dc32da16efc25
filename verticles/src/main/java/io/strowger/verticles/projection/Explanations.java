package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.engine.explain.AgentVerdict;
import io.strowger.engine.explain.Pickable;
import io.strowger.engine.explain.RoutingStep;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.explain.WaitingReport;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.routing.Explainer;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.statistics.QueueGlance;
import io.strowger.engine.statistics.StatisticsExtract;
import io.strowger.engine.statistics.StatisticsSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Follows the journal with a copy of the routing state that can be asked why, how long, and how many. On a thread of its own, in batches that are
 * far apart, beside the engine; who asks waits until what was durable when they came is included.
 *
 * <p>Safe for use by any thread. An answer takes as long as looking at each agent of a queue and at each conversation that
 * waits there, so ask on a worker.
 */
public final class Explanations implements Projection {
    /** Past steps kept in all, of a few hundred bytes each. */
    private static final int MAX_STEPS = 100_000;

    private static final int BATCH_RECORDS = 1_024;
    private static final Duration SPACING = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final CommittedRecords committed;
    private final Object lock = new Object();
    private final Explainer explainer = new Explainer(RouterLimits.DEFAULT, MAX_STEPS);
    private final SequenceWaiters waiters = new SequenceWaiters();
    private final JournalTail tail;
    private volatile long applied;

    /** Explanations that are not started. */
    public Explanations(CommittedRecords committed) {
        this.committed = committed;
        this.tail =
                new JournalTail("why", committed, new Sink(), BATCH_RECORDS, SPACING, RETRY, InstantSource.system());
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public void start() {
        tail.start();
    }

    @Override
    public ProjectionStatus status() {
        return tail.status();
    }

    @Override
    public void close() {
        tail.close();
        waiters.fail(new IllegalStateException("the server is closing"));
    }

    /** Completes when everything is included that is durable now; fails when this is closed. */
    public CompletableFuture<Void> whenCurrent() {
        CompletableFuture<Void> current = waiters.await(committed.durableSequence(), () -> applied);
        tail.hurry();
        return current;
    }

    /** The last record that is included. */
    public long position() {
        return applied;
    }

    /** What was decided about a conversation, see {@link Explainer#why}. */
    public List<RoutingStep> why(int organization, long conversation) {
        synchronized (lock) {
            return explainer.why(organization, conversation);
        }
    }

    /** Why a conversation waits, see {@link Explainer#whyWaiting}. */
    public @Nullable WaitingReport whyWaiting(int organization, long conversation) {
        synchronized (lock) {
            return explainer.whyWaiting(organization, conversation);
        }
    }

    /** What keeps an agent from a conversation, see {@link Explainer#whyNot}. */
    public @Nullable AgentVerdict whyNot(int organization, long conversation, String agent) {
        synchronized (lock) {
            return explainer.whyNot(organization, conversation, agent);
        }
    }

    /** What a waiting conversation can expect, see {@link Explainer#estimate}. */
    public @Nullable WaitEstimate estimate(int organization, long conversation) {
        synchronized (lock) {
            return explainer.estimate(organization, conversation);
        }
    }

    /** An organization's figures, see {@link Explainer#statistics}. Adding them up keeps nobody else waiting. */
    public @Nullable StatisticsSnapshot statistics(int organization, int quarters) {
        StatisticsExtract extract;
        synchronized (lock) {
            extract = explainer.statistics(organization, quarters);
        }
        return extract == null ? null : extract.addUp();
    }

    /** What an agent can pick, see {@link Explainer#pickable}. */
    public @Nullable List<Pickable> pickable(int organization, String agent, int most) {
        synchronized (lock) {
            return explainer.pickable(organization, agent, most);
        }
    }

    /** Configured queues at a glance, see {@link Explainer#queues}. */
    public List<QueueGlance> queues(int most) {
        synchronized (lock) {
            return explainer.queues(most);
        }
    }

    private final class Sink implements RecordSink {
        @Override
        public long open() {
            return applied;
        }

        @Override
        public void add(RecordView record) {
            synchronized (lock) {
                explainer.apply(record);
                applied = record.sequence();
            }
            waiters.reached(record.sequence());
        }

        @Override
        public void flush(long sequence) {}

        @Override
        public void idle() {}

        @Override
        public void abandon() {}
    }
}
