package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.verticles.cli.CommandRunner;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void shouldSuggestAPeerForANameThatNoneHas() {
        assertThat(run("redsi")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err())
                .contains(
                        "there is no peer 'redsi'; there are disruptor, queue, http, redis, postgres, fasttext, lingua; did you mean redis?");
    }

    @Test
    void shouldRefuseRoundsThatAreNone() {
        assertThat(run("queue", "--rounds", "0")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err()).contains("--rounds is 0, it must be 1 to 1000");
    }

    @Test
    void shouldRefuseADirectoryThatIsNone() {
        assertThat(run("queue", "--directory", "nowhere")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err()).contains("nowhere is no directory that can be written to");
    }

    @Test
    void shouldFailWithTheMissingPackageWhenNothingIsInstalled() {
        assertThat(run("fasttext")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("nothing was compared: there is no fasttext: Debian's package fasttext brings it");
    }

    @Test
    void shouldSayWhereTheJarsOfLinguaComeFrom() {
        assertThat(run("lingua")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("nothing was compared: there are no jars of lingua", "--jars");
        assertThat(run("lingua", "--jars", "nowhere")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err()).contains("nowhere is no directory that can be read");
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
