package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.bench.net.AnswerCheck.Verdict;
import io.strowger.bench.rig.Texts;
import io.strowger.channels.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Texts TEXTS = Texts.load(100, 7);
    private static final String GOOD =
            "{\"messageId\":\"m-1\",\"conversationId\":\"c-1\",\"externalId\":\"run-0000000042\",\"sequence\":1,"
                    + "\"duplicate\":false,\"analysis\":{},\"route\":{},\"durable\":true,\"decisionMicros\":8.2}\n";

    @Test
    void shouldWriteTheMessageWithItsDigitsWhenSentAsALine() throws Exception {
        String line = written(MessageRequests.lines(TEXTS, "run", true), 12_345, 3);

        assertThat(line).endsWith("}\n");
        JsonNode message = JSON.readTree(line);
        assertThat(message.path("channel").asText()).isEqualTo("web-chat");
        assertThat(message.path("externalId").asText()).isEqualTo("run-0000012345");
        assertThat(message.path("conversation").asText()).isEqualTo("run-c000195");
        assertThat(message.path("contact").path("id").asText()).isEqualTo("run-c000195");
        assertThat(message.path("text").asText()).isEqualTo(TEXTS.text(12_345).toString());
        assertThat(message.path("ack").asText()).isEqualTo("decided");
    }

    @Test
    void shouldSayTheLengthOfTheBodyWhenSentOverHttp() throws Exception {
        MessageRequests requests = MessageRequests.http(TEXTS, "run", true, "host:1", "secret");
        for (long number = 0; number < TEXTS.count(); number++) {
            byte[] request = written(requests, number, 0).getBytes(StandardCharsets.UTF_8);

            assertThat(Framing.HTTP.end(request, 0, request.length)).isEqualTo(request.length);
            int body = HttpFraming.body(request, 0, request.length);
            assertThat(JSON.readTree(request, body, request.length - body)
                            .path("externalId")
                            .asText())
                    .isEqualTo("run-%010d", number);
        }
        assertThat(written(requests, 0, 0))
                .startsWith(
                        "POST /api/v1/messages?ack=decided HTTP/1.1\r\nHost: host:1\r\nAuthorization: Bearer secret\r\n");
    }

    @Test
    void shouldTellAnswersApartWhenTheyAreGoodRefusedOrWrong() {
        assertThat(verdict(GOOD, 42, false)).isEqualTo(Verdict.GOOD);
        assertThat(verdict(GOOD, 43, false)).as("another message's").isEqualTo(Verdict.WRONG);
        assertThat(verdict(GOOD.replace("run-", "old-"), 42, false)).isEqualTo(Verdict.WRONG);
        assertThat(verdict(GOOD.replace("duplicate\":false", "duplicate\":true"), 42, false))
                .isEqualTo(Verdict.WRONG);
        assertThat(verdict("{\"type\":\"x\",\"status\":400,\"externalId\":\"run-0000000042\"}\n", 42, false))
                .isEqualTo(Verdict.WRONG);
        assertThat(refusal(ProblemType.OVERLOADED)).isEqualTo(Verdict.REFUSED);
        assertThat(refusal(ProblemType.ORGANIZATION_LIMIT)).isEqualTo(Verdict.REFUSED);
        assertThat(refusal(ProblemType.JOURNAL_FULL)).isEqualTo(Verdict.WRONG);
        assertThat(refusal(ProblemType.CLOSED)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void shouldTakeAnAnswerThatIsNotDurableOnlyWhenThatWasAskedFor() {
        String early = GOOD.replace("durable\":true", "durable\":false");

        assertThat(verdict(early, 42, true)).isEqualTo(Verdict.GOOD);
        assertThat(verdict(early, 42, false)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void shouldJudgeTheBodyWhenTheAnswerIsAnHttpResponse() {
        byte[] response = ("HTTP/1.1 200 OK\r\ncontent-length: " + GOOD.length() + "\r\n\r\n" + GOOD)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(new MessageAnswers("run", true, false).check(42, 0, response, 0, response.length))
                .isEqualTo(Verdict.GOOD);
    }

    private static Verdict verdict(String answer, long number, boolean ackDecided) {
        byte[] bytes = ("{}\n" + answer).getBytes(StandardCharsets.UTF_8);
        return new MessageAnswers("run", false, ackDecided).check(number, 0, bytes, 3, bytes.length);
    }

    private static Verdict refusal(ProblemType type) {
        String answer = "{\"type\":\"" + type.uri() + "\",\"status\":" + type.status()
                + ",\"externalId\":\"run-0000000042\"}\n";
        return verdict(answer, 42, false);
    }

    private static String written(Requests requests, long number, int connection) {
        ByteBuffer into = ByteBuffer.allocateDirect(requests.maxBytes() + 1);
        into.put((byte) ' '); // messages don't begin where the buffer does
        requests.write(number, connection, into);
        return StandardCharsets.UTF_8.decode(into.flip().position(1)).toString();
    }
}
