package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same state and the same command give the same record, byte for byte, whoever brought about the state. */
class DecidingAgainTest {
    private static final int COMMANDS = 400;
    private static final int CUTS = 4;

    @Invariant(19)
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shouldDecideTheSameAgainFromAnyRecordOn(long seed) {
        RouterHarness first = new RouterHarness(RandomLife.LIMITS);
        RandomLife life = new RandomLife(seed, first);
        life.begin();
        for (int command = 0; command < COMMANDS; command++) {
            life.step();
        }
        Random random = new Random(seed);
        for (int cut = 0; cut < CUTS; cut++) {
            int from = random.nextInt(first.records.size());
            RouterHarness second = new RouterHarness(RandomLife.LIMITS);
            first.records.subList(0, from).forEach(second::recover);
            for (byte[] record : first.records.subList(from, first.records.size())) {
                second.again(record);
                assertThat(second.records.get(second.records.size() - 1)).isEqualTo(record);
            }
            assertThat(second.router.stateHash()).isEqualTo(first.router.stateHash());
        }
    }
}
