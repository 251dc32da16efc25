package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Train with the real encoder as teacher. */
class TeachingTest {
    @TempDir
    Path folder;

    @Test
    void shouldMakeTheSameBytesAgainButOthersThanWithoutATeacher() throws IOException {
        String taught = train("topic", Teacher.BUILTIN, null).version();

        assertThat(train("topic", Teacher.BUILTIN, null).version()).isEqualTo(taught);
        assertThat(train("topic", Teacher.NONE, null).version()).isNotEqualTo(taught);
    }

    @Test
    void shouldBeTaughtBesideADevSetAndTextsOutOfScope() throws IOException {
        Path oos = Files.writeString(folder.resolve("oos.tsv"), "x\twhat is the weather\nx\tsing a song\n");

        TrainingResult result = train("topic", Teacher.BUILTIN, oos);

        assertThat(result.labels()).containsExactly("refund", "track");
        assertThat(result.heldOutAccuracy()).isEqualTo(1);
    }

    @Test
    void shouldSayThatLanguagesHaveNoTeacher() {
        assertThatThrownBy(() -> train("language", Teacher.BUILTIN, null))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("English only");
    }

    private TrainingResult train(String task, Teacher teacher, @Nullable Path oos) throws IOException {
        Path data = Files.writeString(folder.resolve("data.tsv"), """
                track\twhere is my parcel
                track\tmy order has not arrived yet
                track\twhen will the package be here
                track\tstill waiting for my delivery
                refund\tI want my money back
                refund\tplease refund me
                refund\tgive me back what I paid
                refund\thow do I get a refund
                """);
        Path dev =
                Files.writeString(folder.resolve("dev.tsv"), "track\twhere is the package\nrefund\trefund the money\n");
        return Training.run(
                new TrainingOptions(
                        task, data, oos == null ? null : dev, oos, Tier.INLINE, teacher, folder.resolve("model"), 42),
                TrainingProgress.SILENT);
    }
}
