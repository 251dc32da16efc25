package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainCommandTest extends ConsoleTest {
    @Test
    void shouldDoWhatTheDocumentationShows() throws IOException {
        assertThat(new DocumentedExamples("docs/explain.md", directory).check()).isEqualTo(10);
    }

    @Test
    void shouldExplainEveryHeadInJson() {
        assertThat(console.run("explain", "--json", "--top", "2", "I want a refund"))
                .isEqualTo(ExitCode.DONE);

        JsonObject answer = new JsonObject(console.out());
        assertThat(answer.getString("text")).isEqualTo("I want a refund");
        JsonObject analysis = answer.getJsonObject("analysis");
        assertThat(analysis.fieldNames()).isEqualTo(Set.of("language", "intent", "sentiment", "emotion", "urgency"));
        JsonObject intent = analysis.getJsonObject("intent");
        assertThat(intent.getString("label")).isEqualTo("get_refund");
        assertThat(intent.getDouble("confidence")).isBetween(0.0, 1.0);
        assertThat(intent.getJsonObject("runnerUp").getString("label")).isNotEqualTo("get_refund");
        JsonArray inFavour = intent.getJsonArray("for");
        assertThat(inFavour).hasSize(2);
        assertThat(inFavour.getJsonObject(0).getDouble("weight"))
                .isGreaterThanOrEqualTo(inFavour.getJsonObject(1).getDouble("weight"));
        assertThat(analysis.getJsonObject("sentiment").getDouble("score")).isBetween(-1.0, 1.0);
    }

    @Test
    void shouldJoinUnquotedWordsAndReadLinesWithoutAny() {
        console.run("explain", "--json", "where", "is", "it");
        String joined = console.out();
        ConsoleFixture typed = new ConsoleFixture(directory);
        typed.runWith("where is it\r\n", "explain", "--json");

        assertThat(typed.out()).isEqualTo(joined);
    }

    @Test
    void shouldAnswerEveryLineAndOnlyThose() {
        console.runWith("one\n\ntwo", "explain", "--json");
        assertThat(console.out().lines()).hasSize(3);
        ConsoleFixture empty = new ConsoleFixture(directory);
        assertThat(empty.runWith("", "explain", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(empty.out()).isEmpty();
    }

    @Test
    void shouldSayThatOnlyTheBeginningWasRead() {
        console.runWith("word ".repeat(13_000), "explain", "--heads", "intent");

        assertThat(console.out()).contains("read up to byte 4,096 of 65,000");
    }

    @Test
    void shouldNotLetATextMoveTheCursorOrTurnTheLine() {
        console.run("explain", "--top", "100", "a\u001B[2Jb\u202Ec\u200Bd \u0007 \r\u2028x");

        assertThat(console.out())
                .doesNotContain("\u001B", "\u202E", "\u200B", "\u0007", "\r", "\u2028")
                .contains("\\u202E");
    }

    @Test
    void shouldWriteValidJsonWhenBytesAreBroken() {
        byte[] input = {'"', (byte) 0xFF, '\\', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'a', 0, '\n'};
        assertThat(console.runWith(input, "explain", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(new JsonObject(console.out()).getString("text")).startsWith("\"\uFFFD\\\uFFFD");
    }

    @Test
    void shouldExplainAModelOfOnesOwn() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append("red\tapples and cherries ")
                    .append(i)
                    .append("\nyellow\tbananas and lemons ")
                    .append(i)
                    .append('\n');
        }
        Files.writeString(directory.resolve("fruit.tsv"), rows);
        assertThat(console.run("train", "--task", "colour", "--data", "fruit.tsv", "--out", "colours"))
                .as(console.err())
                .isEqualTo(ExitCode.DONE);
        ConsoleFixture explained = new ConsoleFixture(directory);
        assertThat(explained.run("explain", "--model", "colours", "ripe", "bananas"))
                .isEqualTo(ExitCode.DONE);
        assertThat(explained.out()).startsWith("colour").contains("yellow", "before red", "word \"bananas\"");
    }

    @Test
    void shouldRefuseWhatCannotBeExplained() {
        assertThat(console.run("explain", "--heads", "mood", "x")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("no head 'mood'", "urgency");
        assertThat(console.run("explain", "--top", "-1", "x")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.run("explain", "--model", "nowhere", "x")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("nowhere", "is not a model directory");
    }
}
