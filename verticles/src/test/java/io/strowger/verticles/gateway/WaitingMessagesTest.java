package io.strowger.verticles.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.ingress.MessageIngress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingMessagesTest {
    private static final int PLENTY = 1_000_000;

    private final ArrayDeque<Runnable> announced = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private final WaitingMessages waiting = new WaitingMessages(announced::add, () -> this.nanos);
    private long nanos;
    private int places;
    private int buffers;
    private boolean open = true;

    @Test
    void shouldLetOrdinaryMessagesPassWhenALargeOneWaitsForABuffer() {
        add("large", true, 4_000);
        add("a", false, 100);
        add("b", false, 100);
        places = PLENTY;

        round();

        assertThat(log).containsExactly("a published", "b published");
        assertThat(waiting.isHeldUp(true)).isTrue();
        assertThat(waiting.isHeldUp(false)).isFalse();

        buffers = 1;
        round();

        assertThat(log).endsWith("large published");
        assertThat(announced).isEmpty();
    }

    @Test
    void shouldTryEachKindOnceARoundWhenThereIsNoRoom() {
        Message first = add("a", false, 100);
        Message second = add("b", false, 100);
        Message large = add("l", true, 100);

        round();
        round();

        assertThat(first.tries).isEqualTo(2);
        assertThat(second.tries).isZero();
        assertThat(large.tries).isEqualTo(2);
        assertThat(announced).hasSize(1);
    }

    @Test
    void shouldKeepTheOrderWhenThereIsRoomForSomeOnly() {
        add("a", false, 100);
        add("b", false, 100);
        add("c", false, 100);
        places = 2;

        round();

        assertThat(log).containsExactly("a published", "b published");
        assertThat(waiting.isHeldUp(false)).isTrue();
    }

    @Test
    void shouldRefuseAfterALastTryWhenTheTimeIsUp() {
        Message first = add("a", false, 100);
        Message second = add("b", false, 100);
        nanos = WaitingMessages.LONGEST_WAIT_NANOS / 2;
        add("c", false, 100);
        nanos = WaitingMessages.LONGEST_WAIT_NANOS;

        round();

        assertThat(log).containsExactly("a refused -1", "b refused -1");
        assertThat(first.tries).isOne();
        assertThat(second.tries).isZero();

        places = PLENTY;
        nanos *= 2;
        round();

        assertThat(log).endsWith("c published");
    }

    @Test
    void shouldLetNobodyWaitWhenTooManyDo() {
        for (int number = 0; number < WaitingMessages.MOST; number++) {
            assertThat(waiting.tryAdd(new Message("m", false, 1))).isTrue();
        }

        assertThat(waiting.tryAdd(new Message("m", false, 1))).isFalse();
        assertThat(waiting.tryAdd(new Message("m", true, 1))).isFalse();
    }

    @Test
    void shouldLetNobodyWaitWhenTheyHoldTooManyBytes() {
        int quarter = (int) (WaitingMessages.MOST_BYTES / 4);
        for (int number = 0; number < 4; number++) {
            assertThat(waiting.tryAdd(new Message("m", true, quarter))).isTrue();
        }

        assertThat(waiting.tryAdd(new Message("m", false, 1))).isFalse();

        places = PLENTY;
        buffers = 1;
        round();

        assertThat(waiting.tryAdd(new Message("m", false, quarter))).isTrue();
        assertThat(waiting.tryAdd(new Message("m", false, 1))).isFalse();
    }

    @Test
    void shouldForgetThoseWhoHaveGone() {
        Message gone = add("a", false, 100);
        gone.abandoned = true;
        add("b", false, 100);
        places = 1;

        round();

        assertThat(log).containsExactly("b published");
        assertThat(gone.tries).isZero();
    }

    @Test
    void shouldTellTheReasonWhenItIsNoLongerThatOfNoRoom() {
        add("a", false, 100);
        open = false;

        round();

        assertThat(log).containsExactly("a refused -2");
    }

    @Test
    void shouldAnswerEverybodyWhenTheServerEnds() {
        add("a", false, 100);
        add("l", true, 100);

        waiting.close();

        assertThat(log).containsExactly("a refused -2", "l refused -2");
        assertThat(waiting.tryAdd(new Message("m", false, 1))).isFalse();

        round();

        assertThat(log).hasSize(2);
    }

    private Message add(String name, boolean isLarge, int bytes) {
        Message message = new Message(name, isLarge, bytes);
        assertThat(waiting.tryAdd(message)).isTrue();
        return message;
    }

    private void round() {
        announced.remove().run();
    }

    private final class Message implements WaitingMessages.Candidate {
        private final String name;
        private final boolean isLarge;
        private final int bytes;
        private boolean abandoned;
        private int tries;

        private Message(String name, boolean isLarge, int bytes) {
            this.name = name;
            this.isLarge = isLarge;
            this.bytes = bytes;
        }

        @Override
        public long tryPublish() {
            tries++;
            if (!open) {
                return MessageIngress.REFUSED_CLOSED;
            }
            if (places == 0 || isLarge && buffers == 0) {
                return MessageIngress.REFUSED_FULL;
            }
            places--;
            buffers -= isLarge ? 1 : 0;
            log.add(name + " published");
            return 1;
        }

        @Override
        public void refuse(long code) {
            log.add(name + " refused " + code);
        }

        @Override
        public boolean isAbandoned() {
            return abandoned;
        }

        @Override
        public int bytes() {
            return bytes;
        }

        @Override
        public boolean isLarge() {
            return isLarge;
        }
    }
}
