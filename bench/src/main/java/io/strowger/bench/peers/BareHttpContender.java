package io.strowger.bench.peers;

import io.strowger.bench.net.Framing;
import io.strowger.bench.net.MessageRequests;
import io.strowger.bench.net.ServerProcess;
import io.strowger.bench.peers.BareHttpServer.Parser;
import io.strowger.bench.rig.Texts;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.config.ConfigSources;
import io.strowger.verticles.config.ServerConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bare Vert.x server in a process of its own, with as many event loops as ours, that answers with an answer of ours. */
final class BareHttpContender implements Contender {
    private static final Duration START_PATIENCE = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 20;
    private static final String HOST = "127.0.0.1";

    private final Parser parser;
    private final StrowgerServer ours;
    private final Ground ground;
    private final Texts texts;
    private @Nullable Process process;
    private String answer = "";
    private int port;
    private int turns;

    /**
     * @param ours started before this one
     */
    BareHttpContender(Parser parser, StrowgerServer ours, Ground ground) {
        this.parser = parser;
        this.ours = ours;
        this.ground = ground;
        this.texts = ground.texts();
    }

    @Override
    public String name() {
        return parser == Parser.STREAM ? "bare Vert.x" : "bare Vert.x, JSON tree";
    }

    @Override
    public Conditions conditions() {
        return Conditions.IN_MEMORY;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        start(ours.sampleAnswer());
    }

    /** Starts a server that answers with this. */
    void start(String constant) throws IOException, InterruptedException {
        Path directory = ground.directory("bare-http");
        answer = constant;
        port = ServerProcess.freePort();
        Files.writeString(directory.resolve("answer.json"), answer);
        Path log = directory.resolve("server.log");
        Process started = ground.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseG1GC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareHttpServer.class.getName(),
                        String.valueOf(port),
                        String.valueOf(eventLoops()),
                        parser.name(),
                        directory.resolve("answer.json").toString()),
                directory,
                log);
        process = started;
        awaitReady(started, log);
    }

    /** As many as our server has when nothing is configured. */
    private int eventLoops() {
        return ServerConfig.load(new ConfigSources(ground.home(), ground.home(), null, Map.of(), Map.of()))
                .eventLoops();
    }

    private void awaitReady(Process started, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (started.isAlive() && System.nanoTime() - deadline < 0) {
            try {
                post("{}");
                return;
            } catch (IOException notYet) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        throw CommandFailure.failed("the bare server did not start; it said: "
                + Files.readString(log, StandardCharsets.UTF_8).strip());
    }

    /** The whole response to a body. */
    String post(String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String request = "POST /api/v1/messages HTTP/1.1\r\nHost: " + HOST + "\r\nContent-Length: " + content.length
                + "\r\n\r\n" + body;
        byte[] response = NetworkTurn.askOnce(port, Framing.HTTP, request.getBytes(StandardCharsets.UTF_8));
        return new String(response, StandardCharsets.UTF_8);
    }

    @Override
    public Figures measure(Load load, Duration duration) throws Exception {
        MessageRequests requests = MessageRequests.http(texts, "t" + ++turns, false, HOST, "none");
        return new NetworkTurn(port, Framing.HTTP, requests, new ConstantAnswers(answer), null).run(load, duration);
    }

    @Override
    public void close() {
        if (process != null) {
            Ground.end(process);
        }
    }
}
