package io.strowger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.verticles.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

class ReadmeTest {
    private static final Path ROOT = Servers.repository();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

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

    @Test
    void shouldNameEveryBenchmark() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String performance = Files.readString(ROOT.resolve("docs/performance.md"));
        CommandSpec bench =
                (CommandSpec) new BenchCommands().commands(Console.ofProcess()).get(0);

        for (String name : bench.subcommands().keySet()) {
            assertThat(readme).contains("`bench " + name + "`");
            assertThat(performance).contains("./strowger bench " + name);
        }
    }

    @Test
    void shouldLinkWhatIsThere() throws IOException {
        for (String page : List.of("README.md", "ARCHITECTURE.md", "docs/performance.md")) {
            Path file = ROOT.resolve(page);
            Matcher links = LINK.matcher(Files.readString(file));
            while (links.find()) {
                assertThat(file.resolveSibling(links.group(1))).as(page).exists();
            }
        }
    }
}
