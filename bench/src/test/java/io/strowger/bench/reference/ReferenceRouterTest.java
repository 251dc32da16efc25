package io.strowger.bench.reference;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine's router decides as the reference does. More with {@code -Dreference.seeds=N -Dreference.commands=M}. */
class ReferenceRouterTest {
    private static final int SEEDS = Integer.getInteger("reference.seeds", 300);
    private static final int COMMANDS = Integer.getInteger("reference.commands", 2_000);
    private static final long FIRST_SEED = Long.getLong("reference.firstSeed", 1);

    @Test
    void shouldDecideAsTheReferenceWhenCommandsAreRandom() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            List<Step> steps = Step.steps(seed, COMMANDS);
            String difference = DifferentialRun.difference(seed, steps);
            if (difference != null) {
                List<Step> shortest = Shrinking.shortest(seed, steps);
                fail("seed " + seed + ", " + difference + "\nshortest failing run: " + shortest.size() + " commands, "
                        + DifferentialRun.difference(seed, shortest) + "\n" + shortest);
            }
        }
    }
}
