package io.strowger.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.CommandKind;
import io.strowger.models.Head;
import org.junit.jupiter.api.Test;

class RoutingEventTest {
    private static final int LIMIT = 1 << 20;
    private final BufferPool pool = new BufferPool(1, 4096);

    @Test
    void shouldEqualANewOneAfterClear() {
        RoutingEvent event = new RoutingEvent(LIMIT, LIMIT);
        event.kind = CommandKind.RECEIVE_MESSAGE;
        event.organization = 3;
        event.publishedNanos = 4;
        event.responder = (decision, nanos, durable, token) -> {};
        event.token = 5;
        event.ackDecided = true;
        event.command.writeLong(6);
        event.textLength = 7;
        event.analysis.set(Head.INTENT, 8, 9);
        event.modelVersion = 10;
        event.decision.conversation = 11;
        event.record.writeLong(12);
        event.recordLength = 13;
        event.decidedNanos = 14;
        event.claimAnswer(15);

        event.clear(pool);

        assertThat(event)
                .usingRecursiveComparison()
                .ignoringFields("command.array", "record.array", "inlineCommand", "inlineRecord", "answered")
                .isEqualTo(new RoutingEvent(LIMIT, LIMIT));
    }

    @Test
    void shouldGiveLargeBuffersBackToThePool() {
        RoutingEvent event = new RoutingEvent(LIMIT, LIMIT);
        byte[] large = pool.take();
        event.command.swap(large);
        assertThat(pool.take()).as("the only buffer is in use").isNull();

        event.clear(pool);

        assertThat(pool.take()).isSameAs(large);
        assertThat(event.command.array()).hasSize(RoutingEvent.INLINE_BYTES);
    }

    @Test
    void shouldLetOnlyOneAnswer() {
        RoutingEvent event = new RoutingEvent(LIMIT, LIMIT);

        assertThat(event.claimAnswer(0)).isTrue();
        assertThat(event.claimAnswer(0)).isFalse();
    }

    @Test
    void shouldLetNobodyAnswerACommandWhoseSlotWentOn() {
        RoutingEvent event = new RoutingEvent(LIMIT, LIMIT);
        assertThat(event.claimAnswer(3)).isTrue();
        event.clear(pool);

        assertThat(event.claimAnswer(3)).as("late").isFalse();
        assertThat(event.claimAnswer(3 + 8)).as("the next command").isTrue();
    }
}
