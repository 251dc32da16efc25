package io.strowger.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.data.LabelledDataException;
import io.strowger.models.privacy.EntityOptions;
import io.strowger.models.privacy.EntityScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityEvaluationTest {
    /** Customer messages written for this project, every entity in them named. */
    private static final Path OWN_TEXTS = Path.of("data", "evaluation", "entities.tsv");

    /** What has no form of its own. */
    private static final Set<String> UNSTRUCTURED =
            Set.of("PERSON", "GPE", "STREET_ADDRESS", "TITLE", "ORGANIZATION", "NRP", "USER_NAME");

    @TempDir
    private Path folder;

    @Test
    void shouldFindTheEntitiesOfOurOwnTexts() throws IOException {
        EntityEvaluation evaluation = evaluate(OWN_TEXTS);
        assertThat(evaluation.scores()).hasSizeGreaterThan(25);
        for (EntityScore score : evaluation.scores()) {
            double least = UNSTRUCTURED.contains(score.label()) ? 0.8 : 0.95;
            assertThat(score.precision())
                    .as("precision of %s; %s", score.label(), evaluation.mistakes())
                    .isGreaterThanOrEqualTo(least);
            assertThat(score.recall())
                    .as("recall of %s; %s", score.label(), evaluation.mistakes())
                    .isGreaterThanOrEqualTo(least);
        }
        assertThat(evaluation.total().exactRecall()).isGreaterThan(0.9);
    }

    @Test
    void shouldCountWhatIsFoundMissedWrongAndOnlyCovered() throws IOException {
        EntityEvaluation evaluation = evaluate(
                write("CREDIT_CARD\t4111111111111111|5555555555554444\tcards 4111111111111111 and 5555555555554444\n"
                        + "CREDIT_CARD\tx@example.com\tmail x@example.com\n"
                        + "CREDIT_CARD\tNONE\tcard 4242424242424242\n"
                        + "CREDIT_CARD\t*\tcard 378282246310005\n"));
        EntityScore score = evaluation.scores().get(0);
        assertThat(score.expected()).isEqualTo(4);
        assertThat(score.found()).isEqualTo(3);
        assertThat(score.covered()).isEqualTo(4);
        assertThat(score.exact()).isEqualTo(2);
        assertThat(score.reported()).isEqualTo(4);
        assertThat(score.wrong()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(0.75);
        assertThat(score.recall()).isEqualTo(0.75);
        assertThat(evaluation.mistakes()).hasSize(2);
    }

    @Test
    void shouldJudgeEveryTypeInAFileThatIsFullyAnnotated() throws IOException {
        EntityEvaluation evaluation =
                evaluate(write("EMAIL_ADDRESS\ta@example.com\tmail a@example.com\nANY\tNONE\tmail b@example.com\n"));
        assertThat(evaluation.scores()).hasSize(1);
        assertThat(evaluation.scores().get(0).wrong()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'CREDIT_CARD\tNONE\thello\nCREDIT_CARD NONE hello' | 2",
                "'\t1\thello' | 1",
                "'CREDIT_CARD\t1\t ' | 1",
            })
    void shouldNameTheLineThatIsBroken(String content, int line) throws IOException {
        Path file = write(content);
        assertThatThrownBy(() -> evaluate(file))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining(":" + line);
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() throws IOException {
        Path empty = write("\n\n");
        assertThatThrownBy(() -> evaluate(empty))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining("empty");
        Path missing = folder.resolve("missing.tsv");
        assertThatThrownBy(() -> evaluate(missing))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining("missing.tsv");
        Path broken = Files.write(folder.resolve("broken.tsv"), new byte[] {'A', '\t', (byte) 0xFF, '\t', 'x'});
        assertThatThrownBy(() -> evaluate(broken))
                .isInstanceOf(LabelledDataException.class)
                .hasMessageContaining("UTF-8");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("texts.tsv"), content, StandardCharsets.UTF_8);
    }

    private static EntityEvaluation evaluate(Path file) throws IOException {
        return EntityEvaluation.run(file, new EntityScanner(EntityOptions.DEFAULT));
    }
}
