package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told who call a server that is not there, is something else, or does not take their token. */
class ServerCallsTest extends ConsoleTest {
    private static final String SECRET = "geheim.nicht.zeigen";

    private HttpServer server;
    private String address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.start();
        Files.writeString(directory.resolve("token"), SECRET + "\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "ht tp://x",
                "ftp://localhost",
                "http://",
                "http:///path",
                "http://localhost:99999999",
                "http://localhost/?a=b"
            })
    void shouldSayHowAnAddressIsWritten(String wrong) {
        assertThat(console.run("statistics", "--server", wrong)).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("'--server'", "is no server's address; write it like http://10.0.0.7:8080");
    }

    @Test
    void shouldSayWhyTheServerCanNotBeReached() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertFails("http://127.0.0.1:" + free, "(nobody listens there; is the server running");
        assertFails("http://no-such-host.invalid", "(nobody knows this host");
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerWithoutTls(plain));
            assertFails("https://127.0.0.1:" + plain.getLocalPort(), "is it http:// instead of https://?");
            answered.join();
        }
    }

    @Test
    void shouldSayThatSomethingElseAnswers() {
        answer("/api/v1/statistics", 200, "<html>hello</html>");
        assertFails(address, "answers, but not as a Strowger server does");
    }

    @Test
    void shouldSayWhatToDoAboutATokenThatIsNotTaken() {
        answer("/api/v1/statistics", 401, "{\"title\":\"Unauthorized\",\"detail\":\"the token has expired\"}");
        assertFails(address, "the token has expired. The server does not take this token: give one of its own with");
        answer("/base/api/v1/statistics", 403, "{\"detail\":\"the token does not permit to read\"}");
        assertFails(address + "/base/", "the token does not permit to read. Give an admin's token with --token-file");
    }

    @Test
    void shouldNeverShowWhatIsInAFileThatHoldsNoToken() throws IOException {
        for (String text : new String[] {SECRET + "\n" + SECRET, "", "tök€n" + SECRET}) {
            Files.writeString(directory.resolve("token"), text);
            assertFails(address, "token holds no token, which is one line without blanks");
        }
        Files.write(directory.resolve("token"), new byte[] {0, 1, (byte) 0xff});
        assertFails(address, "holds no token");
        Files.delete(directory.resolve("token"));
        assertFails(address, "there is no token in");
        Files.createDirectory(directory.resolve("token"));
        assertThat(console.run("why", "c-1", "--server", address, "--token-file", "token"))
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("token is a directory");
        Files.writeString(directory.resolve("file"), "");
        assertThat(console.run("why", "c-1", "--data-dir", "file")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("file is not a directory; --data-dir names");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c-", "C-1", "nonsense", "../..", "c-1?x", "c-99999999999999999999999"})
    void shouldSayWhatAConversationsIdLooksLike(String wrong) {
        assertThat(console.run("why", wrong)).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("is no conversation's id; that is the conversationId of an answer");
    }

    @Test
    void shouldSayWhatIsWrongWithTheOptions() {
        assertThat(console.run("why", "c-1", "--not", "")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.run("why", "c-1", "--not", "ada", "--waiting")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.run("statistics", "--minutes", "x")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.run("statistics", "--minutes", "99999999999")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err())
                .contains("--not needs the id of an agent")
                .contains("strowger: --waiting, --not=AGENT are mutually exclusive")
                .contains("'x' is not a whole number")
                .contains("'99999999999' is too large");
    }

    private static void answerWithoutTls(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private void assertFails(String server, String message) {
        ConsoleFixture each = new ConsoleFixture(directory);
        assertThat(each.run("statistics", "--server", server, "--token-file", "token"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(each.err()).contains(message).doesNotContain(SECRET, "internal error", "\tat ");
        assertThat(each.out()).isEmpty();
    }
}
