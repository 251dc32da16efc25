package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingWheelTest {
    private static final long EPOCH = 1_790_000_000_123_456_789L;
    private static final long MILLI = 1_000_000;

    private final TimingWheel wheel = new TimingWheel();
    private final Timer fired = new Timer();

    @Test
    void shouldFireNothingWhenNothingIsArmed() {
        assertThat(wheel.poll(EPOCH, fired)).isFalse();
        assertThat(wheel.nextDeadline()).isEqualTo(TimingWheel.NO_DEADLINE);
        assertThat(wheel.size()).isZero();
    }

    @Test
    void shouldFireNotANanosecondEarlyWhenATimerIsDueWithinAMillisecond() {
        wheel.poll(EPOCH, fired);
        wheel.arm(7, 11, 13, EPOCH + 5);
        assertThat(wheel.nextDeadline()).isEqualTo(EPOCH + 5);
        assertThat(wheel.poll(EPOCH + 4, fired)).isFalse();
        assertThat(wheel.poll(EPOCH + 5, fired)).isTrue();
        assertThat(fired.kind).isEqualTo(7);
        assertThat(fired.owner).isEqualTo(11);
        assertThat(fired.ownerSub).isEqualTo(13);
        assertThat(fired.dueAt).isEqualTo(EPOCH + 5);
        assertThat(fired.seq).isEqualTo(1);
        assertThat(wheel.poll(EPOCH + 5, fired)).isFalse();
    }

    @Test
    void shouldFireByDueTimeThenByOrderOfArmingWhenManyAreOverdue() {
        wheel.arm(1, 1, 0, EPOCH + 3 * MILLI);
        wheel.arm(1, 2, 0, EPOCH);
        wheel.arm(1, 3, 0, EPOCH + 3 * MILLI);
        wheel.arm(1, 4, 0, EPOCH - TimeUnit.DAYS.toNanos(3));
        wheel.arm(1, 5, 0, EPOCH + 1);
        assertThat(drain(EPOCH + TimeUnit.DAYS.toNanos(1))).containsExactly(4L, 2L, 5L, 1L, 3L);
    }

    @Test
    void shouldNeverFireWhenCancelled() {
        long first = wheel.arm(1, 1, 0, EPOCH);
        long second = wheel.arm(1, 2, 0, EPOCH + TimeUnit.HOURS.toNanos(1));
        assertThat(wheel.isArmed(first)).isTrue();
        assertThat(wheel.cancel(first)).isTrue();
        assertThat(wheel.isArmed(first)).isFalse();
        assertThat(wheel.cancel(first)).isFalse();
        assertThat(drain(EPOCH + TimeUnit.DAYS.toNanos(1))).containsExactly(2L);
        assertThat(wheel.cancel(second)).isFalse();
        assertThat(wheel.cancel(TimingWheel.NO_TIMER)).isFalse();
    }

    @Test
    void shouldNotCancelAnotherTimerWhenTheIdIsOfOneThatIsGone() {
        long gone = wheel.arm(1, 1, 0, EPOCH);
        wheel.cancel(gone);
        long present = wheel.arm(1, 2, 0, EPOCH);
        assertThat(wheel.cancel(gone)).isFalse();
        assertThat(wheel.isArmed(present)).isTrue();
    }

    @Test
    void shouldTakeCancelsAndNewTimersIntoAccountWhenPolling() {
        wheel.arm(1, 1, 0, EPOCH);
        long doomed = wheel.arm(1, 2, 0, EPOCH + 1);
        wheel.arm(1, 3, 0, EPOCH + 2);
        assertThat(wheel.poll(EPOCH + MILLI, fired)).isTrue();
        wheel.cancel(doomed);
        wheel.arm(1, 4, 0, EPOCH + 1);
        assertThat(drain(EPOCH + MILLI)).containsExactly(4L, 3L);
    }

    @Test
    void shouldReachAFarDeadlineInFewStepsWhenItSleepsUntilTheNext() {
        wheel.poll(EPOCH, fired);
        long dueAt = EPOCH + TimeUnit.DAYS.toNanos(400) + 7;
        wheel.arm(1, 1, 0, dueAt);
        int steps = 0;
        long now = EPOCH;
        while (!wheel.poll(now, fired)) {
            assertThat(wheel.nextDeadline()).isGreaterThan(now).isLessThanOrEqualTo(dueAt);
            now = wheel.nextDeadline();
            steps++;
        }
        assertThat(now).isEqualTo(dueAt);
        assertThat(steps).isLessThanOrEqualTo(9);
    }

    @Test
    void shouldTakeTheLastInstantThereIsWhenSomethingNeverEnds() {
        wheel.arm(1, 1, 0, Long.MAX_VALUE);
        assertThat(wheel.poll(EPOCH, fired)).isFalse();
        assertThat(wheel.nextDeadline()).isGreaterThan(EPOCH);
        assertThat(wheel.poll(Long.MAX_VALUE, fired)).isTrue();
    }

    @Test
    void shouldRefuseAnInstantBeforeTheEpoch() {
        assertThatThrownBy(() -> wheel.arm(1, 1, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldHaveTheSameHashWhenRestoredInAnotherOrder() {
        Random random = new Random(5);
        List<Timer> snapshot = new ArrayList<>();
        for (int index = 0; index < 500; index++) {
            long id = wheel.arm(index % 5, index, -index, EPOCH + random.nextInt(1_000_000_000));
            if (index % 3 == 0) {
                wheel.cancel(id);
            }
        }
        wheel.poll(EPOCH + 500_000_000, fired);
        wheel.forEach(timer -> snapshot.add(0, copy(timer)));
        assertThat(snapshot).hasSize(wheel.size());

        TimingWheel other = new TimingWheel();
        snapshot.forEach(t -> other.restore(t.kind, t.owner, t.ownerSub, t.dueAt, t.seq));
        assertThat(other.stateHash()).isNotEqualTo(wheel.stateHash());
        other.nextSeq(wheel.nextSeq());
        assertThat(other.stateHash()).isEqualTo(wheel.stateHash());
        long later = EPOCH + TimeUnit.DAYS.toNanos(1);
        Timer otherFired = new Timer();
        while (wheel.poll(later, fired)) {
            assertThat(other.poll(later, otherFired)).isTrue();
            assertThat(otherFired.seq).isEqualTo(fired.seq);
            assertThat(otherFired.kind).isEqualTo(fired.kind);
            assertThat(otherFired.ownerSub).isEqualTo(fired.ownerSub);
        }
        assertThat(other.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldBehaveLikeASortedMapWhenAnythingHappens(long seed) {
        Random random = new Random(seed);
        TreeMap<Key, Long> model = new TreeMap<>();
        List<Map.Entry<Key, Long>> known = new ArrayList<>();
        // From all within a few ticks to all over the years.
        long spread = 1L << (4 + random.nextInt(56));
        long now = EPOCH;
        for (int step = 0; step < 50_000; step++) {
            int action = random.nextInt(10);
            if (action < 5) {
                long dueAt = Math.max(0, now - spread / 8 + (random.nextLong() >>> 1) % spread);
                Key key = new Key(dueAt, wheel.nextSeq());
                long id = wheel.arm(1, key.seq(), 0, dueAt);
                model.put(key, id);
                known.add(Map.entry(key, id));
            } else if (action < 7 && !known.isEmpty()) {
                Map.Entry<Key, Long> some = known.get(random.nextInt(known.size()));
                assertThat(wheel.cancel(some.getValue())).isEqualTo(model.remove(some.getKey()) != null);
            } else {
                now += (random.nextLong() >>> 1) % Math.max(1, spread / 256);
                for (int polls = random.nextInt(20); polls > 0; polls--) {
                    boolean expected = !model.isEmpty() && model.firstKey().dueAt() <= now;
                    assertThat(wheel.poll(now, fired)).isEqualTo(expected);
                    if (expected) {
                        assertThat(new Key(fired.dueAt, fired.seq))
                                .isEqualTo(model.pollFirstEntry().getKey());
                    }
                }
            }
            assertThat(wheel.size()).isEqualTo(model.size());
            if (model.isEmpty()) {
                assertThat(wheel.nextDeadline()).isEqualTo(TimingWheel.NO_DEADLINE);
            } else {
                assertThat(wheel.nextDeadline())
                        .isLessThanOrEqualTo(model.firstKey().dueAt());
            }
        }
    }

    @Test
    void shouldAllocateNothingWhenThereAreNoMoreTimersThanBefore() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] ids = new long[1_000];
        churn(ids, EPOCH, 100_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        churn(ids, EPOCH + TimeUnit.HOURS.toNanos(1), 100_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isZero();
    }

    private void churn(long[] ids, long from, int steps) {
        for (int step = 0; step < steps; step++) {
            long now = from + step * 10_000L;
            wheel.cancel(ids[step % ids.length]);
            ids[step % ids.length] = wheel.arm(1, step, 0, now + (step * 7_919L) % 50_000_000);
            wheel.poll(now, fired);
        }
    }

    private List<Long> drain(long now) {
        List<Long> owners = new ArrayList<>();
        while (wheel.poll(now, fired)) {
            owners.add(fired.owner);
        }
        return owners;
    }

    private static Timer copy(Timer timer) {
        Timer copy = new Timer();
        copy.kind = timer.kind;
        copy.owner = timer.owner;
        copy.ownerSub = timer.ownerSub;
        copy.dueAt = timer.dueAt;
        copy.seq = timer.seq;
        return copy;
    }

    private record Key(long dueAt, long seq) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return dueAt != other.dueAt ? Long.compare(dueAt, other.dueAt) : Long.compare(seq, other.seq);
        }
    }
}
