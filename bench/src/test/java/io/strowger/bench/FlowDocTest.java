package io.strowger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FlowDocTest {
    private static final Pattern LISTED = Pattern.compile("(?m)^\\d\\. `([^`]+)`: ");

    @Test
    void shouldListNineFilesThatExist() throws IOException {
        Path root = Servers.repository();
        List<String> files = LISTED.matcher(Files.readString(root.resolve("docs/flow.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(files).hasSize(9);
        assertThat(files).allSatisfy(file -> assertThat(root.resolve(file)).isRegularFile());
    }
}
