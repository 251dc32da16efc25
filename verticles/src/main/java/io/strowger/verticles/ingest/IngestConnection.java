package io.strowger.verticles.ingest;

import io.strowger.channels.Ack;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.MessageParser;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.session.AnswerLoop;
import io.strowger.verticles.session.Asker;
import io.strowger.verticles.session.EdgeCounters.Protocol;
import io.strowger.verticles.session.EventFeed;
import io.strowger.verticles.session.EventFormat;
import io.strowger.verticles.session.PendingAnswer;
import io.strowger.verticles.session.Problems;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection. Lines are taken one after the other; each gets its place in the queue of answers, whatever becomes of
 * it. Nothing is read while the queue, the socket or the ring is full, so that the client feels it and nothing is lost.
 */
final class IngestConnection implements Asker {
    private static final int WRITE_QUEUE_BYTES = 256 << 10;
    private static final int PIECE_BYTES = 64 << 10;
    private static final long LINGER_MILLIS = 1_000;

    private final Vertx vertx;
    private final IngestDependencies dependencies;
    private final AnswerLoop loop;
    private final WorkerExecutor workers;
    private final NetSocket socket;
    private final Consumer<IngestConnection> onClosed;
    private final LineBuffer lines;
    private final AnswerQueue answers;
    private final MessageParser parser;
    private final Runnable retry = this::retry;
    private @Nullable Admission admission;

    /** The place of a line that the ring had no room for; the parser still holds its message. */
    private @Nullable PendingAnswer unaccepted;

    private @Nullable EventFeed events;
    private long eventsFrom = MessageParser.NO_EVENTS;
    private long tokenTimer = -1;
    private long lingerTimer = -1;
    private boolean reading = true;
    private boolean inputEnded;
    private boolean lastLineTaken;
    private boolean ending;
    private boolean closed;

    IngestConnection(
            Vertx vertx,
            IngestDependencies dependencies,
            AnswerLoop loop,
            WorkerExecutor workers,
            NetSocket socket,
            Consumer<IngestConnection> onClosed) {
        this.vertx = vertx;
        this.dependencies = dependencies;
        this.loop = loop;
        this.workers = workers;
        this.socket = socket;
        this.onClosed = onClosed;
        this.lines = new LineBuffer(dependencies.settings().lineLimitBytes());
        this.answers = new AnswerQueue(
                dependencies.settings().pendingAnswers(),
                dependencies.settings().pendingBytes());
        this.parser = new MessageParser(dependencies.limits());
    }

    void open() {
        dependencies.counters().connection(Protocol.TCP, true);
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        socket.handler(this::received);
        socket.drainHandler(ignored -> proceed());
        socket.exceptionHandler(ignored -> socket.close());
        socket.closeHandler(ignored -> closed());
        HalfClose.allow(socket);
        tokenTimer = vertx.setTimer(dependencies.settings().tokenTimeout().toMillis(), ignored -> late());
    }

    /**
     * Writes nothing more and ends the connection. Closing at once, with bytes of the client unread, would reset it and could
     * cost the client the last answers; so it gets a second to take them.
     */
    void end() {
        if (ending || closed) {
            return;
        }
        ending = true;
        if (inputEnded) {
            socket.end();
        } else {
            HalfClose.endOutput(socket);
            socket.resume();
            lingerTimer = vertx.setTimer(LINGER_MILLIS, ignored -> socket.close());
        }
    }

    @Override
    public void answered() {
        if (closed) {
            releaseReady();
        } else {
            proceed();
        }
    }

    /** Takes what the client sent; the empty buffer of {@link HalfClose} says that nothing follows. */
    private void received(Buffer bytes) {
        if (bytes.length() == 0) {
            inputEnded();
            return;
        }
        if (ending || eventsFrom != MessageParser.NO_EVENTS) {
            return;
        }
        lines.append(bytes);
        proceed();
    }

    /** Takes as many lines and writes as many answers as can be, then reads on or stops reading. */
    private void proceed() {
        if (closed || ending) {
            return;
        }
        boolean took;
        do {
            write();
            took = takeLines();
        } while (took && answers.hasReady() && !socket.writeQueueFull());
        write();
        if (eventsFrom != MessageParser.NO_EVENTS && answers.isEmpty() && events == null && !ending) {
            startEvents();
        }
        readOnOrStop();
    }

    private boolean takeLines() {
        boolean took = false;
        while (!isHeldUp()) {
            LineBuffer.Found found = lines.next();
            if (found == LineBuffer.Found.NOTHING) {
                return took;
            }
            take(found);
            took = true;
        }
        return took;
    }

    /** Whether no further line may be taken now. */
    private boolean isHeldUp() {
        return unaccepted != null
                || ending
                || eventsFrom != MessageParser.NO_EVENTS
                || answers.isFull()
                || socket.writeQueueFull();
    }

    private void take(LineBuffer.Found found) {
        Admission admitted = admission;
        if (admitted == null) {
            authenticate(found);
        } else if (found == LineBuffer.Found.TOO_LONG) {
            dependencies.counters().message(Protocol.TCP);
            parser.parse(lines.array(), lines.lineStart(), lines.lineLength());
            refuse(Problem.of(
                    ProblemType.BODY_TOO_LARGE,
                    "the line is longer than " + dependencies.settings().lineLimitBytes() + " bytes; it was skipped"));
        } else if (lines.lineLength() > 0) {
            takeMessage(admitted);
        }
    }

    private void takeMessage(Admission admitted) {
        long unknownBefore = parser.unknownFieldCount();
        Problem problem = parser.parse(lines.array(), lines.lineStart(), lines.lineLength());
        dependencies.counters().message(Protocol.TCP);
        dependencies.counters().unknownFields(parser.unknownFieldCount() - unknownBefore);
        if (problem != null) {
            refuse(problem);
        } else if (parser.eventsFrom() != MessageParser.NO_EVENTS) {
            if (admitted.identity().may(Permission.READ)) {
                eventsFrom = parser.eventsFrom();
            } else {
                refuse(Admission.forbidden(Permission.READ));
            }
        } else if (!admitted.identity().may(Permission.SEND_MESSAGES)) {
            refuse(Admission.forbidden(Permission.SEND_MESSAGES));
        } else {
            PendingAnswer answer = loop.take(this);
            answer.keepExternalId(parser.message().externalId);
            publish(answer, admitted);
        }
    }

    private void publish(PendingAnswer answer, Admission admitted) {
        long code = loop.publish(admitted.organization(), parser.message(), answer, parser.ack() == Ack.DECIDED);
        if (code == MessageIngress.REFUSED_FULL) {
            unaccepted = answer;
            loop.whenRoom(retry);
            return;
        }
        if (code < 0) {
            Problem problem = Problems.ofRefusal(code);
            dependencies.counters().problem(Protocol.TCP, problem.type());
            answer.refuse(problem);
        }
        answers.add(answer);
    }

    private void retry() {
        PendingAnswer answer = unaccepted;
        Admission admitted = admission;
        if (answer == null || admitted == null) {
            return;
        }
        unaccepted = null;
        if (closed) {
            loop.release(answer);
            return;
        }
        publish(answer, admitted);
        if (unaccepted == null) {
            proceed();
        }
    }

    private void refuse(Problem problem) {
        dependencies.counters().problem(Protocol.TCP, problem.type());
        PendingAnswer answer = loop.take(this);
        answer.keepExternalId(parser.message().externalId);
        answer.refuse(problem);
        answers.add(answer);
    }

    private void write() {
        while (answers.hasReady() && !socket.writeQueueFull()) {
            JsonWriter json = loop.json();
            while (answers.hasReady() && json.length() < PIECE_BYTES) {
                PendingAnswer answer = answers.remove();
                answer.write(loop.directory(), json);
                json.raw('\n');
                loop.release(answer);
            }
            socket.write(Buffer.buffer(json.length()).appendBytes(json.array(), 0, json.length()));
        }
    }

    private void readOnOrStop() {
        if (closed || ending) {
            return;
        }
        boolean wanted = !isHeldUp() || events != null;
        if (wanted != reading) {
            reading = wanted;
            if (wanted) {
                socket.resume();
            } else {
                socket.pause();
            }
        }
        if (inputEnded && wanted) {
            finish();
        }
    }

    private void inputEnded() {
        inputEnded = true;
        if (ending) {
            socket.close();
        } else {
            proceed();
        }
    }

    private void finish() {
        if (closed || ending || isHeldUp()) {
            return;
        }
        if (!lastLineTaken) {
            if (takeLines()) {
                proceed();
                return;
            }
            lastLineTaken = true;
            if (lines.last() == LineBuffer.Found.LINE) {
                take(LineBuffer.Found.LINE);
                proceed();
                return;
            }
        }
        if (answers.isEmpty()) {
            end();
        }
    }

    private void startEvents() {
        Admission admitted = admission;
        if (admitted == null) {
            return;
        }
        EventFeed feed = new EventFeed(
                vertx,
                dependencies.engine(),
                dependencies.live(),
                workers,
                admitted.organization(),
                eventsFrom,
                EventFormat.LINES,
                socket,
                this::end);
        events = feed;
        feed.start();
    }

    private void authenticate(LineBuffer.Found found) {
        vertx.cancelTimer(tokenTimer);
        Admission.Result result = Admission.of(
                dependencies, found == LineBuffer.Found.LINE, lines.array(), lines.lineStart(), lines.lineLength());
        admission = result.admission();
        Problem problem = result.problem();
        if (problem != null) {
            dependencies.counters().problem(Protocol.TCP, problem.type());
        }
        JsonWriter json = loop.json();
        result.write(json);
        json.raw('\n');
        socket.write(Buffer.buffer(json.length()).appendBytes(json.array(), 0, json.length()));
        if (admission == null) {
            end();
        }
    }

    private void late() {
        if (closed || admission != null) {
            return;
        }
        Admission.Result result = Admission.Result.refused(Problem.of(
                ProblemType.AUTHENTICATION_TIMEOUT,
                "the first line, with the token, did not come within "
                        + dependencies.settings().tokenTimeout().toMillis() + " ms"));
        JsonWriter json = loop.json();
        result.write(json);
        json.raw('\n');
        socket.write(Buffer.buffer(json.length()).appendBytes(json.array(), 0, json.length()));
        end();
    }

    private void closed() {
        closed = true;
        vertx.cancelTimer(tokenTimer);
        vertx.cancelTimer(lingerTimer);
        EventFeed feed = events;
        if (feed != null) {
            feed.close();
        }
        releaseReady();
        dependencies.counters().connection(Protocol.TCP, false);
        onClosed.accept(this);
    }

    private void releaseReady() {
        while (answers.hasReady()) {
            loop.release(answers.remove());
        }
    }
}
