package io.strowger.verticles.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.Palette;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScreenLayoutTest {
    private final Palette noColours = Palette.of(new Console(
            InputStream.nullInputStream(), System.out, System.err, Map.of(), Path.of("/"), Path.of("/"), false));

    @Test
    void shouldFitIntoTerminalsOfAnySize() {
        for (int columns : new int[] {60, 80, 120, 200}) {
            for (int rows : new int[] {16, 24, 40}) {
                TerminalSize size = new TerminalSize(columns, rows);
                List<String> lines = new ScreenLayout(noColours).lines(picture(), size);
                assertThat(lines).hasSizeLessThanOrEqualTo(rows);
                assertThat(lines)
                        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                                .isLessThanOrEqualTo(Math.max(columns, 100)));
            }
        }
    }

    @Test
    void shouldShowQueuesAgentsAndDecisions() {
        List<String> lines = new ScreenLayout(noColours).lines(picture(), new TerminalSize(120, 34));
        assertThat(String.join("\n", lines))
                .contains("12 of 30 s", "shipping", "Agent 3", "Wo ist mein Paket?", "track_order 93 %");
    }

    @Test
    void shouldReadWhatSttySays() {
        assertThat(TerminalSize.parse("24 80\n")).isEqualTo(new TerminalSize(80, 24));
        assertThat(TerminalSize.parse("stty: no terminal")).isEqualTo(new TerminalSize(100, 30));
    }

    @Test
    void shouldFillBarsByEighths() {
        assertThat(Cells.bar(0.5, 4)).isEqualTo("██  ");
        assertThat(Cells.bar(0.03125, 4)).isEqualTo("▏   ");
        assertThat(Cells.bar(2, 4)).isEqualTo("████");
    }

    private static StagePicture picture() {
        Tally tally = new Tally();
        DemoTexts.First first = new DemoTexts.First("de", "web-chat", "basic", "Wo ist mein Paket?");
        CustomerMessage message = new CustomerMessage("m", "u", null, first, first.text(), null);
        tally.sent(Transport.TCP);
        tally.answered(Transport.TCP, message, new JsonObject("""
                {"messageId":"m-3","conversationId":"c-3","externalId":"m","duplicate":false,"durable":true,
                 "decisionMicros":8.2,"route":{"state":"queued","queue":"shipping","priority":50,"rule":"delivery"},
                 "analysis":{"language":{"label":"de"},"intent":{"label":"track_order","confidence":0.93},
                 "sentiment":{"label":"negative","score":-0.4},"urgency":{"label":"medium"}}}"""), 1_000_000);
        return new StagePicture(
                12,
                30,
                "http 1  tcp 2",
                tally.picture(),
                List.of(new QueuePicture("account-security", 40, 2, 1), new QueuePicture("shipping", 3, 2, 1)),
                IntStream.range(0, 15)
                        .mapToObj(index -> new AgentPicture(
                                "Agent " + index, AgentPicture.Mood.values()[index % 4], index, "something to do"))
                        .toList());
    }
}
