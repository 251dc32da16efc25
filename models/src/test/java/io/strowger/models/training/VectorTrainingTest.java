package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.ModelDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorTrainingTest {
    @TempDir
    Path folder;

    private Path own;
    private Path sets;

    @BeforeEach
    void writeSmallData() throws IOException {
        own = folder.resolve("own");
        sets = folder.resolve("sets");
        write(own.resolve("sources.tsv"), "vectors\tintent/small\t*\t=\t1\t1\n");
        write(own.resolve("support/de.tsv"), "thanks\tlow\tpositive\tvielen Dank\n");
        write(own.resolve("support/en.tsv"), "thanks\tlow\tpositive\tthank you so much\n");
        StringBuilder small = new StringBuilder();
        for (String item : new String[] {"parcel", "package", "letter"}) {
            small.append("a\twhere is my ").append(item).append("\nb\tplay a song about a ");
            small.append(item).append("\nb\tturn up the music, ").append(item).append("\n");
        }
        write(sets.resolve("intent/small/train.tsv"), small.toString());
    }

    @Test
    void shouldLearnWhatTheEncoderSaysOfEnglishTexts() throws IOException {
        Path out = folder.resolve("vectors");

        TrainingResult result = VectorTraining.run(own, sets, out, TrainingProgress.SILENT);

        assertThat(result.rows()).isEqualTo(9 + 1);
        HeadSource head = Objects.requireNonNull(ModelDirectory.read(out).source(KnownVectors.HEAD));
        assertThat(head.labels()).hasSize(64);
        assertThat(new KnownVectors(head).dimensions()).isEqualTo(64);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
