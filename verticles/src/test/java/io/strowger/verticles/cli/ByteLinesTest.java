package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteLinesTest {
    @Test
    void shouldCutAtBothKindsOfLineEnds() throws IOException {
        assertThat(lines("a\nb\r\n\nc")).containsExactly("a", "b", "", "c");
    }

    @Test
    void shouldGiveNothingForNothing() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void shouldGiveLinesThatAreLongerThanItsBuffer() throws IOException {
        String longLine = "x".repeat(200_000);
        assertThat(lines("a\n" + longLine + "\nb\n")).containsExactly("a", longLine, "b");
    }

    private static List<String> lines(String text) throws IOException {
        ByteLines lines = new ByteLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> result = new ArrayList<>();
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            result.add(new String(line, StandardCharsets.UTF_8));
        }
        return result;
    }
}
