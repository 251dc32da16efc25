package io.strowger.bench.peers;

import io.strowger.bench.net.Framing;
import io.strowger.bench.net.MessageAnswers;
import io.strowger.bench.net.MessageRequests;
import io.strowger.bench.net.ServerProcess;
import io.strowger.bench.rig.Texts;
import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our server in a process of its own: every message is analyzed, routed and durable before it is answered. Its projections
 * are off, since nobody it is compared with keeps copies: the stores it is told of are not there.
 */
final class StrowgerServer implements Contender {
    private static final String SAMPLE = "sample";
    private static final String HOST = "127.0.0.1";

    /** Nobody listens on these ports; trying again is put off until long after the run. */
    private static final String CONFIGURATION = """
            postgres:
              uri: postgresql://nobody@127.0.0.1:1/none
            redis:
              uri: redis://127.0.0.1:1/0
            projection:
              retry: 5m
            """;

    private final boolean http;
    private final Ground ground;
    private final Texts texts;
    private @Nullable ServerProcess server;
    private int turns;

    /**
     * @param http whether messages come over HTTP, else over TCP
     */
    StrowgerServer(boolean http, Ground ground) {
        this.http = http;
        this.ground = ground;
        this.texts = ground.texts();
    }

    @Override
    public String name() {
        return http ? "Strowger over HTTP" : "Strowger over TCP";
    }

    @Override
    public Conditions conditions() {
        return Conditions.JOURNAL;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        Path directory = ground.directory("strowger");
        Path configuration = directory.resolve("strowger.yaml");
        Files.writeString(configuration, CONFIGURATION);
        ServerProcess.Start start = new ServerProcess.Start(
                ground.home(),
                directory.resolve("data"),
                List.of("-Xmx1g"),
                List.of("--config", configuration.toString()));
        server = ServerProcess.start(start, launched -> ground.endWith(launched::close));
    }

    @Override
    public Figures measure(Load load, Duration duration) throws Exception {
        ServerProcess running = running();
        String run = "t" + ++turns;
        NetworkTurn turn = http
                ? new NetworkTurn(
                        running.httpPort(), Framing.HTTP, requests(run), new MessageAnswers(run, true, false), null)
                : new NetworkTurn(
                        running.tcpPort(),
                        Framing.LINES,
                        MessageRequests.lines(texts, run, false),
                        new MessageAnswers(run, false, false),
                        running.adminToken());
        return turn.run(load, duration);
    }

    private MessageRequests requests(String run) throws IOException {
        return MessageRequests.http(texts, run, false, HOST, running().adminToken());
    }

    /** The body of an answer over HTTP. */
    String sampleAnswer() throws IOException {
        MessageRequests requests = requests(SAMPLE);
        ByteBuffer request = ByteBuffer.allocate(requests.maxBytes());
        requests.write(0, 0, request);
        byte[] response = NetworkTurn.askOnce(
                running().httpPort(), Framing.HTTP, Arrays.copyOf(request.array(), request.position()));
        String text = new String(response, StandardCharsets.UTF_8);
        if (!text.startsWith("HTTP/1.1 200 ")) {
            throw CommandFailure.failed("the server does not take a message: " + text.strip());
        }
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    private ServerProcess running() {
        if (server == null) {
            throw CommandFailure.failed("the server has not been started");
        }
        return server;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
