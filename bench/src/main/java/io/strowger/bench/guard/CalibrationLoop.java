package io.strowger.bench.guard;

import java.util.SplittableRandom;

/**
 * A piece of work to compare with, like that of the stages: integer arithmetic, and look-ups in a table of a few megabytes,
 * some of which wait for the one before. What slows the machine slows it as well. It is part of what baselines mean: change
 * it, and they have to be measured again.
 */
final class CalibrationLoop {
    /** Look-ups in a unit. */
    private static final int LOOK_UPS = 10;

    private static final int TABLE_INTS = 1 << 20; // 4 MiB: what an analyzer's weights take
    private static final int BETWEEN = 4;
    private static final int MULTIPLIER = 0x9E3779B1;

    private final int[] table = new int[TABLE_INTS];
    private int state = 1;

    CalibrationLoop() {
        SplittableRandom random = new SplittableRandom(42);
        for (int index = 0; index < table.length; index++) {
            table[index] = random.nextInt();
        }
    }

    /** Works off that many units. The result is there to be kept, so that nothing is optimized away. */
    int run(int units) {
        int hash = state;
        int sum = 0;
        for (int step = units * LOOK_UPS; step > 0; step--) {
            for (int round = 0; round < BETWEEN; round++) {
                hash = Integer.rotateLeft(hash ^ step, 13) * MULTIPLIER;
                sum += hash >>> 7 ^ sum << 1;
            }
            int weight = table[hash >>> 12];
            sum += weight;
            if ((weight & 1) == 0) {
                hash += weight;
            }
        }
        state = hash ^ sum;
        return state;
    }
}
