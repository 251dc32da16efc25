package io.strowger.bench.net;

import io.strowger.bench.rig.Schedule;
import io.strowger.bench.rig.TimerSlack;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of load over some connections. The caller's thread takes answers; with a schedule a second one, the pacer, sends
 * what is due. They take turns under one lock. A message that finds every connection's depth used keeps its intended instant
 * and goes as soon as an answer makes room.
 */
public final class LoadRun {
    /** How long answers are waited for when everything was due. */
    private static final long GRACE_NANOS = 5_000_000_000L;

    private static final long SELECT_MILLIS = 20;
    private static final long LONGEST_PARK_NANOS = 1_000_000;
    private static final long WATCH_NANOS = 100_000_000;
    private static final long EVERYTHING_SENT = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PipelinedConnection[] connections;
    private final SelectionKey[] keys;
    private final Selector selector;
    private final @Nullable Schedule schedule;
    private final LoadTally tally;
    private final PipelinedConnection.Listener listener;
    private final LongConsumer watch;
    private final long startNanos;
    private final long endNanos;
    private long nextWatchNanos;
    private int unanswered;
    private int turn;
    private boolean isHeldUp;
    private long nextNumber;
    private long nextIntended;
    private long pacerCpuNanos;
    private volatile boolean finished;
    private volatile @Nullable Exception pacerFailure;

    private LoadRun(
            List<PipelinedConnection> connections,
            LoadPlan plan,
            AnswerCheck check,
            LongConsumer watch,
            Selector selector,
            long startNanos)
            throws IOException {
        this.connections = connections.toArray(new PipelinedConnection[0]);
        this.keys = new SelectionKey[this.connections.length];
        this.selector = selector;
        this.schedule = plan.schedule();
        this.watch = watch;
        this.startNanos = startNanos;
        this.endNanos = startNanos + plan.warmUpNanos() + plan.measuredNanos();
        this.nextIntended = startNanos;
        this.tally = new LoadTally(startNanos + plan.warmUpNanos(), endNanos, check);
        this.listener = (connection, request, intended, sent, received, bytes, from, to) -> {
            unanswered--;
            tally.answered(connection.number(), request, intended, sent, received, bytes, from, to);
        };
        for (int index = 0; index < keys.length; index++) {
            PipelinedConnection connection = this.connections[index];
            connection.unblock();
            keys[index] = connection.channel().register(selector, SelectionKey.OP_READ, connection);
        }
    }

    /**
     * Runs load to its end.
     *
     * @param connections open, logged in, with nothing unanswered; they are left open, and can't be asked any more
     * @param watch told about ten times a second how many nanoseconds the run has lasted; it returns quickly
     * @throws IOException when a connection fails or ends
     */
    public static LoadResult run(
            List<PipelinedConnection> connections, LoadPlan plan, AnswerCheck check, LongConsumer watch)
            throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            return new LoadRun(connections, plan, check, watch, selector, System.nanoTime()).run();
        }
    }

    private LoadResult run() throws IOException, InterruptedException {
        long started = System.nanoTime();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        Thread pacer = schedule == null ? null : new Thread(this::pace, "load-pacer");
        if (pacer != null) {
            pacer.setDaemon(true);
            pacer.start();
        }
        try {
            receive();
        } finally {
            finished = true;
            if (pacer != null) {
                LockSupport.unpark(pacer);
                pacer.join();
            }
        }
        double nanos = System.nanoTime() - started;
        double receiver = (threads.getCurrentThreadCpuTime() - cpuBefore) / nanos;
        double sender = pacerCpuNanos / nanos;
        return tally.result(unsent(), unanswered, Math.max(receiver, sender), receiver + sender);
    }

    private void receive() throws IOException {
        turn(this::send);
        while (!isOver()) {
            selector.select(SELECT_MILLIS);
            turn(this::receiveReady);
            tellWatch(System.nanoTime() - startNanos);
            Exception failed = pacerFailure;
            if (failed != null) {
                throw new IOException(failed.getMessage(), failed);
            }
        }
    }

    private void tellWatch(long elapsedNanos) {
        if (elapsedNanos >= nextWatchNanos) {
            nextWatchNanos = elapsedNanos + WATCH_NANOS;
            watch.accept(elapsedNanos);
        }
    }

    private boolean isOver() {
        long now = System.nanoTime();
        lock.lock();
        try {
            return now >= endNanos && nextIntendedIsPast() && unanswered == 0 || now >= endNanos + GRACE_NANOS;
        } finally {
            lock.unlock();
        }
    }

    private boolean nextIntendedIsPast() {
        return schedule == null || nextIntended >= endNanos;
    }

    private void receiveReady() throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            PipelinedConnection connection = (PipelinedConnection) key.attachment();
            if (key.isReadable()) {
                connection.receive(listener);
            }
            if (key.isWritable()) {
                flush(connection);
            }
        }
        selector.selectedKeys().clear();
        send();
    }

    /** The pacer's thread: asleep until the next message is due. */
    private void pace() {
        long cpuBefore = threads.getCurrentThreadCpuTime();
        TimerSlack.least();
        try {
            long pause = 0;
            while (!finished && pause != EVERYTHING_SENT) {
                pause = sendDue();
                if (pause > 0) {
                    LockSupport.parkNanos(this, pause);
                }
            }
        } catch (IOException | RuntimeException e) {
            pacerFailure = e;
            selector.wakeup();
        }
        pacerCpuNanos = threads.getCurrentThreadCpuTime() - cpuBefore;
    }

    /** Sends what is due and returns for how long there is nothing to do. */
    private long sendDue() throws IOException {
        lock.lock();
        try {
            send();
            if (nextIntended >= endNanos) {
                return EVERYTHING_SENT;
            }
            long ahead = nextIntended - System.nanoTime();
            // Due and not sent: the depth is used. Answers make room, and whoever takes them sends.
            return isHeldUp ? LONGEST_PARK_NANOS : Math.max(0, Math.min(ahead, LONGEST_PARK_NANOS));
        } finally {
            lock.unlock();
        }
    }

    private void turn(Turn turn) throws IOException {
        lock.lock();
        try {
            turn.take();
        } finally {
            lock.unlock();
        }
    }

    /** Sends what is due while there is room. */
    private void send() throws IOException {
        long now = System.nanoTime();
        Schedule following = schedule;
        boolean wrote = false;
        isHeldUp = false;
        while (following == null ? now < endNanos : nextIntended <= now && nextIntended < endNanos) {
            PipelinedConnection connection = withRoom();
            if (connection == null) {
                isHeldUp = true;
                break;
            }
            long intended = following == null ? now : nextIntended;
            connection.send(nextNumber++, intended, now);
            tally.sent(intended, now);
            unanswered++;
            wrote = true;
            if (following != null) {
                nextIntended = following.next(intended);
            }
        }
        if (wrote) {
            for (PipelinedConnection connection : connections) {
                flush(connection);
            }
        }
    }

    /** The next connection in turn that has room, or null. */
    private @Nullable PipelinedConnection withRoom() {
        for (int tried = 0; tried < connections.length; tried++) {
            PipelinedConnection connection = connections[turn];
            turn = turn + 1 == connections.length ? 0 : turn + 1;
            if (connection.hasRoom()) {
                return connection;
            }
        }
        return null;
    }

    private void flush(PipelinedConnection connection) throws IOException {
        boolean whole = connection.flush();
        SelectionKey key = keys[connection.number()];
        int wanted = whole ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
            selector.wakeup();
        }
    }

    /** Messages that were due and never sent. */
    private long unsent() {
        long count = 0;
        Schedule following = schedule;
        while (following != null && nextIntended < endNanos) {
            count++;
            nextIntended = following.next(nextIntended);
        }
        return count;
    }

    @FunctionalInterface
    private interface Turn {
        void take() throws IOException;
    }
}
