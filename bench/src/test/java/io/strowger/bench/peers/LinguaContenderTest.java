package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinguaContenderTest {
    @TempDir
    Path directory;

    private final LanguageRows rows = LanguageRows.read(Grounds.home().resolve("models/data/evaluation/language.tsv"));

    LinguaContenderTest() throws IOException {}

    @Test
    void shouldTellMostLanguagesAndHowFast() throws Exception {
        try (Contender ours = new LanguageContender(rows)) {
            ours.start();
            Figures figures = ours.measure(Load.saturating(), Duration.ofMillis(20));

            assertThat(figures.value(Metric.ACCURACY)).isBetween(90.0, 100.0);
            assertThat(figures.value(Metric.THROUGHPUT)).isPositive();
        }
    }

    @Test
    void shouldCountWhatADetectorGetsRight() throws Exception {
        String first = rows.labels().get(0);
        Path file = Files.writeString(directory.resolve("two.tsv"), first + "\tone\nxx\ttwo\n");

        assertThat(LanguageRows.read(file).accuracy(row -> first)).isEqualTo(50);
    }

    @Test
    void shouldSayThatJarsAreOfSomethingElse() throws Exception {
        try (Contender lingua = new LinguaContender(List.of(directory.resolve("lingua-0.jar")), rows)) {
            assertThatThrownBy(lingua::start)
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Lingua can't be used");
        }
    }
}
