package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitProbeTest {
    @TempDir
    private Path home;

    @Test
    void shouldKnowNoCommitOutsideARepository() {
        assertThat(GitProbe.take(home).commit()).isNull();
        assertThat(GitProbe.take(home).version()).isNotBlank();
    }

    @Test
    void shouldNameTheCommitAndWhetherFilesDiffer() throws Exception {
        makeRepository();
        assertThat(GitProbe.take(home).commit()).matches("[0-9a-f]{40,64}");
        assertThat(GitProbe.take(home).dirty()).isFalse();
        Files.writeString(home.resolve("New.java"), "class New {}");
        assertThat(GitProbe.take(home).dirty()).isTrue();
    }

    @Test
    void shouldNotCallResultsAChange() throws Exception {
        makeRepository();
        Files.createDirectories(home.resolve("bench/results/x"));
        Files.writeString(home.resolve("bench/results/x/README.md"), "x");
        assertThat(GitProbe.take(home).dirty()).isFalse();
    }

    @Test
    void shouldNotTakeSomebodyElsesRepositoryForOurs() throws Exception {
        makeRepository();
        assertThat(GitProbe.take(Files.createDirectory(home.resolve("within"))).commit())
                .isNull();
    }

    private void makeRepository() throws Exception {
        assumeThat(git("init", "-q")).as("git is installed").isTrue();
        Files.writeString(home.resolve("Old.java"), "class Old {}");
        git("add", "Old.java");
        assertThat(git(
                        "-c",
                        "user.name=x",
                        "-c",
                        "user.email=x@example.org",
                        "-c",
                        "commit.gpgsign=false",
                        "commit",
                        "-q",
                        "-m",
                        "Begin"))
                .isTrue();
    }

    private boolean git(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
