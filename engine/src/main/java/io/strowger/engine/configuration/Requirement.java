package io.strowger.engine.configuration;

import java.util.Comparator;

/**
 * What a conversation asks of an agent: a skill, and the levels of it that will do. Of an agent's own skills the level alone counts.
 *
 * @param skill the skill's name, for example {@code refunds} or {@code language:de}
 * @param level the lowest that will do, 0 to 100, or {@link #WITHOUT}
 * @param most the highest that will do, 0 to 100, or {@link #WITHOUT} for agents who must not have the skill at all
 * @param weight how much it counts under {@link Strategy#BEST_SCORE}, 1 to 100
 * @param mandatory whether an agent must have it; else it counts for the score only
 * @param relaxAfterNanos after how long a wait it is no longer mandatory; 0 for never
 */
public record Requirement(String skill, int level, int most, int weight, boolean mandatory, long relaxAfterNanos)
        implements Comparable<Requirement> {
    /** The level of those who don't have a skill. */
    public static final int WITHOUT = -1;

    /** The highest level. */
    public static final int HIGHEST = 100;

    /** The weight of a requirement that says none. */
    public static final int USUAL_WEIGHT = 1;

    private static final int MAX_WEIGHT = 100;
    private static final long TEN_YEARS_NANOS = 315_360_000_000_000_000L;
    private static final Comparator<Requirement> ORDER = Comparator.comparing(Requirement::skill)
            .thenComparing(Requirement::mandatory, Comparator.reverseOrder())
            .thenComparingInt(Requirement::level)
            .thenComparingInt(Requirement::most)
            .thenComparingInt(Requirement::weight)
            .thenComparingLong(Requirement::relaxAfterNanos);

    public Requirement {
        if (skill.isBlank()) {
            throw new IllegalArgumentException("a skill needs a name");
        }
        checkLevel(skill, level);
        checkLevel(skill, most);
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

    /** A level, or a higher one. */
    public Requirement(String skill, int level, int weight, boolean mandatory, long relaxAfterNanos) {
        this(skill, level, HIGHEST, weight, mandatory, relaxAfterNanos);
    }

    /** A mandatory requirement that is never relaxed. */
    public Requirement(String skill, int level) {
        this(skill, level, USUAL_WEIGHT, true, 0);
    }

    /** The same that keeps away those who have the skill, at whatever level. */
    public Requirement absent() {
        return new Requirement(skill, WITHOUT, WITHOUT, weight, mandatory, relaxAfterNanos);
    }

    /** Whether a level will do, {@link #WITHOUT} for none. */
    public boolean isMetBy(int had) {
        return level <= had && had <= most;
    }

    /** Whether it keeps away those who have the skill. */
    public boolean isAbsence() {
        return most == WITHOUT;
    }

    /** Whether it says no more than its skill and level. */
    boolean isPlain() {
        return !isBounded() && weight == USUAL_WEIGHT && mandatory && relaxAfterNanos == 0;
    }

    /** Whether levels can be too high. */
    public boolean isBounded() {
        return most != HIGHEST;
    }

    /** The same, no longer mandatory. */
    public Requirement relaxed() {
        return new Requirement(skill, level, most, weight, false, 0);
    }

    /** For people: {@code german 50}, {@code german 20 to 40}, {@code not german}. */
    public String words() {
        if (isAbsence()) {
            return level == WITHOUT ? "not " + skill : skill + ", which is kept away as well";
        }
        return skill + " " + level + (isBounded() ? " to " + most : "");
    }

    private static void checkLevel(String skill, int level) {
        if (level < WITHOUT || level > HIGHEST) {
            throw new IllegalArgumentException("skill " + skill + ": level " + level + " is not between 0 and 100");
        }
    }

    @Override
    public int compareTo(Requirement other) {
        return ORDER.compare(this, other);
    }
}
