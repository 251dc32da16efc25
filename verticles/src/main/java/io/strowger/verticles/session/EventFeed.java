package io.strowger.verticles.session;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.projection.LiveView;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream of an organization's committed events, in the order of the journal. It reads the journal's files on a worker
 * thread, a piece at a time, and only while the receiver takes what it gets: a slow receiver costs nothing but its place in
 * the journal. Made, started and closed on one event loop.
 */
public final class EventFeed {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final int MAX_PIECE_BYTES = 64 << 10;
    private static final int MAX_PIECE_RECORDS = 4_096;

    private final RoutingEngine engine;
    private final LiveView live;
    private final WorkerExecutor workers;
    private final Context context;
    private final int organization;
    private final EventFormat format;
    private final WriteStream<Buffer> receiver;
    private final Runnable onEnd;
    private final EventWriter writer = new EventWriter();
    private final JsonWriter json = new JsonWriter(4 << 10);
    private final RecordView record = new RecordView();
    private long nextSequence;
    private @Nullable JournalReader reader;
    private @Nullable CompletableFuture<Void> waiting;
    private boolean busy;
    private boolean closed;

    /**
     * @param workers whose threads may wait for the disk
     * @param fromSequence the first record to show; 0 and 1 are the same
     * @param onEnd called on the event loop when the feed ends by itself, because the journal can't be read
     */
    public EventFeed(
            Vertx vertx,
            RoutingEngine engine,
            LiveView live,
            WorkerExecutor workers,
            int organization,
            long fromSequence,
            EventFormat format,
            WriteStream<Buffer> receiver,
            Runnable onEnd) {
        this.engine = engine;
        this.live = live;
        this.workers = workers;
        this.context = vertx.getOrCreateContext();
        this.organization = organization;
        this.nextSequence = Math.max(1, fromSequence);
        this.format = format;
        this.receiver = receiver;
        this.onEnd = onEnd;
    }

    /** Begins to write events to the receiver. */
    public void start() {
        receiver.drainHandler(ignored -> pump());
        if (nextSequence <= engine.durableSequence()) {
            pump();
        } else {
            await();
        }
    }

    /** Ends the feed; the receiver stays as it is. */
    public void close() {
        closed = true;
        CompletableFuture<Void> wake = waiting;
        if (wake != null) {
            wake.cancel(false);
        }
        if (!busy) {
            closeReader();
        }
    }

    private void pump() {
        if (busy || closed || waiting != null || receiver.writeQueueFull()) {
            return;
        }
        busy = true;
        workers.executeBlocking(this::readPiece, false).onComplete(result -> {
            busy = false;
            if (closed) {
                closeReader();
            } else if (result.succeeded()) {
                deliver(result.result());
            } else {
                fail(result.cause());
            }
        });
    }

    private void deliver(Buffer piece) {
        if (piece.length() > 0) {
            receiver.write(piece);
        }
        if (nextSequence <= engine.durableSequence()) {
            pump();
        } else {
            await();
        }
    }

    private void await() {
        CompletableFuture<Void> wake = live.whenAt(nextSequence);
        waiting = wake;
        Future.fromCompletionStage(wake, context).onComplete(result -> {
            waiting = null;
            if (result.succeeded()) {
                pump();
            }
        });
    }

    private void fail(Throwable cause) {
        LOG.atWarn().addKeyValue("sequence", nextSequence).setCause(cause).log("An event stream ended: no journal");
        close();
        onEnd.run();
    }

    /** On a worker thread. */
    private Buffer readPiece() {
        JournalReader open = reader;
        if (open == null) {
            open = engine.reader(nextSequence);
            reader = open;
        }
        json.clear();
        int records = 0;
        while (json.length() < MAX_PIECE_BYTES && records < MAX_PIECE_RECORDS && open.next(record)) {
            write();
            records++;
        }
        nextSequence = open.nextSequence();
        return Buffer.buffer(json.length()).appendBytes(json.array(), 0, json.length());
    }

    private void write() {
        int last = lastShown();
        if (last < 0) {
            return;
        }
        Directory directory = engine.directory();
        Names names = directory.organization(organization);
        if (names == null) {
            return;
        }
        record.rewind();
        for (int index = 0; record.nextEvent(); index++) {
            if (isShown()) {
                format.before(record.eventKind(), json);
                writer.write(record, index, names, directory, json);
                format.after(record.sequence(), index == last, json);
            }
        }
    }

    private int lastShown() {
        int last = -1;
        record.rewind();
        for (int index = 0; record.nextEvent(); index++) {
            if (isShown()) {
                last = index;
            }
        }
        return last;
    }

    private boolean isShown() {
        return record.eventOrganization() == organization && EventWriter.isShown(record.eventKind());
    }

    private void closeReader() {
        JournalReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
