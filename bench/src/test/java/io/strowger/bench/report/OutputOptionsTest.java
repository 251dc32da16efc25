package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class OutputOptionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Console console;
    private Path folder;

    @Command(name = "sample")
    private static final class Sample implements Callable<Integer> {
        private final Console console;

        @Mixin
        private OutputOptions output = new OutputOptions(CLOCK);

        Sample(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            output.publish(console, output.open(console, "sample"), SampleReports.full());
            return ExitCode.DONE;
        }
    }

    @BeforeEach
    void open() {
        console = SampleReports.console(directory, out, err);
        folder = directory.resolve("bench/results/2026-02-03-sample");
    }

    @Test
    void shouldPrintTablesAndKeepEverything() throws Exception {
        assertThat(run()).isNull();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Decisions at half the knee's rate", "p99.9", "1,234,567", "Nothing was lost");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("bench/results/2026-02-03-sample/report.html");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "README.md",
                            "bare-ring-50000.hlog",
                            "command.txt",
                            "decision-20000.hlog",
                            "decision-50000.hlog",
                            "durable-20000.hlog",
                            "env.json",
                            "latency.csv",
                            "oddities.csv",
                            "report.html");
        }
        assertThat(folder.resolve("command.txt")).hasContent("./strowger bench sample");
        assertThat(folder.resolve("README.md"))
                .content()
                .contains("## Answer", "latency.csv: a table", "\\*starred\\*", "./strowger bench sample", "\\<b>");
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("env.json").toFile())
                        .at("/machine/cores")
                        .asInt())
                .isPositive();
    }

    @Test
    void shouldPrintOneLineOfJson() throws Exception {
        assertThat(run("--json", "--no-results")).isNull();
        String printed = out.toString(StandardCharsets.UTF_8);
        assertThat(printed.lines()).hasSize(1);
        assertThat(new ObjectMapper().readTree(printed).at("/commandLine").asText())
                .isEqualTo("./strowger bench sample --json --no-results");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldPutResultsWhereTheyAreWanted() {
        assertThat(run("--results", "elsewhere", "--topic", "night-run")).isNull();
        assertThat(directory.resolve("elsewhere/2026-02-03-night-run/report.html"))
                .isRegularFile();
    }

    @Test
    void shouldRefuseAFolderThatExists() throws Exception {
        Files.createDirectories(folder);
        assertRefused(ExitCode.WRONG_CALL, "exists already", "--topic");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void shouldRefuseAResultsDirectoryThatIsAFile() throws Exception {
        Files.writeString(directory.resolve("bench"), "");
        assertRefused(ExitCode.FAILED, "cannot be made", "--results");
    }

    @Test
    void shouldRefuseAResultsDirectoryThatCannotBeMade() {
        assumeThat(Path.of("/proc/self")).isDirectory();
        assertRefused(ExitCode.FAILED, List.of("--results", "/proc/results"), "cannot be made", "--results");
    }

    @Test
    void shouldSayThatTheDiskIsFullAfterThePrintedFigures() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        ResultsFolder opened = ResultsFolder.create(folder);
        Files.createSymbolicLink(folder.resolve("report.html"), full);
        assertThatThrownBy(() -> new OutputOptions(CLOCK).publish(console, opened, SampleReports.full()))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED))
                .hasMessageContainingAll("cannot write", "report.html", "No space left on device");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Nothing was lost");
        assertThat(folder.resolve("latency.csv")).isNotEmptyFile();
    }

    private void assertRefused(int exitCode, String... parts) {
        assertRefused(exitCode, List.of(), parts);
    }

    private void assertRefused(int exitCode, List<String> arguments, String... parts) {
        Exception cause = run(arguments.toArray(String[]::new));
        assertThat(cause).isInstanceOf(CommandFailure.class).hasMessageContainingAll(parts);
        assertThat(((CommandFailure) cause).exitCode()).isEqualTo(exitCode);
        assertThat(out.size()).isZero();
    }

    /** What it ended with; null for well. */
    private Exception run(String... arguments) {
        CommandLine command = new CommandLine(new Sample(console));
        return catchThrowableOfType(Exception.class, () -> {
            command.parseArgs(arguments);
            command.<Sample>getCommand().call();
        });
    }
}
