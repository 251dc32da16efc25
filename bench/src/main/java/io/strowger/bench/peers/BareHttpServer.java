package io.strowger.bench.peers;

import io.strowger.channels.MessageLimits;
import io.strowger.channels.MessageParser;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * What Vert.x makes of HTTP and JSON when there is nothing behind it: reads a message, answers with the same bytes each time. A
 * program of its own: {@code PORT EVENT-LOOPS PARSER ANSWER-FILE}.
 */
public final class BareHttpServer extends VerticleBase {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final int BAD_REQUEST = 400;

    private final int port;
    private final Predicate<Buffer> parser;
    private final Buffer answer;

    /** How a message is read. */
    enum Parser {
        /** By our own parser, one pass without a tree: the fastest that we know. */
        STREAM,
        /** By Vert.x into a tree: what most people write. */
        TREE;

        /** One for an event loop. */
        private Predicate<Buffer> make() {
            return this == STREAM
                    ? new StreamParser()
                    : body -> body.toJsonObject().containsKey("text");
        }
    }

    private BareHttpServer(int port, Parser parser, byte[] answer) {
        this.port = port;
        this.parser = parser.make();
        this.answer = Buffer.buffer(answer);
    }

    /** Serves until the process is ended. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        int eventLoops = Integer.parseInt(arguments[1]);
        Parser parser = Parser.valueOf(arguments[2]);
        byte[] answer = Files.readAllBytes(Path.of(arguments[3]));
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(eventLoops))
                .deployVerticle(
                        () -> new BareHttpServer(port, parser, answer),
                        new DeploymentOptions().setInstances(eventLoops))
                .onFailure(cause -> {
                    System.err.println("the bare server does not start: " + cause);
                    Runtime.getRuntime().halt(1);
                });
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options =
                new HttpServerOptions().setHost("127.0.0.1").setPort(port).setTcpNoDelay(true);
        return vertx.createHttpServer(options).requestHandler(this::handle).listen();
    }

    private void handle(HttpServerRequest request) {
        request.bodyHandler(body -> {
            if (isMessage(body)) {
                request.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(answer);
            } else {
                request.response().setStatusCode(BAD_REQUEST).end();
            }
        });
    }

    private boolean isMessage(Buffer body) {
        try {
            return parser.test(body);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Belongs to one event loop. */
    private static final class StreamParser implements Predicate<Buffer> {
        private final MessageParser parser = new MessageParser(MessageLimits.DEFAULT);
        private byte[] scratch = new byte[8 << 10];

        @Override
        public boolean test(Buffer body) {
            int length = body.length();
            if (scratch.length < length) {
                scratch = new byte[length];
            }
            body.getBytes(scratch);
            return parser.parse(scratch, 0, length) == null;
        }
    }
}
