package io.strowger.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.models.text.FeatureTrace.Feature;
import io.strowger.models.text.FeatureTrace.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTraceTest {
    private static final int MESSAGE_BITS = 16;
    private static final int LANGUAGE_BITS = 18;
    private static final String[] PIECES = {
        "Where",
        "is",
        "MY",
        "PARCEL",
        "ORDER",
        "?",
        "!!!",
        "…",
        " ",
        "  ",
        "\n",
        "4711",
        "123456789",
        "l'été",
        "e\u0301",
        "Straße",
        "\u200B",
        "\u202E",
        "\u200D",
        "👍🏽",
        "👩\u200D🚒",
        "注文はどこ",
        "พัสดุ",
        "где",
        "أين",
        "\uD83D",
        "\u0000",
        "İ",
        "ﬁ"
    };

    private final NgramScanner plain = new NgramScanner(MESSAGE_BITS, LANGUAGE_BITS);
    private final NgramScanner traced = new NgramScanner(MESSAGE_BITS, LANGUAGE_BITS);
    private final FeatureTrace trace = new FeatureTrace();

    @Test
    void shouldShowThePiecesAsTheyStandInTheText() {
        scan("Where MY  parcel?! 47110 😡");

        assertThat(texts(Kind.WORD)).containsExactly("Where", "MY", "parcel", "47110");
        assertThat(texts(Kind.FIRST_WORD)).containsExactly("Where");
        assertThat(texts(Kind.WORD_PAIR)).containsExactly("Where MY", "MY parcel", "parcel 47110");
        assertThat(texts(Kind.PUNCTUATION)).containsExactly("?!");
        assertThat(texts(Kind.SYMBOL)).containsExactly("😡");
        assertThat(texts(Kind.SHAPE)).containsExactly("4 to 7 words");
        assertThat(texts(Kind.CHARACTERS)).contains(" par", "cel ");
    }

    @Test
    void shouldSayWhereAPieceStandsAndHowItWasRead() {
        scan("für 4711");

        Feature word = trace.message().stream()
                .filter(feature -> feature.kind() == Kind.WORD && feature.text().equals("4711"))
                .findFirst()
                .orElseThrow();
        assertThat(word.read()).isEqualTo("0000");
        assertThat(word.startByte()).isEqualTo(5);
        assertThat(word.endByte()).isEqualTo(9);
    }

    @Test
    void shouldCountMarksAndFurtherDigitsToWhatStandsBefore() {
        scan("cafe\u0301 123456789");

        assertThat(texts(Kind.WORD)).containsExactly("cafe\u0301", "123456789");
    }

    @Test
    void shouldShowRunsOfScriptsWithoutSpaces() {
        scan("注文は");

        assertThat(texts(Kind.CHARACTERS)).containsExactly("注", "文", "注文", "は", "文は", "注文は");
        assertThat(trace.language()).extracting(Feature::text).containsExactly("注", "文", "注文", "は", "文は", "注文は");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldNameEveryBucketOfTheScannerAndNoOther(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(40); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
            }
            checkBuckets(text.toString().getBytes(StandardCharsets.UTF_8));
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            checkBuckets(noise);
        }
        checkBuckets("a ".repeat(5000).getBytes(StandardCharsets.UTF_8));
        checkBuckets("の".repeat(5000).getBytes(StandardCharsets.UTF_8));
        checkBuckets("!".repeat(70000).getBytes(StandardCharsets.UTF_8));
    }

    private void checkBuckets(byte[] text) {
        plain.scan(text, 0, text.length);
        plain.readLanguage(NgramScanner.MAX_LANGUAGE_LETTERS);
        traced.scan(text, 0, text.length, trace);
        int[] messages = Arrays.copyOf(plain.messageBuckets(), plain.messageCount());
        int[] languages = Arrays.copyOf(plain.languageBuckets(), plain.languageCount());
        assertThat(distinct(trace.message())).isEqualTo(messages);
        assertThat(distinct(trace.language())).isEqualTo(languages);
        assertThat(Arrays.copyOf(traced.messageBuckets(), traced.messageCount()))
                .isEqualTo(messages);
        for (Feature feature : trace.message()) {
            assertThat(feature.startByte()).isBetween(0, feature.endByte());
            assertThat(feature.endByte()).isLessThanOrEqualTo(text.length);
        }
    }

    private static int[] distinct(List<Feature> features) {
        return features.stream().mapToInt(Feature::bucket).distinct().toArray();
    }

    private void scan(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        traced.scan(bytes, 0, bytes.length, trace);
    }

    private List<String> texts(Kind kind) {
        return trace.message().stream()
                .filter(feature -> feature.kind() == kind)
                .map(Feature::text)
                .toList();
    }
}
