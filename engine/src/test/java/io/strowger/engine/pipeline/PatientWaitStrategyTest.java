package io.strowger.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class PatientWaitStrategyTest {
    private static final long WANTED = 3;

    private final PatientWaitStrategy waiting = new PatientWaitStrategy(0, 0);
    private final RingBuffer<RoutingEvent> ring =
            RingBuffer.createMultiProducer(() -> new RoutingEvent(1, 1), 8, waiting);
    private final SequenceBarrier barrier = ring.newBarrier();
    private final Sequence cursor = new Sequence();
    private final Sequence stage = new Sequence();

    @Test
    void shouldReturnHowFarItIsWhenItIsThere() throws Exception {
        cursor.set(5);

        assertThat(waiting.waitFor(WANTED, cursor, cursor, barrier)).isEqualTo(5);
    }

    @Test
    void shouldWakeTheFirstStageWhenSomebodyPublishes() {
        CompletableFuture<Long> waiter = waitFor(cursor);

        cursor.set(WANTED);
        waiting.signalAllWhenBlocking();

        assertThat(waiter.join()).isEqualTo(WANTED);
    }

    @Test
    void shouldWakeAStageWhenTheOneBeforeItReleasesEvents() throws Exception {
        cursor.set(7);
        CompletableFuture<Long> waiter = waitFor(stage);
        Releasing handler = new Releasing();
        StageProgress<RoutingEvent> progress = new StageProgress<>(handler, ring, waiting, 1);
        progress.setSequenceCallback(stage);

        handler.released.set(WANTED);

        assertThat(waiter.join()).isEqualTo(WANTED);
    }

    @Test
    void shouldMoveAStagesSequenceOnWhenItsBatchEnds() throws Exception {
        StageProgress<RoutingEvent> progress = new StageProgress<>(new Releasing(), ring, waiting, 64);
        progress.setSequenceCallback(stage);

        progress.onEvent(new RoutingEvent(1, 1), 1, false);
        assertThat(stage.get()).isEqualTo(-1);

        progress.onEvent(new RoutingEvent(1, 1), 2, true);
        assertThat(stage.get()).isEqualTo(2);
    }

    @Test
    void shouldNoticeAnAlertWhenNothingHappens() {
        CompletableFuture<Long> waiter = waitFor(stage);

        barrier.alert();

        assertThatThrownBy(waiter::join).hasCauseInstanceOf(AlertException.class);
    }

    private CompletableFuture<Long> waitFor(Sequence awaited) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return waiting.waitFor(WANTED, cursor, awaited, barrier);
            } catch (AlertException | InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static final class Releasing implements EventHandler<RoutingEvent> {
        private Sequence released = new Sequence();

        @Override
        public void setSequenceCallback(Sequence sequence) {
            released = sequence;
        }

        @Override
        public void onEvent(RoutingEvent event, long sequence, boolean endOfBatch) {}
    }
}
