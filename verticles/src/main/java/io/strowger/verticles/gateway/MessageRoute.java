package io.strowger.verticles.gateway;

import io.strowger.channels.Ack;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.MessageParser;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.channels.ProblemWriter;
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

/** {@code POST /api/v1/messages}: one message, one answer. Belongs to one event loop. */
final class MessageRoute {
    private final GatewayDependencies dependencies;
    private final AnswerLoop loop;
    private final MessageParser parser;
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
        int length = body.length();
        if (scratch.length < length) {
            scratch = new byte[length];
        }
        body.getBytes(scratch);
        long unknownBefore = parser.unknownFieldCount();
        Problem problem = parser.parse(scratch, 0, length);
        dependencies.counters().unknownFields(parser.unknownFieldCount() - unknownBefore);
        if (problem == null && parser.eventsFrom() != MessageParser.NO_EVENTS) {
            problem = Problem.of(
                    ProblemType.INVALID_FIELD, "events", "events are read with GET /api/v1/events, not sent");
        }
        if (problem != null) {
            refuse(response, problem, parser.message().externalId);
            return;
        }
        Exchange exchange = new Exchange(response);
        PendingAnswer answer = loop.take(exchange);
        exchange.answer = answer;
        answer.keepExternalId(parser.message().externalId);
        Ack ack = wanted == null ? parser.ack() : wanted;
        long code = loop.publish(organization, parser.message(), answer, ack == Ack.DECIDED);
        if (code < 0) {
            refuse(response, Problems.ofRefusal(code), answer.externalId());
            loop.release(answer);
        }
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
