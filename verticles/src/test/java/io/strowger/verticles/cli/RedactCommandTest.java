package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RedactCommandTest extends ConsoleTest {
    @Test
    void shouldMaskLineByLine() {
        int exitCode = console.runWith("card 4111111111111111\r\n\nmail ada@example.com", "redact");
        assertThat(exitCode).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).isEqualTo("card [card]\n\nmail [email]\n");
    }

    @Test
    void shouldDoWhatTheDocumentationShows() throws IOException {
        assertThat(new DocumentedExamples("docs/privacy.md", directory).check()).isEqualTo(10);
    }

    @Test
    @Timeout(30)
    void shouldAnswerALineBeforeTheNextOneComes() throws Exception {
        PipedInputStream in = new PipedInputStream();
        PipedInputStream shown = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(shown), true, StandardCharsets.UTF_8);
        Console pipes = new Console(in, out, out, Map.of(), directory, ConsoleFixture.home(), false);
        BufferedReader answers = new BufferedReader(new InputStreamReader(shown, StandardCharsets.UTF_8));
        Thread command = new Thread(() -> new CommandRunner(pipes).run("redact"));
        try (PipedOutputStream typed = new PipedOutputStream(in)) {
            command.start();
            for (String name : List.of("ada", "bob")) {
                typed.write((name + "@example.com\n").getBytes(StandardCharsets.UTF_8));
                typed.flush();
                assertThat(answers.readLine()).isEqualTo("[email]");
            }
        }
        command.join();
    }

    @Test
    void shouldGiveAnEmptyListForALineWithoutEntities() {
        console.runWith("hello\n", "redact", "--json");
        JsonObject answer = new JsonObject(console.out());
        assertThat(answer.getString("text")).isEqualTo("hello");
        assertThat(answer.getJsonArray("entities")).isEmpty();
    }

    @Test
    void shouldWriteValidJsonWhenBytesAreBroken() {
        byte[] input = {'"', (byte) 0xFF, '\\', (byte) 0xE2, (byte) 0x80, '\n'};
        assertThat(console.runWith(input, "redact", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(new JsonObject(console.out()).getString("text")).startsWith("\"\uFFFD\\\uFFFD");
    }

    @Test
    void shouldSayWhichPoliciesThereAre() {
        assertThat(console.runWith("", "redact", "--policy", "card=shred")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("card=shred", "last4");
    }

    @Test
    void shouldSayWhichTypesThereAre() {
        assertThat(console.runWith("", "redact", "--types", "card,colour")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("'colour'", "iban");
    }

    @Test
    void shouldRefuseARegionThatIsNone() {
        assertThat(console.runWith("", "redact", "--region", "Germany")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("GERMANY");
    }

    @Test
    void shouldRefuseAKeyThatIsMissingOrShort() throws IOException {
        assertThat(console.runWith("", "redact", "--policy", "card=hash", "--key-file", "none.key"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("none.key");
        Files.writeString(directory.resolve("short.key"), "short");
        assertThat(console.runWith("", "redact", "--policy", "card=hash", "--key-file", "short.key"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("short.key", "5 bytes");
    }

    @Test
    void shouldMeasureOnAnnotatedTexts() throws IOException {
        Files.writeString(
                directory.resolve("a.tsv"),
                "CREDIT_CARD\t4111111111111111\tcard 4111111111111111\nCREDIT_CARD\tNONE\thello\n");
        assertThat(console.run("redact", "--evaluate", "a.tsv")).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("a.tsv", "CREDIT_CARD", "precision", "1.000");
        Files.writeString(directory.resolve("b.tsv"), "CREDIT_CARD\tNONE\thello\nbroken\n");
        assertThat(console.run("redact", "--evaluate", "b.tsv")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("b.tsv:2");
    }
}
