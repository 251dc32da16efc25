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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RedactCommandTest {
    private static final Pattern REDACT =
            Pattern.compile("\\$ (?:echo|printf '%s\\\\n') ('[^|]*') \\| \\./strowger (redact.*)");
    private static final Pattern WRITE = Pattern.compile("\\$ printf '%s' '([^']*)' > (\\S+)");

    @TempDir
    private Path directory;

    private ConsoleFixture console;

    @BeforeEach
    void open() {
        console = new ConsoleFixture(directory);
    }

    @Test
    void shouldMaskLineByLine() {
        int exitCode = console.runWith("card 4111111111111111\r\n\nmail ada@example.com", "redact");
        assertThat(exitCode).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).isEqualTo("card [card]\n\nmail [email]\n");
    }

    /** The ten examples of docs/privacy.md say what the command says. */
    @Test
    void shouldDoWhatTheDocumentationShows() throws IOException {
        List<String> lines = Files.readAllLines(ConsoleFixture.home().resolve("docs/privacy.md"));
        int examples = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher write = WRITE.matcher(lines.get(i));
            Matcher redact = REDACT.matcher(lines.get(i));
            if (write.matches()) {
                Files.writeString(directory.resolve(write.group(2)), write.group(1));
            } else if (redact.matches()) {
                List<String> expected = new ArrayList<>();
                for (int line = i + 1; !lines.get(line).equals("```"); line++) {
                    expected.add(lines.get(line));
                }
                assertThat(outputOf(redact.group(1), redact.group(2)))
                        .as(lines.get(i))
                        .isEqualTo(expected);
                examples++;
            }
        }
        assertThat(examples).isEqualTo(10);
    }

    private List<String> outputOf(String quotedLines, String call) {
        ConsoleFixture example = new ConsoleFixture(directory);
        String input = quotedLines.substring(1, quotedLines.length() - 1).replace("' '", "\n") + "\n";
        int exitCode = example.runWith(input, call.split(" "));
        assertThat(exitCode).as(example.err()).isEqualTo(ExitCode.DONE);
        return example.out().lines().toList();
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
