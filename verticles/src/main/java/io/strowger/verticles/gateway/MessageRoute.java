package io.strowger.verticles.gateway;

import io.strowger.channels.Ack;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.MessageParser;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.channels.ProblemWriter;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.session.AnswerLoop;
import io.strowger.verticles.session.Asker;
import io.strowger.verticles.session.EdgeCounters.Protocol;
import io.strowger.verticles.session.PendingAnswer;
import io.strowger.verticles.session.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/messages}: one message, one answer. While the ring has no room some messages wait, for a short time,
 * as a paused connection does over TCP; what finds none after that is refused. Belongs to one event loop.
 */
final class MessageRoute {
    private static final long LONGEST_WAIT_NANOS = 50_000_000;
    private static final int MOST_WAITING = 1_024;

    private final GatewayDependencies dependencies;
    private final AnswerLoop loop;
    private final MessageParser parser;
    private int waiting;
    private long fullInRound;
    private byte[] scratch = new byte[8 << 10];

    MessageRoute(GatewayDependencies dependencies, AnswerLoop loop) {
        this.dependencies = dependencies;
        this.loop = loop;
        this.parser = new MessageParser(dependencies.limits());
    }

    void handle(HttpServerRequest request) {
        dependencies.counters().message(Protocol.HTTP);
        try {
            Caller caller = Caller.of(request, Permission.SEND_MESSAGES, dependencies.tokens(), dependencies.engine());
            Ack ack = ack(request);
            if (!MediaTypes.isJson(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
                throw new ProblemException(
                        Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "a message is sent as application/json"));
            }
            BodyReader.read(request, dependencies.settings().bodyLimitBytes(), body -> {
                publish(request.response(), caller.organization(), ack, body);
            });
        } catch (ProblemException e) {
            count(e.problem());
            Responses.problem(request.response(), e.problem());
        }
    }

    private static @Nullable Ack ack(HttpServerRequest request) throws ProblemException {
        if (request.query() == null) {
            return null;
        }
        String wanted = request.getParam("ack");
        Ack ack = wanted == null ? null : Ack.named(wanted);
        if (wanted != null && ack == null) {
            throw new ProblemException(
                    Problem.of(ProblemType.INVALID_PARAMETER, "ack", "ack must be durable or decided"));
        }
        return ack;
    }

    private void publish(HttpServerResponse response, int organization, @Nullable Ack wanted, Buffer body) {
        long unknownBefore = parser.unknownFieldCount();
        Problem problem = parse(body);
        dependencies.counters().unknownFields(parser.unknownFieldCount() - unknownBefore);
        if (problem == null && parser.eventsFrom() != MessageParser.NO_EVENTS) {
            problem = Problem.of(
                    ProblemType.INVALID_FIELD, "events", "events are read with GET /api/v1/events, not sent");
        }
        if (problem != null) {
            refuse(response, problem, parser.message().externalId);
            return;
        }
        long code = publish(response, organization, wanted);
        if (code == MessageIngress.REFUSED_FULL && waiting < MOST_WAITING) {
            new Waiting(response, organization, wanted, body).await();
        } else if (code < 0) {
            refuse(response, Problems.ofRefusal(code), parser.message().externalId);
        }
    }

    private @Nullable Problem parse(Buffer body) {
        int length = body.length();
        if (scratch.length < length) {
            scratch = new byte[length];
        }
        body.getBytes(scratch);
        return parser.parse(scratch, 0, length);
    }

    /** Publishes what the parser holds; when the code is negative no answer comes. */
    private long publish(HttpServerResponse response, int organization, @Nullable Ack wanted) {
        Exchange exchange = new Exchange(response);
        PendingAnswer answer = loop.take(exchange);
        exchange.answer = answer;
        answer.keepExternalId(parser.message().externalId);
        Ack ack = wanted == null ? parser.ack() : wanted;
        long code = loop.publish(organization, parser.message(), answer, ack == Ack.DECIDED);
        if (code < 0) {
            loop.release(answer);
        }
        return code;
    }

    private void refuse(HttpServerResponse response, Problem problem, Bytes externalId) {
        count(problem);
        JsonWriter json = loop.json();
        ProblemWriter.write(problem, externalId, json);
        Responses.problem(response, problem.type(), json);
    }

    private void count(Problem problem) {
        dependencies.counters().problem(Protocol.HTTP, problem.type());
    }

    /** A message that found no room, and is parsed again for each further try; only one tries in a round without room. */
    private final class Waiting implements Runnable {
        private final HttpServerResponse response;
        private final int organization;
        private final @Nullable Ack wanted;
        private final Buffer body;
        private final long startNanos = System.nanoTime();

        private Waiting(HttpServerResponse response, int organization, @Nullable Ack wanted, Buffer body) {
            this.response = response;
            this.organization = organization;
            this.wanted = wanted;
            this.body = body;
        }

        private void await() {
            waiting++;
            fullInRound = loop.retryRound();
            loop.whenRoom(this);
        }

        @Override
        public void run() {
            waiting--;
            boolean inTime = System.nanoTime() - startNanos < LONGEST_WAIT_NANOS;
            if (response.closed()) {
                return;
            }
            if (inTime && fullInRound == loop.retryRound()) {
                await(); // another one has found no room just now
                return;
            }
            parse(body); // without a problem, as before
            long code = publish(response, organization, wanted);
            if (inTime && code == MessageIngress.REFUSED_FULL) {
                await();
            } else if (code < 0) {
                refuse(response, Problems.ofRefusal(code), parser.message().externalId);
            }
        }
    }

    /** A request that waits for its answer. */
    private final class Exchange implements Asker {
        private final HttpServerResponse response;
        private @Nullable PendingAnswer answer;

        private Exchange(HttpServerResponse response) {
            this.response = response;
        }

        @Override
        public void answered() {
            PendingAnswer ready = answer;
            if (ready == null) {
                return;
            }
            answer = null;
            Problem problem = Problems.of(ready.decision());
            JsonWriter json = loop.json();
            ready.write(loop.directory(), json);
            if (problem == null) {
                Responses.json(response, 200, json);
            } else {
                count(problem);
                Responses.problem(response, problem.type(), json);
            }
            loop.release(ready);
        }
    }
}
