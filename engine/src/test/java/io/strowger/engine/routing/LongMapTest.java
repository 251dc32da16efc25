package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongMapTest {
    private static final int STEPS = 20_000;
    private static final int IDS_KEPT = 500;

    private final LongMap<String> map = new LongMap<>();
    private final Map<Long, String> expected = new HashMap<>();

    @Test
    void shouldHoldWhatAHashMapHoldsWhenIdsComeInOrderAndLeaveInAny() {
        Random random = new Random(1891);
        List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= STEPS; id++) {
            put(id);
            ids.add(id);
            if (ids.size() > IDS_KEPT) {
                int leaving = random.nextInt(ids.size());
                remove(ids.set(leaving, ids.get(ids.size() - 1)));
                ids.remove(ids.size() - 1);
            }
        }

        assertSame(STEPS);
    }

    @Test
    void shouldHoldWhatAHashMapHoldsWhenIdsAreScattered() {
        Random random = new Random(1891);
        for (int step = 0; step < STEPS; step++) {
            long id = random.nextInt(2 * IDS_KEPT) * 0x1_0000_0001L;
            if (expected.containsKey(id)) {
                remove(id);
            } else {
                put(id);
            }
        }

        assertSame(2 * IDS_KEPT);
    }

    @Test
    void shouldIgnoreTheRemovalOfWhatIsNotThere() {
        put(7);

        map.remove(8);

        assertSame(10);
    }

    private void put(long id) {
        map.put(id, "value " + id);
        expected.put(id, "value " + id);
    }

    private void remove(long id) {
        map.remove(id);
        expected.remove(id);
    }

    private void assertSame(long upTo) {
        Collection<String> all = new ArrayList<>();
        map.forEach(all::add);
        assertThat(all).containsExactlyInAnyOrderElementsOf(expected.values());
        assertThat(map.size()).isEqualTo(expected.size());
        expected.forEach((id, value) -> assertThat(map.find(id)).isEqualTo(value));
        for (long id = 0; id <= upTo; id++) {
            assertThat(map.find(id)).isEqualTo(expected.get(id));
        }
    }
}
