package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteCommandTest extends ConsoleTest {
    @Test
    void shouldGiveOneSensibleDecisionALine() {
        int exitCode = console.runWith(
                "I was charged twice and nobody answers me!!\nWo ist mein Paket?\n\n  \nmerci beaucoup\n", "route");
        assertThat(exitCode).isEqualTo(ExitCode.DONE);
        List<JsonObject> answers = answers();
        assertThat(answers).hasSize(3);
        assertThat(answers).extracting(RouteCommandTest::queue).containsExactly("billing", "shipping", "general");
        assertThat(answers).extracting(RouteCommandTest::language).containsExactly("en", "de", "fr");
        assertThat(answers)
                .extracting(answer -> answer.getJsonObject("route").getString("state"))
                .containsOnly("queued");
    }

    @Test
    void shouldTakeMessagesInJson() {
        console.runWith(
                "{\"channel\":\"email\",\"externalId\":\"e-1\",\"text\":\"Wo ist mein Paket?\",\"contact\":{\"tier\":\"gold\"}}\n",
                "route");
        assertThat(answers().get(0).getString("externalId")).isEqualTo("e-1");
        assertThat(answers().get(0).getJsonObject("route").getInteger("priority"))
                .isEqualTo(70);
    }

    @Test
    void shouldAnswerARepeatWithTheFirstAnswer() {
        String line = "{\"channel\":\"email\",\"externalId\":\"e-1\",\"text\":\"Wo ist mein Paket?\"}\n";
        console.runWith(line + line, "route");
        assertThat(answers())
                .extracting(answer -> answer.getBoolean("duplicate"))
                .containsExactly(false, true);
        assertThat(answers().get(1).getString("messageId"))
                .isEqualTo(answers().get(0).getString("messageId"));
    }

    @Test
    void shouldPutAProblemInThePlaceOfALineThatIsRefused() {
        byte[] before = "hello\n{\"channel\":7}\n{broken\n{\"channel\":\"fax\",\"externalId\":\"f\",\"text\":\"hi\"}\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = "\nbye\n".getBytes(StandardCharsets.UTF_8);
        byte[] input = new byte[before.length + 1 + after.length];
        System.arraycopy(before, 0, input, 0, before.length);
        input[before.length] = (byte) 0xff;
        System.arraycopy(after, 0, input, before.length + 1, after.length);
        assertThat(console.runWith(input, "route")).isEqualTo(ExitCode.DONE);
        assertThat(answers())
                .extracting(answer -> answer.getString("type", "answer").replace("urn:strowger:problem:", ""))
                .containsExactly(
                        "answer", "invalid-field", "malformed-json", "unknown-channel", "invalid-utf8", "answer");
        assertThat(answers().get(3).getString("externalId")).isEqualTo("f");
    }

    @Test
    void shouldKeepTheOrderOfManyLines() {
        StringBuilder input = new StringBuilder();
        for (int index = 0; index < 2_000; index++) {
            input.append("{\"channel\":\"web-chat\",\"externalId\":\"")
                    .append(index)
                    .append("\",\"text\":\"hello\"}\r\n");
        }
        console.runWith(input.toString(), "route");
        List<JsonObject> answers = answers();
        assertThat(answers).hasSize(2_000);
        for (int index = 0; index < answers.size(); index++) {
            assertThat(answers.get(index).getString("externalId")).isEqualTo(Integer.toString(index));
        }
    }

    @Test
    void shouldShowALineForPeople() {
        console.runWith("Wo ist mein Paket?", "route", "--pretty");
        assertThat(console.out().lines().skip(1))
                .singleElement()
                .asString()
                .contains("de", "track_order", "shipping", "delivery", "Wo ist mein Paket?");
    }

    @Test
    void shouldSayThatThereIsNoSuchOrganization() {
        assertThat(console.runWith("hello", "route", "--organization", "nowhere"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("nowhere", "there is no such directory");
    }

    private List<JsonObject> answers() {
        List<JsonObject> answers = new ArrayList<>();
        console.out().lines().forEach(line -> answers.add(new JsonObject(line)));
        return answers;
    }

    private static String queue(JsonObject answer) {
        return answer.getJsonObject("route").getString("queue");
    }

    private static String language(JsonObject answer) {
        return answer.getJsonObject("analysis").getJsonObject("language").getString("label");
    }
}
