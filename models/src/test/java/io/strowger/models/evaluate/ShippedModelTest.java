package io.strowger.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.models.data.LabelledFile;
import io.strowger.models.data.LabelledText;
import io.strowger.models.data.SupportFolder;
import io.strowger.models.data.SupportText;
import io.strowger.models.linear.InlineModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Keeps the accuracy of the shipped weights: the tenth of our own text that no weight ever saw, and the samples beside it.
 * The thresholds lie a few points below what models/README.md reports.
 */
class ShippedModelTest {
    private static final Path DATA = Path.of("data");

    @ParameterizedTest
    @CsvSource({"intent, 0.58", "sentiment, 0.74", "urgency, 0.63", "language, 0.96"})
    void shouldUnderstandOurOwnHeldOutText(String head, double threshold) throws IOException {
        List<LabelledText> rows = heldOut(head, "");

        assertThat(rows).hasSizeGreaterThan(500);
        assertThat(evaluate(head, rows).accuracy()).isGreaterThan(threshold);
        assertThat(evaluate(head, rows).expectedCalibrationError()).isLessThan(0.12);
    }

    @ParameterizedTest
    @CsvSource({"de", "en", "es", "fr", "it", "nl", "pt"})
    void shouldUnderstandEachLanguage(String language) throws IOException {
        assertThat(evaluate("intent", heldOut("intent", language)).accuracy()).isGreaterThan(0.40);
        assertThat(evaluate("sentiment", heldOut("sentiment", language)).accuracy())
                .isGreaterThan(0.60);
        assertThat(evaluate("urgency", heldOut("urgency", language)).accuracy()).isGreaterThan(0.50);
        assertThat(evaluate("language", heldOut("language", language)).accuracy())
                .isGreaterThan(0.94);
    }

    @ParameterizedTest
    @CsvSource({"language, 0.95", "emotion, 0.78"})
    void shouldUnderstandTheEvaluationSamples(String head, double threshold) throws IOException {
        List<LabelledText> rows =
                LabelledFile.read(DATA.resolve("evaluation/" + head + ".tsv")).rows();

        assertThat(evaluate(head, rows).accuracy()).isGreaterThan(threshold);
    }

    @Test
    void shouldHoldOutATenth() throws IOException {
        List<SupportText> own = SupportFolder.read(DATA.resolve("support"));
        long heldOut = own.stream().filter(SupportText::isHeldOut).count();

        assertThat((double) heldOut / own.size()).isBetween(0.08, 0.12);
        assertThat(own).allMatch(row -> row.isHeldOut() == row.calibrationPart() < 0);
    }

    private static Predictions evaluate(String head, List<LabelledText> rows) {
        var classifier = InlineModels.builtinModel().classifier(head);
        Predictions predictions = new Predictions();
        for (LabelledText row : rows) {
            int label = classifier.classify(row.text(), 0, row.text().length);
            predictions.add(row.label(), classifier.labels().get(label), classifier.confidence() / 10_000.0);
        }
        return predictions;
    }

    private static List<LabelledText> heldOut(String head, String language) throws IOException {
        Function<SupportText, String> label = switch (head) {
            case "intent" -> SupportText::intent;
            case "sentiment" -> SupportText::sentiment;
            case "urgency" -> SupportText::urgency;
            default -> SupportText::language;
        };
        List<LabelledText> rows = new ArrayList<>();
        for (SupportText row : SupportFolder.read(DATA.resolve("support"))) {
            if (row.isHeldOut() && (language.isEmpty() || language.equals(row.language()))) {
                rows.add(new LabelledText(label.apply(row), row.text(), 0));
            }
        }
        return rows;
    }
}
