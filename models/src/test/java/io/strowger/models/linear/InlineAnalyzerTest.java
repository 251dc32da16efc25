package io.strowger.models.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlineAnalyzerTest {
    private final TextAnalyzer analyzer = InlineModels.builtin();
    private final Analysis analysis = new Analysis();

    @Test
    void shouldUnderstandADisputedBill() {
        analyze("I was charged twice and nobody answers me!!");

        assertThat(label(Head.LANGUAGE)).isEqualTo("en");
        assertThat(label(Head.INTENT)).isEqualTo("billing_dispute");
        assertThat(label(Head.SENTIMENT)).isEqualTo("negative");
        assertThat(label(Head.URGENCY)).isNotEqualTo("low");
        assertThat(analysis.sentimentScore()).isNegative();
    }

    @Test
    void shouldUnderstandAShortGermanQuestion() {
        analyze("Wo ist mein Paket?");

        assertThat(label(Head.LANGUAGE)).isEqualTo("de");
        assertThat(label(Head.INTENT)).isEqualTo("track_order");
    }

    @Test
    void shouldUnderstandFrenchThanks() {
        analyze("merci beaucoup");

        assertThat(label(Head.LANGUAGE)).isEqualTo("fr");
        assertThat(label(Head.INTENT)).isEqualTo("thanks");
        assertThat(label(Head.SENTIMENT)).isEqualTo("positive");
        assertThat(label(Head.URGENCY)).isEqualTo("low");
        assertThat(analysis.sentimentScore()).isPositive();
    }

    @Test
    void shouldReadNoFurtherOnceTheLanguageIsPlain() {
        TextClassifier language = InlineModels.builtinModel().classifier(LinearModel.LANGUAGE_TASK);
        String plain = "Good morning, I am still waiting for the parcel ";

        int once = bucketsRead(language, plain);

        assertThat(language.labels().get(language.classify(utf8(plain), 0, plain.length())))
                .isEqualTo("en");
        assertThat(bucketsRead(language, plain + "that you promised me")).isEqualTo(once);
        assertThat(bucketsRead(language, "ok 12 ok 34 pizza taxi hotel"))
                .isGreaterThan(bucketsRead(language, "ok pizza"));
    }

    private static int bucketsRead(TextClassifier classifier, String text) {
        classifier.classify(utf8(text), 0, utf8(text).length);
        return classifier.buckets().length;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void shouldHaveTheLabelsOfTheContract() {
        assertThat(analyzer.labels(Head.LANGUAGE))
                .hasSize(65)
                .contains("nb", "nn")
                .doesNotContain("no");
        assertThat(analyzer.labels(Head.INTENT)).hasSize(36).contains("contact_human_agent", "other", "track_order");
        assertThat(analyzer.labels(Head.SENTIMENT)).containsExactly("negative", "neutral", "positive");
        assertThat(analyzer.labels(Head.URGENCY)).containsExactly("high", "low", "medium");
        assertThat(analyzer.labels(Head.EMOTION))
                .containsExactly("anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise");
        assertThat(analyzer.version()).matches("[0-9a-f]{16}");
    }

    @Test
    void shouldGiveASaneAnswerToAnyText() {
        for (byte[] text : oddTexts()) {
            analyzer.analyze(text, 0, text.length, analysis);

            for (Head head : Head.values()) {
                assertThat(analysis.label(head))
                        .isBetween(0, analyzer.labels(head).size() - 1);
                assertThat(analysis.confidence(head)).isBetween(0, Analysis.ONE);
            }
            assertThat(analysis.sentimentScore()).isBetween(-Analysis.ONE, Analysis.ONE);
        }
    }

    @Test
    void shouldBeUnsureOfTheLanguageWhenThereAreNoLetters() {
        for (String text : List.of("", "  ", "4711", "?!", "😀😀")) {
            analyze(text);
            assertThat(analysis.confidence(Head.LANGUAGE)).as(text).isLessThan(Analysis.ONE / 2);
        }
    }

    @Test
    void shouldAnswerTheSameInAForkAndAfterOtherTexts() {
        TextAnalyzer fork = analyzer.fork();
        Analysis other = new Analysis();
        for (byte[] text : oddTexts()) {
            analyzer.analyze(text, 0, text.length, analysis);
            analyze("etwas ganz anderes");
            analyzer.analyze(text, 0, text.length, analysis);
            fork.analyze(text, 0, text.length, other);

            assertThat(other).usingRecursiveComparison().isEqualTo(analysis);
        }
    }

    @Test
    void shouldAgreeWithTheClassifierOfEachHead() {
        for (byte[] text : oddTexts()) {
            analyzer.analyze(text, 0, text.length, analysis);
            for (Head head : Head.values()) {
                TextClassifier classifier = InlineModels.builtinModel().classifier(InlineAnalyzer.task(head));

                assertThat(classifier.classify(text, 0, text.length)).isEqualTo(analysis.label(head));
                assertThat(classifier.confidence()).isEqualTo(analysis.confidence(head));
                assertThat(classifier.probability(analysis.label(head))).isEqualTo(analysis.confidence(head));
            }
        }
    }

    @Test
    void shouldLeaveHeadsWithoutAnswerThatAModelLacks(@TempDir Path folder) throws Exception {
        HeadSource head = new HeadSource("intent", List.of("a", "b"), 6, new byte[2 << 6], 1, new float[2], 1);
        new ModelBuilder().head(head).write(folder);
        TextAnalyzer small = InlineModels.load(folder);

        small.analyze(new byte[] {'x'}, 0, 1, analysis);

        assertThat(analysis.label(Head.INTENT)).isZero();
        assertThat(analysis.confidence(Head.INTENT)).isEqualTo(Analysis.ONE / 2);
        assertThat(analysis.label(Head.LANGUAGE)).isEqualTo(Analysis.NONE);
        assertThat(analysis.label(Head.SENTIMENT)).isEqualTo(Analysis.NONE);
        assertThat(small.labels(Head.SENTIMENT)).isEmpty();
    }

    @Test
    void shouldAllocateNothing() {
        List<byte[]> texts = oddTexts();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leanest = Long.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < texts.size(); i++) {
                byte[] text = texts.get(i);
                analyzer.analyze(text, 0, text.length, analysis);
            }
            leanest = Math.min(leanest, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(leanest).isZero();
    }

    private static List<byte[]> oddTexts() {
        List<byte[]> texts = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "a",
                "ok",
                "👍🏽",
                "👨‍👩‍👧 😡😡",
                "\u200B\u200D\uFEFF",
                "שלום \u202Eabc",
                "Bestellung 4711 vom 3.5. fehlt!!!",
                "我的包裹在哪里?",
                "ฉันต้องการคืนเงิน",
                "\u0301\u0301\u0301",
                "ગુજરાતી",
                "e\u0301te\u0301",
                "WHERE IS MY ORDER",
                "x".repeat(64 * 1024),
                "!".repeat(64 * 1024),
                "字".repeat(20_000),
                "why is it late? ".repeat(4000))) {
            texts.add(text.getBytes(StandardCharsets.UTF_8));
        }
        texts.add(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        texts.add(new byte[] {(byte) 0xFF, (byte) 0xC0, (byte) 0x80, 'h', 'i', (byte) 0xE2, (byte) 0x82});
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        texts.add(noise);
        return texts;
    }

    private void analyze(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        analyzer.analyze(bytes, 0, bytes.length, analysis);
    }

    private String label(Head head) {
        return analyzer.labels(head).get(analysis.label(head));
    }
}
