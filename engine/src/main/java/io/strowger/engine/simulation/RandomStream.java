package io.strowger.engine.simulation;

import io.strowger.engine.internal.Hashes;

/**
 * A stream of random numbers (SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014), equal on every machine and JDK. A simulation has one for each purpose and customer, so that the n-th customer
 * brings the same wishes to every configuration that is compared. One thread.
 */
public final class RandomStream {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1p-53;

    private long state;

    /** Starts the stream of a seed over. */
    public RandomStream restart(long seed) {
        state = Hashes.mix(seed + GAMMA);
        return this;
    }

    /** The seed of one of several streams below a seed. */
    static long seed(long parent, long child) {
        return Hashes.mix(parent + GAMMA) ^ Hashes.mix(child * GAMMA + 1);
    }

    public long nextLong() {
        state += GAMMA;
        return Hashes.mix(state);
    }

    /** Uniform in (0, 1): neither end is ever given. */
    public double nextUnit() {
        return ((nextLong() >>> 11) + 0.5) * UNIT;
    }

    /** Exponential with mean 1. */
    public double nextExponential() {
        return -StrictMath.log(nextUnit());
    }

    /** Normal with mean 0 and variance 1, by the polar-free form of Box and Muller: one value of two numbers. */
    public double nextNormal() {
        return StrictMath.sqrt(2 * nextExponential()) * StrictMath.cos(2 * Math.PI * nextUnit());
    }

    /** Gamma with that shape and mean 1 (Marsaglia and Tsang, "A simple method for generating gamma variables", 2000). */
    public double nextGamma(double shape) {
        if (shape < 1) {
            return StrictMath.pow(nextUnit(), 1 / shape) * gammaFromOne(shape + 1) / shape;
        }
        return gammaFromOne(shape) / shape;
    }

    private double gammaFromOne(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double normal = nextNormal();
            double root = 1 + c * normal;
            if (root > 0) {
                double cube = root * root * root;
                if (StrictMath.log(nextUnit()) < normal * normal / 2 + d - d * cube + d * StrictMath.log(cube)) {
                    return d * cube;
                }
            }
        }
    }
}
