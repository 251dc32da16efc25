package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.record.RecordView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current conversations, queues and agents in memory, as of the last record that it includes: what reads, agent sessions
 * and event streams look at. It has its own thread and shows only what is durable.
 *
 * <p>Reads are safe from any thread, event loops too: they copy what is asked for under a lock that the view's thread holds
 * for one record at a time (microseconds), so a reader never sees half a record. Conversations that ended are kept up to a
 * number an organization, oldest out first; older ones are in PostgreSQL.
 */
public final class LiveView implements Projection {
    /** Ended conversations kept an organization, unless told otherwise. */
    public static final int DEFAULT_ENDED_KEPT = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(LiveView.class);
    private static final int BATCH_RECORDS = 256;

    /** So far apart it looks for records at the most, rather than once a commit, of which there are thousands a second. */
    private static final Duration SPACING = Duration.ofMillis(1);

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final CommittedRecords committed;
    // Names are looked up under it too: the directory is never older than what the view includes.
    private final Object lock = new Object();
    private final LiveState state;
    private final EventWalk walk = new EventWalk();
    private final List<CommittedListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<CommittedListener> failedListeners = Collections.newSetFromMap(new IdentityHashMap<>());
    private final SequenceWaiters waiters = new SequenceWaiters();
    private final JournalTail tail;
    private volatile long applied;

    /** A view that keeps the usual number of ended conversations. */
    public LiveView(CommittedRecords committed) {
        this(committed, DEFAULT_ENDED_KEPT, InstantSource.system());
    }

    /**
     * Makes a view that is not started.
     *
     * @param endedKept ended conversations kept an organization
     * @param clock tells how old the lag is
     */
    public LiveView(CommittedRecords committed, int endedKept, InstantSource clock) {
        this.committed = committed;
        this.state = new LiveState(committed, endedKept);
        this.tail = new JournalTail("live", committed, new Sink(), BATCH_RECORDS, SPACING, RETRY, clock);
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public void start() {
        tail.start();
    }

    @Override
    public ProjectionStatus status() {
        // The tail counts batches, the view shows each record at once.
        ProjectionStatus status = tail.status();
        long included = applied;
        long lag = Math.max(0, committed.durableSequence() - included);
        return new ProjectionStatus(
                status.name(), status.state(), included, lag, lag == 0 ? 0 : status.lagNanos(), status.lastError());
    }

    @Override
    public void close() {
        tail.close();
        waiters.fail(new IllegalStateException("the server is closing"));
    }

    /** Sequence of the last record that the view includes. */
    public long position() {
        return applied;
    }

    /**
     * Completes when the view includes the record with that sequence, at once if it does; on the view's thread otherwise, so
     * that a caller on an event loop hops back to it. Listeners have heard of the record by then. To read one's own writes: {@code whenAt(engine.durableSequence())}. Fails
     * when the view is closed.
     */
    public CompletableFuture<Void> whenAt(long sequence) {
        return waiters.await(sequence, this::position);
    }

    /** The conversation, or null when the organization has none of that number, or it ended long ago. */
    public @Nullable ConversationView conversation(int organization, long id) {
        synchronized (lock) {
            Names names = committed.directory().organization(organization);
            if (names == null) {
                return null;
            }
            LiveConversation conversation = state.organization(organization).conversationIfKnown(id);
            return conversation == null ? null : conversation.view(names);
        }
    }

    /** The organization's queues in the configured order, then removed ones that still hold conversations. */
    public List<QueueView> queues(int organization) {
        synchronized (lock) {
            Names names = committed.directory().organization(organization);
            return names == null ? List.of() : state.organization(organization).queues(names);
        }
    }

    /** The organization's agents in the configured order, then removed ones who still have work. */
    public List<AgentView> agents(int organization) {
        synchronized (lock) {
            Names names = committed.directory().organization(organization);
            return names == null ? List.of() : state.organization(organization).agents(names);
        }
    }

    /** The pending offers and assignments of the agent with that number; empty lists for an unknown one. */
    public AgentWork agentWork(int organization, int agent) {
        synchronized (lock) {
            Names names = committed.directory().organization(organization);
            return names == null
                    ? new AgentWork(applied, List.of(), List.of())
                    : state.organization(organization).work(agent, names, applied);
        }
    }

    /** From the next record on, the listener hears of each one; before those who wait at its sequence go on. */
    public void addListener(CommittedListener listener) {
        listeners.add(listener);
    }

    public void removeListener(CommittedListener listener) {
        listeners.remove(listener);
    }

    private void tell(RecordView record) {
        for (CommittedListener listener : listeners) {
            try {
                record.rewind();
                listener.committed(record);
            } catch (RuntimeException e) {
                // One listener's mistake must not take the records from the others, nor fill the log.
                if (failedListeners.add(listener)) {
                    LOG.atError()
                            .addKeyValue("sequence", record.sequence())
                            .setCause(e)
                            .log("A listener of the live view failed; it is told of further records, not logged again");
                }
            }
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
                walk.over(record, state);
                applied = record.sequence();
            }
            tell(record);
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
