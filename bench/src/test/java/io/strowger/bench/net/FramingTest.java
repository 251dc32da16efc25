package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramingTest {
    @Test
    void shouldFindEachAnswerWhenLinesFollowEachOther() {
        assertThat(cut(Framing.LINES, "{\"a\":1}\n{}\n\n")).containsExactly("{\"a\":1}\n", "{}\n", "\n");
    }

    @Test
    void shouldFindEachAnswerWhenRedisAnswers() {
        assertThat(cut(
                        Framing.RESP,
                        "+OK\r\n:-12\r\n$5\r\na\r\nbc\r\n$-1\r\n*2\r\n$1\r\nx\r\n*1\r\n:7\r\n*0\r\n-ERR no\r\n"))
                .containsExactly(
                        "+OK\r\n",
                        ":-12\r\n",
                        "$5\r\na\r\nbc\r\n",
                        "$-1\r\n",
                        "*2\r\n$1\r\nx\r\n*1\r\n:7\r\n",
                        "*0\r\n",
                        "-ERR no\r\n");
    }

    @Test
    void shouldFindEachAnswerWhenHttpResponsesFollowEachOther() {
        String first = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: 4\r\n\r\n{\n\n}";
        String second = "HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\n\r\n";

        assertThat(cut(Framing.HTTP, first + second + first)).containsExactly(first, second, first);
    }

    @Test
    void shouldWaitWhenAnAnswerHasNotArrivedWhole() {
        assertNoPrefixIsWhole(Framing.LINES, "{\"a\":1}\n");
        assertNoPrefixIsWhole(Framing.RESP, "*3\r\n$5\r\nhello\r\n*1\r\n:1\r\n$-1\r\n");
        assertNoPrefixIsWhole(Framing.HTTP, "HTTP/1.1 200 OK\r\ncontent-length: 11\r\nx: y\r\n\r\nhello world");
    }

    @Test
    void shouldRefuseWhenTheAnswerIsOfAnotherProtocol() {
        byte[] bytes = "HTTP/1.1 400\r\n\r\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Framing.RESP.end(bytes, 0, bytes.length)).hasMessageContaining("Redis");
        assertThatThrownBy(() -> Framing.HTTP.end(bytes, 0, bytes.length)).hasMessageContaining("length");
    }

    private static List<String> cut(Framing framing, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> answers = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = framing.end(bytes, start, bytes.length);
            assertThat(end).isGreaterThan(start);
            answers.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
            start = end;
        }
        return answers;
    }

    private static void assertNoPrefixIsWhole(Framing framing, String answer) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < bytes.length; length++) {
            assertThat(framing.end(bytes, 0, length)).as("%d bytes", length).isEqualTo(Framing.NOT_WHOLE);
        }
        assertThat(framing.end(bytes, 0, bytes.length)).isEqualTo(bytes.length);
    }
}
