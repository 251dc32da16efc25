package io.strowger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Servers.repository();

    @Test
    void shouldShowTheLinesThatTheEmbeddingTestRuns() throws IOException {
        String test = Files.readString(ROOT.resolve("engine/src/test/java/io/strowger/engine/EmbeddingTest.java"));
        List<String> lines = test.substring(
                        test.indexOf("OrganizationConfiguration shop ="), test.indexOf("assertThat(routed.queue())"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();

        List<String> readme = Files.readString(ROOT.resolve("README.md"))
                .lines()
                .map(String::strip)
                .toList();

        assertThat(readme).containsSubsequence(lines);
    }

    @Test
    void shouldNameTheDemoAndTheTestsAsItsFirstCommands() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(readme).containsSubsequence("./strowger demo", "./mvnw verify", "./strowger serve");
    }
}
