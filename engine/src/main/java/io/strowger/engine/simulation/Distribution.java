package io.strowger.engine.simulation;

import java.util.Arrays;

/** How long something takes, by chance. Immutable; values are nanoseconds, never negative. */
public sealed interface Distribution {
    /** The longest time that is ever drawn: ten years. */
    long LONGEST_NANOS = 3_650L * 24 * 3_600 * 1_000_000_000;

    /** Draws a time, in nanoseconds. */
    long nextNanos(RandomStream random);

    /** The mean, in nanoseconds. */
    double meanNanos();

    /** Always the same. */
    record Constant(long nanos) implements Distribution {
        public Constant {
            require(nanos >= 0, "a time is " + nanos + " ns, it must not be negative");
        }

        @Override
        public long nextNanos(RandomStream random) {
            return nanos;
        }

        @Override
        public double meanNanos() {
            return nanos;
        }
    }

    /** Without memory. */
    record Exponential(double meanNanos) implements Distribution {
        public Exponential {
            require(meanNanos > 0, "a mean must be more than 0");
        }

        @Override
        public long nextNanos(RandomStream random) {
            return whole(meanNanos * random.nextExponential());
        }
    }

    /**
     * Its logarithm is normal: few long ones among many short ones, as handling times mostly are.
     *
     * @param variation the standard deviation as a multiple of the mean
     */
    record LogNormal(double meanNanos, double variation) implements Distribution {
        public LogNormal {
            require(meanNanos > 0 && variation > 0, "mean and variation must be more than 0");
        }

        @Override
        public long nextNanos(RandomStream random) {
            double variance = StrictMath.log1p(variation * variation);
            double exponent = StrictMath.sqrt(variance) * random.nextNormal() - variance / 2;
            return whole(meanNanos * StrictMath.exp(exponent));
        }
    }

    /**
     * A sum of {@code shape} exponential parts where that is a whole number (then also called Erlang).
     *
     * @param shape one divided by the square of the variation
     */
    record Gamma(double meanNanos, double shape) implements Distribution {
        public Gamma {
            require(meanNanos > 0 && shape > 0, "mean and shape must be more than 0");
        }

        @Override
        public long nextNanos(RandomStream random) {
            return whole(meanNanos * random.nextGamma(shape));
        }
    }

    /** Everything between two ends alike. */
    record Uniform(long fromNanos, long toNanos) implements Distribution {
        public Uniform {
            require(fromNanos >= 0 && toNanos >= fromNanos, "the first time must be the shorter one");
        }

        @Override
        public long nextNanos(RandomStream random) {
            return whole(fromNanos + random.nextUnit() * (toNanos - fromNanos));
        }

        @Override
        public double meanNanos() {
            return (fromNanos + toNanos) / 2.0;
        }
    }

    /** One of the times that were observed, each as likely as the others. */
    record Empirical(long[] nanos) implements Distribution {
        public Empirical {
            require(nanos.length > 0, "at least one observed time is needed");
            nanos = nanos.clone();
            for (long each : nanos) {
                require(each >= 0, "a time is " + each + " ns, it must not be negative");
            }
        }

        @Override
        public long[] nanos() {
            return nanos.clone();
        }

        @Override
        public long nextNanos(RandomStream random) {
            return nanos[(int) (random.nextUnit() * nanos.length)];
        }

        @Override
        public double meanNanos() {
            return Arrays.stream(nanos).average().orElse(0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Empirical same && Arrays.equals(nanos, same.nanos);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nanos);
        }

        @Override
        public String toString() {
            return "Empirical[" + nanos.length + " times]";
        }
    }

    private static long whole(double nanos) {
        return Math.min(LONGEST_NANOS, Math.round(nanos));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
