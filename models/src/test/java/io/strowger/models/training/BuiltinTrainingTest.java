package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltinTrainingTest {
    @TempDir
    Path folder;

    private Path own;
    private Path sets;

    @BeforeEach
    void writeSmallData() throws IOException {
        own = folder.resolve("own");
        sets = folder.resolve("sets");
        StringBuilder german = new StringBuilder();
        StringBuilder english = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            german.append("thanks\tlow\tpositive\tvielen Dank für Nummer " + i + "\n");
            german.append("complaint\thigh\tnegative\tso eine Frechheit, zum Mal " + i + "!\n");
            english.append("thanks\tlow\tpositive\tthank you for number " + i + "\n");
            english.append("track_order\tmedium\tneutral\twhere is order " + i + "\n");
        }
        write(own.resolve("support/de.tsv"), german.toString());
        write(own.resolve("support/en.tsv"), english.toString());
        write(own.resolve("cues.tsv"), "sentiment\tnegative\tawful\nurgency\thigh\tpolice\n");
        write(own.resolve("remarks.tsv"), "sentiment\tpositive\t@shop you made my day\n");
        write(
                own.resolve("sources.tsv"),
                "# head\tset\tlabel\tours\tweight\tone of\n"
                        + "language\tlanguage/small\t*\t=\t1\t1\n"
                        + "emotion\temotion/goemotions-ekman\t*\t=\t1\t1\n"
                        + "intent\tintent/small\tpackage_lost\ttrack_order\t0.5\t2\n");
        write(sets.resolve("language/small/train.tsv"), "de\tdas ist ein Haus\nen\tthis is a house\n".repeat(20));
        write(sets.resolve("language/small/dev.tsv"), "de\tein Haus\nen\tthe house\n");
        write(sets.resolve("emotion/goemotions-ekman/train.tsv"), "joy\tso glad\nsurprise\toh, really\n".repeat(10));
        write(sets.resolve("emotion/goemotions-ekman/dev.tsv"), "joy\tglad\nsurprise\treally\n");
        write(sets.resolve("intent/small/train.tsv"), "package_lost\tmy package is lost\nnoise\tblah\n".repeat(4));
    }

    @Test
    void shouldTrainEveryHeadAndMakeTheSameBytesAgain() throws IOException {
        Path out = folder.resolve("model");

        String version =
                BuiltinTraining.run(own, sets, out, TrainingProgress.SILENT).version();

        LinearModel model = ModelDirectory.read(out);
        assertThat(model.tasks()).containsExactlyInAnyOrder("language", "intent", "sentiment", "emotion", "urgency");
        assertThat(model.labels("intent")).containsExactly("complaint", "thanks", "track_order");
        assertThat(model.labels("emotion")).contains("surprise", "joy", "neutral");
        assertThat(BuiltinTraining.run(own, sets, out, TrainingProgress.SILENT).version())
                .isEqualTo(version);
    }

    @Test
    void shouldNameTheFileWhenADataSetIsMissing() throws IOException {
        Files.delete(sets.resolve("intent/small/train.tsv"));

        assertThatThrownBy(() -> BuiltinTraining.run(own, sets, folder.resolve("model"), TrainingProgress.SILENT))
                .hasMessageContaining("train.tsv: there is no such file");
    }

    @Test
    void shouldNameTheLineWhenASourceIsMalformed() throws IOException {
        write(own.resolve("sources.tsv"), "intent\tintent/small\t*\t=\tmuch\t1\n");

        assertThatThrownBy(() -> BuiltinTraining.run(own, sets, folder.resolve("model"), TrainingProgress.SILENT))
                .hasMessageContaining("sources.tsv:1:");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
