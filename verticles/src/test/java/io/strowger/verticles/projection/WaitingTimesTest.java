package io.strowger.verticles.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WaitingTimesTest {
    private final WaitingTimes times = new WaitingTimes();

    @Test
    void shouldKnowNoTimeWhenNothingWaits() {
        assertThat(times.count()).isZero();
        assertThat(times.earliest()).isZero();

        times.enter(7);
        times.leave(7);

        assertThat(times.count()).isZero();
        assertThat(times.earliest()).isZero();
    }

    @Test
    void shouldKeepEqualTimesApartWhenOneLeaves() {
        times.enter(7);
        times.enter(7);
        times.enter(9);

        times.leave(7);

        assertThat(times.count()).isEqualTo(2);
        assertThat(times.earliest()).isEqualTo(7);
    }

    @Test
    void shouldAgreeWithASortedMapWhateverEntersAndLeaves() {
        Random random = new Random(1891);
        TreeMap<Long, Integer> expected = new TreeMap<>();
        List<Long> inside = new ArrayList<>();
        for (int step = 0; step < 200_000; step++) {
            if (inside.isEmpty() || random.nextInt(100) < (step / 20_000 % 2 == 0 ? 60 : 40)) {
                long instant = step / 3 + random.nextInt(50);
                times.enter(instant);
                inside.add(instant);
                expected.merge(instant, 1, Integer::sum);
            } else {
                int index = random.nextInt(inside.size());
                long instant = inside.set(index, inside.get(inside.size() - 1));
                inside.remove(inside.size() - 1);
                times.leave(instant);
                expected.computeIfPresent(instant, (key, count) -> count == 1 ? null : count - 1);
            }
            assertThat(times.count()).isEqualTo(inside.size());
            if (step % 7 == 0) {
                assertThat(times.earliest()).isEqualTo(expected.isEmpty() ? 0 : expected.firstKey());
            }
        }
    }

    @Test
    void shouldForgetThoseThatLeftWhenNobodyAsks() {
        times.enter(1);
        for (long instant = 2; instant < 1_000_000; instant++) {
            times.enter(instant);
            times.leave(instant);
        }

        assertThat(times.kept()).isLessThan(10_000);
        assertThat(times.earliest()).isEqualTo(1);
    }
}
