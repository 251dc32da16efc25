package io.strowger.engine.configuration;

import java.util.Comparator;

/**
 * What a conversation asks of an agent, or what an agent brings: a skill and a level.
 *
 * @param skill the skill's name, for example {@code refunds} or {@code language:de}
 * @param level 0 to 100
 * @param weight how much it counts under {@link Strategy#BEST_SCORE}, 1 to 100
 * @param mandatory whether an agent must have it; else it counts for the score only
 * @param relaxAfterNanos after how long a wait it is no longer mandatory; 0 for never
 */
public record Requirement(String skill, int level, int weight, boolean mandatory, long relaxAfterNanos)
        implements Comparable<Requirement> {
    /** The weight of a requirement that says none. */
    public static final int USUAL_WEIGHT = 1;

    private static final int MAX_WEIGHT = 100;
    private static final long TEN_YEARS_NANOS = 315_360_000_000_000_000L;
    private static final Comparator<Requirement> ORDER = Comparator.comparing(Requirement::skill)
            .thenComparing(Requirement::mandatory, Comparator.reverseOrder())
            .thenComparingInt(Requirement::level)
            .thenComparingInt(Requirement::weight)
            .thenComparingLong(Requirement::relaxAfterNanos);

    public Requirement {
        if (skill.isBlank()) {
            throw new IllegalArgumentException("a skill needs a name");
        }
        if (level < 0 || level > 100) {
            throw new IllegalArgumentException("skill " + skill + ": level " + level + " is not between 0 and 100");
        }
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("skill " + skill + ": weight " + weight + " is not between 1 and 100");
        }
        if (relaxAfterNanos < 0 || relaxAfterNanos > TEN_YEARS_NANOS) {
            throw new IllegalArgumentException(
                    "skill " + skill + ": the time to relax after is not between 0 and ten years");
        }
        if (!mandatory && relaxAfterNanos > 0) {
            throw new IllegalArgumentException("skill " + skill + ": what is not mandatory can't be relaxed");
        }
    }

    /** A mandatory requirement that is never relaxed. */
    public Requirement(String skill, int level) {
        this(skill, level, USUAL_WEIGHT, true, 0);
    }

    /** Whether it says no more than its skill and level. */
    boolean isPlain() {
        return weight == USUAL_WEIGHT && mandatory && relaxAfterNanos == 0;
    }

    /** The same, no longer mandatory. */
    Requirement relaxed() {
        return new Requirement(skill, level, weight, false, 0);
    }

    @Override
    public int compareTo(Requirement other) {
        return ORDER.compare(this, other);
    }
}
