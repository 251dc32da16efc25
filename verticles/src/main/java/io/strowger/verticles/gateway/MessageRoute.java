package io.strowger.verticles.gateway;

import io.strowger.channels.Ack;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.MessageParser;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.channels.ProblemWriter;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.pipeline.RoutingEvent;
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
    private final GatewayDependencies dependencies;
    private final AnswerLoop loop;
    private final MessageParser parser;
    private final WaitingMessages waiting;
    private byte[] scratch = new byte[8 << 10];

    MessageRoute(GatewayDependencies dependencies, AnswerLoop loop) {
        this.dependencies = dependencies;
        this.loop = loop;
        this.parser = new MessageParser(dependencies.limits());
        this.waiting = new WaitingMessages(loop::whenRoom, System::nanoTime);
    }

    /** Refuses the messages that wait for room: the server ends. */
    void close() {
        waiting.close();
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
        boolean isLarge = parser.message().encodedBytes() > RoutingEvent.INLINE_BYTES;
        long code = waiting.isHeldUp(isLarge) ? MessageIngress.REFUSED_FULL : publish(response, organization, wanted);
        if (code == MessageIngress.REFUSED_FULL
                && waiting.tryAdd(new Waiting(response, organization, wanted, body, isLarge))) {
            return;
        }
        if (code < 0) {
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

    /** A message that found no room, and is parsed again for each further try. */
    private final class Waiting implements WaitingMessages.Candidate {
        private final HttpServerResponse response;
        private final int organization;
        private final @Nullable Ack wanted;
        private final Buffer body;
        private final boolean isLarge;

        private Waiting(
                HttpServerResponse response, int organization, @Nullable Ack wanted, Buffer body, boolean isLarge) {
            this.response = response;
            this.organization = organization;
            this.wanted = wanted;
            this.body = body;
            this.isLarge = isLarge;
        }

        @Override
        public long tryPublish() {
            parse(body); // without a problem, as before
            return publish(response, organization, wanted);
        }

        @Override
        public void refuse(long code) {
            parse(body); // for its id
            MessageRoute.this.refuse(response, Problems.ofRefusal(code), parser.message().externalId);
        }

        @Override
        public boolean isAbandoned() {
            return response.closed();
        }

        @Override
        public int bytes() {
            return body.length();
        }

        @Override
        public boolean isLarge() {
            return isLarge;
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
