package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended from outside leaves nothing behind: no process and no file. */
class PeersExitIT {
    @TempDir
    Path directory;

    @Test
    void shouldEndItsServersAndRemoveItsFilesWhenItIsEnded() throws Exception {
        Process run = start("redis", "--rounds", "1", "--seconds", "60");
        awaitLine(run, "redis: warming up");
        List<ProcessHandle> servers = run.descendants().toList();
        assertThat(servers).hasSizeGreaterThanOrEqualTo(2);

        run.destroy();

        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(servers).noneMatch(ProcessHandle::isAlive);
        assertThat(directory).isEmptyDirectory();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstrowger.home=" + Grounds.home(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.strowger.verticles.Main",
                "bench",
                "peers",
                "--no-results",
                "--directory",
                directory.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void awaitLine(Process run, String wanted) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        String line;
        while ((line = lines.readLine()) != null) {
            said.append(line).append('\n');
            if (line.contains(wanted)) {
                return;
            }
        }
        throw new AssertionError("it ended early:\n" + said);
    }
}
