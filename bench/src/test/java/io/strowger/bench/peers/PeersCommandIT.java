package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.verticles.cli.CommandRunner;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersCommandIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void shouldSkipWhatIsNotInstalledAndMeasureTheRest() throws Exception {
        int exitCode = run(
                "fasttext",
                "queue",
                "--rounds",
                "1",
                "--seconds",
                "1",
                "--rate",
                "1000",
                "--no-results",
                "--json",
                "--directory",
                directory.toString());

        assertThat(exitCode).as(err()).isEqualTo(ExitCode.DONE);
        assertThat(err()).contains("fasttext is skipped: there is no fasttext");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"queues\"").contains("\"decision p99\"");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    private int run(String... arguments) {
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("PATH", ""),
                directory,
                Grounds.home(),
                false);
        String[] all =
                Stream.concat(Stream.of("bench", "peers"), Stream.of(arguments)).toArray(String[]::new);
        return new CommandRunner(console).run(all);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
