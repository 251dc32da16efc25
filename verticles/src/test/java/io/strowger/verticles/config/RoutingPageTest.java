package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/routing.md shows what the examples contain: each paragraph of a block stands in the file that was linked last. */
class RoutingPageTest {
    private static final Pattern LINK = Pattern.compile("\\.\\./(conf/examples/[a-z-]+/organization\\.yaml)");
    private static final Path ROOT = Path.of("..");

    @Test
    void shouldShowExcerptsAsTheyStandInTheExamples() throws IOException {
        String linked = "";
        List<String> excerpt = new ArrayList<>();
        boolean inBlock = false;
        int excerpts = 0;
        for (String line : Files.readAllLines(ROOT.resolve("docs/routing.md"))) {
            Matcher link = LINK.matcher(line);
            if (!inBlock && link.find()) {
                linked = link.group(1);
            } else if (line.startsWith("```") || inBlock && line.isBlank()) {
                if (!excerpt.isEmpty()) {
                    assertThat(Files.readAllLines(ROOT.resolve(linked)))
                            .as(linked)
                            .containsSequence(excerpt);
                    excerpts++;
                    excerpt.clear();
                }
                inBlock = !line.startsWith("```") || line.equals("```yaml");
            } else if (inBlock) {
                excerpt.add(line);
            }
        }
        assertThat(excerpts).isEqualTo(10);
    }
}
