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
    private static final Map<Yardstick, Double> WITHOUT_FILES =
            Map.of(Yardstick.ARITHMETIC, 10.5, Yardstick.LOOK_UPS, 4.0, Yardstick.ROWS, 0.125, Yardstick.COPIES, 2.0);
    private static final Map<Yardstick, Double> ALL = Map.of(
            Yardstick.ARITHMETIC, 1.5,
            Yardstick.LOOK_UPS, 4.5,
            Yardstick.ROWS, 3.0,
            Yardstick.COPIES, 2.0,
            Yardstick.WRITES, 0.25);
    private static final Map<Step, Map<Yardstick, Double>> MULTIPLES =
            Map.of(Step.ANALYZE, WITHOUT_FILES, Step.DECIDE, WITHOUT_FILES, Step.COMMIT, ALL);

    @TempDir
    private Path directory;

    @Test
    void shouldReadWhatWasWritten() {
        write(17);

        assertThat(new Baselines(directory).of(17).multiples()).isEqualTo(MULTIPLES);
    }

    @Test
    void shouldSayWhatToDoWhenThereIsNoneForAJdk() {
        write(17);
        write(25);

        assertThatThrownBy(() -> new Baselines(directory).of(21))
                .hasMessageContaining("no baseline for JDK 21")
                .hasMessageContaining("JDK 17, JDK 25")
                .hasMessageContaining("--update")
                .asInstanceOf(InstanceOfAssertFactories.type(CommandFailure.class))
                .returns(ExitCode.FAILED, CommandFailure::exitCode);
    }

    @Test
    void shouldSayWhatToDoWhenThereIsNoneAtAll() {
        assertThatThrownBy(() -> new Baselines(directory).of(17))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no baseline for JDK 17")
                .hasMessageContaining("nor for any other; measure one");
    }

    @Test
    void shouldCallItAWrongCallWhenTheDirectoryIsNotThere() {
        assertThatThrownBy(() -> new Baselines(directory.resolve("none")).of(17))
                .hasMessageContaining("none")
                .asInstanceOf(InstanceOfAssertFactories.type(CommandFailure.class))
                .returns(ExitCode.WRONG_CALL, CommandFailure::exitCode);
    }

    @Test
    void shouldNameTheFileAndTheStepWhenANumberIsMissing() throws IOException {
        write(17);
        Path file = directory.resolve("baseline-17.properties");
        Files.writeString(file, Files.readString(file).replace("decide.look-ups=4.000", "decide.look-ups=fast"));

        assertThatThrownBy(() -> new Baselines(directory).of(17))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("'fast' for decide.look-ups");
    }

    private void write(int major) {
        new Baseline(major, new Baselines(directory).file(major), MULTIPLES).write("today");
    }
}
