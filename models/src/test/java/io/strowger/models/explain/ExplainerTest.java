package io.strowger.models.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.text.NgramScanner;
import io.strowger.models.text.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {
    private final LinearModel model = InlineModels.builtinModel();
    private final Explainer explainer = new Explainer(model, model.tasks());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Where is my parcel? It should have ARRIVED on Monday!!!",
                "Wo bleibt meine Bestellung 4711?",
                "¿Cuándo me devuelven el dinero? 😡😡",
                "荷物はどこですか",
                "Где моя посылка?",
                "Πού είναι το δέμα μου;",
                "1234567890"
            })
    void shouldAnswerAsTheAnalyzerDoes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TextAnalyzer analyzer = InlineModels.builtin();
        Analysis analysis = new Analysis();
        analyzer.analyze(bytes, 0, bytes.length, analysis);

        Explanation explanation = explainer.explain(bytes);

        assertThat(explanation.heads()).hasSize(Head.count());
        for (HeadExplanation head : explanation.heads()) {
            Head which = Head.valueOf(head.head().toUpperCase(Locale.ROOT));
            assertThat(head.answer().label()).isEqualTo(analyzer.labels(which).get(analysis.label(which)));
            assertThat(head.answer().confidence()).isEqualTo((double) analysis.confidence(which) / Analysis.ONE);
            if (which == Head.SENTIMENT) {
                assertThat(head.score()).isEqualTo((double) analysis.sentimentScore() / Analysis.ONE);
            }
        }
    }

    @Test
    void shouldAddUpToTheOdds() {
        Explanation explanation = explain("Please refund my order, it arrived broken");

        for (HeadExplanation head : explanation.heads()) {
            double odds = head.bias()
                    + head.evidence().stream().mapToDouble(Evidence::weight).sum();
            LabelShare runnerUp = Objects.requireNonNull(head.runnerUp());
            if (runnerUp.confidence() > 0.005) {
                assertThat(odds)
                        .as(head.head())
                        .isCloseTo(Math.log(head.answer().confidence() / runnerUp.confidence()), within(0.05));
            }
            assertThat(odds).isNotNegative();
            assertThat(runnerUp.confidence()).isLessThanOrEqualTo(head.answer().confidence());
        }
    }

    @Test
    void shouldNameWhatSpokeForALabel() {
        HeadExplanation intent = head(explain("I want a refund"), "intent");

        assertThat(intent.answer().label()).isEqualTo("get_refund");
        assertThat(intent.inFavour()).extracting(Evidence::text).anyMatch(text -> text.contains("und"));
        assertThat(intent.against()).allMatch(piece -> piece.weight() < 0);
        assertThat(intent.inFavour().get(0).weight())
                .isGreaterThanOrEqualTo(intent.inFavour().get(1).weight());
    }

    @Test
    void shouldSayThatTheScriptAloneDecided() {
        Explanation explanation = explain("Πού είναι το δέμα μου;");

        HeadExplanation language = head(explanation, "language");
        assertThat(explanation.script()).isEqualTo(Script.GREEK);
        assertThat(language.answer().label()).isEqualTo("el");
        assertThat(language.isByScriptAlone()).isTrue();
        assertThat(language.runnerUp()).isNull();
    }

    @Test
    void shouldNameAllPiecesOfASharedBucket() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            many.append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26))
                    .append((char) ('a' + i * 7 % 26))
                    .append(' ');
        }
        HeadExplanation intent = head(explain(many.toString()), "intent");

        assertThat(intent.evidence()).anyMatch(piece -> !piece.shared().isEmpty());
        assertThat(intent.evidence()).extracting(Evidence::bucket).doesNotHaveDuplicates();
    }

    @Test
    void shouldSayHowMuchOfALongTextWasRead() {
        assertThat(explain("a ".repeat(40_000)).bytesRead()).isEqualTo(NgramScanner.MAX_BYTES);
    }

    @Test
    void shouldExplainTheHeadsThatAreAskedFor() {
        Explanation explanation = new Explainer(model, List.of("urgency")).explain(new byte[] {(byte) 0xFF, 'a'});

        assertThat(explanation.heads()).extracting(HeadExplanation::head).containsExactly("urgency");
    }

    private Explanation explain(String text) {
        return explainer.explain(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HeadExplanation head(Explanation explanation, String name) {
        return explanation.heads().stream()
                .filter(head -> head.head().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
