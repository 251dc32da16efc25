package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.bench.Servers;
import io.strowger.verticles.cli.CommandRunner;
import io.strowger.verticles.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A little load on a real server, and calls that can't come to anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkCommandIT {
    private Path directory;

    private ServerProcess server;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    void start(@TempDir Path made) throws Exception {
        directory = made;
        server = Servers.start(directory.resolve("data"));
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    void shouldCheckEveryAnswerWhenMessagesGoOverTcp() throws Exception {
        JsonNode report = load("tcp", server.tcpPort(), "--rate", "200", "--depth", "100");

        assertThat(report.findValue("good").asLong()).isEqualTo(200);
        assertThat(report.findValue("refused").asLong()).isZero();
    }

    @Test
    void shouldCheckEveryAnswerWhenMessagesGoOverHttp() throws Exception {
        JsonNode report = load("http", server.httpPort(), "--rate", "100", "--connections", "32");

        assertThat(report.findValue("good").asLong()).isEqualTo(100);
    }

    @Test
    void shouldTakeEarlyAnswersWhenTheLoopIsClosed() throws Exception {
        JsonNode report =
                load("tcp", server.tcpPort(), "--closed", "--connections", "1", "--depth", "1", "--ack", "decided");

        assertThat(report.findValue("good").asLong()).isPositive();
    }

    @Test
    void shouldSayWhoListensThereWhenItIsTheOtherPort() {
        assertThat(call("tcp", server.httpPort(), token())).isEqualTo(1);
        assertThat(sentence()).contains("127.0.0.1:" + server.httpPort());
        assertThat(call("http", server.tcpPort(), token())).isEqualTo(1);
        assertThat(sentence()).contains("127.0.0.1:" + server.tcpPort());
    }

    @Test
    void shouldSayThatTheTokenIsNotTakenWhenItIsWrong() throws Exception {
        Path wrong = Files.writeString(directory.resolve("wrong.token"), "nonsense");

        assertThat(call("tcp", server.tcpPort(), wrong)).isEqualTo(1);
        assertThat(sentence()).contains("token");
        assertThat(call("http", server.httpPort(), wrong)).isEqualTo(1);
        assertThat(sentence()).contains("token").contains("401");
    }

    @Test
    void shouldSayThatNothingListensWhenThePortIsFree() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(call("http", free, token())).isEqualTo(1);
        assertThat(sentence()).contains("nothing listens at 127.0.0.1:" + free);
    }

    @Test
    void shouldSayThatTheHostIsNotKnownWhenItsNameDoesNotResolve() {
        assertThat(run("tcp", "--target", "no.such.host.invalid:1", "--token-file", token().toString()))
                .isEqualTo(1);
        assertThat(sentence()).contains("no.such.host.invalid");
    }

    @Test
    void shouldCallItAWrongCallWhenOptionsMakeNoSense() {
        assertThat(run("tcp", "--rate", "0")).isEqualTo(2);
        assertThat(run("tcp", "--target", "127.0.0.1:1")).isEqualTo(2);
        assertThat(run("http", "--seconds", "0")).isEqualTo(2);
        assertThat(run("http", "--ack", "never")).isEqualTo(2);
        assertThat(run("http", "--depth", "5000")).isEqualTo(2);
    }

    private JsonNode load(String protocol, int port, String... options) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("--target", "127.0.0.1:" + port, "--token-file", token().toString()));
        arguments.addAll(List.of("--seconds", "1", "--warm-up", "0", "--json"));
        arguments.addAll(List.of(options));
        out.reset();
        assertThat(run(protocol, arguments.toArray(String[]::new)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private int call(String protocol, int port, Path token) {
        return run(protocol, "--target", "127.0.0.1:" + port, "--token-file", token.toString(), "--seconds", "1");
    }

    private int run(String protocol, String... options) {
        err.reset();
        List<String> arguments = new ArrayList<>(List.of("bench", protocol, "--no-results"));
        arguments.addAll(List.of(options));
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                directory,
                Servers.repository(),
                false);
        return new CommandRunner(console).run(arguments.toArray(String[]::new));
    }

    private Path token() {
        return server.dataDirectory().resolve("admin.token");
    }

    private String sentence() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
