package io.strowger.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {
    private static final Map<Step, Double> MULTIPLES = Map.of(Step.ANALYZE, 10.5, Step.DECIDE, 4.0, Step.COMMIT, 0.3);

    @TempDir
    private Path directory;

    @Test
    void shouldReadWhatWasWritten() {
        write(17);

        assertThat(new Baselines(directory).nearest(17).multiples()).isEqualTo(MULTIPLES);
    }

    @Test
    void shouldFallBackToTheNearestEarlierJdk() {
        write(17);
        write(21);
        write(25);

        assertThat(new Baselines(directory).nearest(24).major()).isEqualTo(21);
    }

    @Test
    void shouldSayHowToMakeABaselineWhenThereIsNone() {
        write(25);

        assertThatThrownBy(() -> new Baselines(directory).nearest(17))
                .hasMessageContaining("no baseline for JDK 17")
                .hasMessageContaining("--update")
                .asInstanceOf(InstanceOfAssertFactories.type(CommandFailure.class))
                .returns(ExitCode.FAILED, CommandFailure::exitCode);
    }

    @Test
    void shouldCallItAWrongCallWhenTheDirectoryIsNotThere() {
        assertThatThrownBy(() -> new Baselines(directory.resolve("none")).nearest(17))
                .hasMessageContaining("none")
                .asInstanceOf(InstanceOfAssertFactories.type(CommandFailure.class))
                .returns(ExitCode.WRONG_CALL, CommandFailure::exitCode);
    }

    @Test
    void shouldNameTheFileAndTheStepWhenANumberIsMissing() throws IOException {
        write(17);
        Path file = directory.resolve("baseline-17.properties");
        Files.writeString(file, Files.readString(file).replace("decide=4.000", "decide=fast"));

        assertThatThrownBy(() -> new Baselines(directory).nearest(17))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("'fast' for decide");
    }

    private void write(int major) {
        new Baseline(major, new Baselines(directory).file(major), MULTIPLES).write("today");
    }
}
