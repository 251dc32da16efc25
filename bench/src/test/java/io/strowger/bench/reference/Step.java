package io.strowger.bench.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One command of a run: what it is follows from the seed and the state at its time, so that steps can be dropped from a run.
 *
 * @param seed of the command
 * @param advanceNanos how far the clock moves before it
 */
record Step(long seed, long advanceNanos) {
    private static final long MILLI = 1_000_000;

    static List<Step> steps(long seed, int count) {
        Random random = new Random(seed);
        int jumps = random.nextInt(30);
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            steps.add(new Step(random.nextLong(), advance(random, jumps)));
        }
        return steps;
    }

    /** Equal instants, short steps, and now and then a jump over many timers. */
    private static long advance(Random random, int jumps) {
        int roll = random.nextInt(1_000);
        if (roll < jumps) {
            return random.nextInt(20_000) * MILLI;
        }
        if (roll < 300) {
            return 0;
        }
        return roll < 600 ? random.nextInt(5) * MILLI : random.nextInt((int) (50 * MILLI));
    }
}
