package io.strowger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.verticles.cli.CommandRunner;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

class BenchCommandTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldListTheBenchmarksWhenNoneIsNamed() {
        assertThat(run("bench")).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).contains("Benchmarks:", "Examples:").contains(names());
        assertThat(text(err)).isEmpty();
    }

    @Test
    void shouldListTheBenchmarksWhenAskedForHelp() {
        assertThat(run("bench", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).contains("Benchmarks:", "Examples:").contains(names());
    }

    @Test
    void shouldShowExamplesForEachBenchmark() {
        for (String name : names()) {
            out.reset();
            assertThat(run("bench", name, "--help")).isEqualTo(ExitCode.DONE);
            assertThat(text(out)).contains("Usage: strowger bench " + name, "Examples:", "./strowger bench " + name);
        }
    }

    @Test
    void shouldSuggestTheBenchmarkThatWasMeant() {
        assertThat(run("bench", "pears", "--json")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(text(err))
                .startsWith("strowger: unknown benchmark 'pears'. Did you mean 'peers'?")
                .contains("Try './strowger bench --help'.");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void shouldRefuseATopicThatCannotNameAFolder() {
        for (String topic : List.of("../elsewhere", "a/b", "", " ", ".hidden", "new\nline", "-x")) {
            err.reset();
            assertThat(run("bench", "peers", "--topic=" + topic)).isEqualTo(ExitCode.WRONG_CALL);
            assertThat(text(err)).contains("cannot name a results folder");
        }
        assertThat(directory).isEmptyDirectory();
    }

    private static String[] names() {
        CommandSpec bench =
                (CommandSpec) new BenchCommands().commands(Console.ofProcess()).get(0);
        assertThat(bench.subcommands()).isNotEmpty();
        return bench.subcommands().keySet().toArray(String[]::new);
    }

    private int run(String... arguments) {
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                directory,
                directory,
                false);
        return new CommandRunner(console).run(arguments);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
