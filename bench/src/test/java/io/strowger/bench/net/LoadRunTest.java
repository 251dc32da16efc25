package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.bench.net.AnswerCheck.Verdict;
import io.strowger.bench.rig.Schedule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadRunTest {
    private static final long MILLI = 1_000_000;
    private static final byte[] ANSWER = "ok\n".getBytes(StandardCharsets.UTF_8);
    private static final AnswerCheck ALL_GOOD = (number, connection, bytes, from, to) -> Verdict.GOOD;

    private static final LongConsumer NOBODY = elapsed -> {};

    private final List<PipelinedConnection> connections = new ArrayList<>();
    private final NumberedLines lines = new NumberedLines();

    @AfterEach
    void close() {
        connections.forEach(PipelinedConnection::close);
    }

    @Test
    void shouldSendTheWholeScheduleWhenTheServerKeepsUp() throws Exception {
        try (NullServer server = NullServer.start(Framing.LINES, ANSWER)) {
            connect(server, 2, 4);

            LoadResult result =
                    LoadRun.run(connections, new LoadPlan(every(MILLI), 20 * MILLI, 100 * MILLI), ALL_GOOD, NOBODY);

            assertThat(lines.written).hasSize(120).isSorted();
            assertThat(result.due()).isEqualTo(100);
            assertThat(result.good()).isEqualTo(100);
            assertThat(result.lost()).isZero();
            assertThat(result.wrong()).isZero();
            assertThat(result.answerTime().getTotalCount()).isEqualTo(100);
            assertThat(result.answerTime().getMaxValue())
                    .isGreaterThanOrEqualTo(result.serviceTime().getMaxValue());
        }
    }

    @Test
    void shouldChargeTheWaitToTheMessageWhenTheDepthIsUsed() throws Exception {
        try (NullServer server = NullServer.start(Framing.LINES, ANSWER)) {
            connect(server, 1, 1);
            // All are due at once, one can be on its way: each next one waits for the one before.
            Schedule together = intended -> lines.written.size() < 50 ? intended : Long.MAX_VALUE;

            LoadResult result = LoadRun.run(connections, new LoadPlan(together, 0, 50 * MILLI), ALL_GOOD, NOBODY);

            assertThat(result.good()).isEqualTo(50);
            assertThat(result.answerTime().getMaxValue())
                    .isGreaterThan(result.serviceTime().getMinNonZeroValue() * 10);
        }
    }

    @Test
    void shouldCountApartWhenAnswersAreRefusedOrWrong() throws Exception {
        try (NullServer server = NullServer.start(Framing.LINES, ANSWER)) {
            connect(server, 1, 8);
            AnswerCheck check = (number, connection, bytes, from, to) ->
                    number % 10 == 0 ? Verdict.REFUSED : number == 7 ? Verdict.WRONG : Verdict.GOOD;

            LoadResult result = LoadRun.run(connections, new LoadPlan(every(MILLI), 0, 50 * MILLI), check, NOBODY);

            assertThat(result.refused()).isEqualTo(5);
            assertThat(result.wrong()).isEqualTo(1);
            assertThat(result.good()).isEqualTo(44);
            assertThat(result.firstWrong()).isEqualTo("ok");
        }
    }

    @Test
    void shouldGiveEachAnswerTheNumberOfItsRequestWhenTheLoopIsClosed() throws Exception {
        try (NullServer server = NullServer.start(Framing.LINES, ANSWER)) {
            connect(server, 3, 5);
            List<List<Long>> answered = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            AnswerCheck check = (number, connection, bytes, from, to) -> {
                answered.get(connection).add(number);
                return Verdict.GOOD;
            };

            LoadResult result = LoadRun.run(connections, new LoadPlan(null, 0, 50 * MILLI), check, NOBODY);

            assertThat(result.lost()).isZero();
            assertThat(answered).allSatisfy(numbers -> assertThat(numbers).isSorted());
            assertThat(answered.stream().mapToInt(List::size).sum()).isEqualTo(lines.written.size());
        }
    }

    @Test
    void shouldFailWhenTheServerEndsTheConnection() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            connections.add(PipelinedConnection.open(
                    (InetSocketAddress) listening.getLocalSocketAddress(), 0, 1, Framing.LINES, lines));
            listening.accept().close();

            assertThatThrownBy(
                            () -> LoadRun.run(connections, new LoadPlan(every(MILLI), 0, 50 * MILLI), ALL_GOOD, NOBODY))
                    .isInstanceOf(IOException.class);
        }
    }

    private void connect(NullServer server, int count, int depth) throws IOException {
        for (int number = 0; number < count; number++) {
            connections.add(PipelinedConnection.open(server.address(), number, depth, Framing.LINES, lines));
        }
    }

    private static Schedule every(long nanos) {
        return intended -> intended + nanos;
    }
}
