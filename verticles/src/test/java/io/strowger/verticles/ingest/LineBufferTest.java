package io.strowger.verticles.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBufferTest {
    private static final int LIMIT = 100;

    @Test
    void shouldFindTheSameLinesWhereverTheBytesAreCut() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<String> expected = new ArrayList<>();
            StringBuilder sent = new StringBuilder();
            for (int line = 0; line < 20; line++) {
                int length = random.nextInt(10) == 0 ? LIMIT - 3 + random.nextInt(300) : random.nextInt(20);
                String content = Integer.toString(line)
                        .repeat(length / Integer.toString(line).length() + 1)
                        .substring(0, length);
                sent.append(content).append(random.nextBoolean() ? "\r\n" : "\n");
                expected.add(length > LIMIT ? "too long" : content);
            }
            sent.append("rest");
            expected.add("rest");

            assertThat(read(sent.toString(), random)).isEqualTo(expected);
        }
    }

    @Test
    void shouldHaveNoLastLineWhenTheTextEndsInALineFeedOrInALineThatIsTooLong() {
        assertThat(read("a\n", new Random(1))).containsExactly("a");
        assertThat(read("a\n" + "x".repeat(5_000), new Random(1))).containsExactly("a", "too long");
    }

    private static List<String> read(String text, Random random) {
        LineBuffer lines = new LineBuffer(LIMIT);
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(random.nextBoolean() ? 5 : 400));
            lines.append(Buffer.buffer(text.substring(at, end)));
            at = end;
            // What was found is taken now and then only, as by a connection that is held up.
            if (random.nextInt(3) > 0) {
                take(lines, found);
            }
        }
        take(lines, found);
        if (lines.last() == LineBuffer.Found.LINE) {
            found.add(text(lines));
        }
        return found;
    }

    private static void take(LineBuffer lines, List<String> found) {
        LineBuffer.Found next = lines.next();
        while (next != LineBuffer.Found.NOTHING) {
            found.add(next == LineBuffer.Found.LINE ? text(lines) : "too long");
            next = lines.next();
        }
    }

    private static String text(LineBuffer lines) {
        return new String(lines.array(), lines.lineStart(), lines.lineLength(), StandardCharsets.UTF_8);
    }
}
