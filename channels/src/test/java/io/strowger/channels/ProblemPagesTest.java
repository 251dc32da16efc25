package io.strowger.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemPagesTest {
    private static final Path PAGE = Path.of("..", "docs", "api", "problems.md");

    @Test
    void shouldListEveryTypeWithItsStatusAndNoOther() throws IOException {
        List<String> listed = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> {
                    String[] cells = line.split("\\|", -1);
                    return cells[1].strip() + " " + cells[2].strip();
                })
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(type -> "`" + type.slug() + "` " + type.status())
                        .toList());
    }
}
