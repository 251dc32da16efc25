package io.strowger.engine.configuration;

/**
 * What a conversation asks of an agent, or what an agent brings: a skill and a level.
 *
 * @param skill the skill's name, for example {@code refunds} or {@code language:de}
 * @param level 0 to 100
 */
public record Requirement(String skill, int level) implements Comparable<Requirement> {
    public Requirement {
        if (skill.isBlank()) {
            throw new IllegalArgumentException("a skill needs a name");
        }
        if (level < 0 || level > 100) {
            throw new IllegalArgumentException("skill " + skill + ": level " + level + " is not between 0 and 100");
        }
    }

    @Override
    public int compareTo(Requirement other) {
        int bySkill = skill.compareTo(other.skill);
        return bySkill != 0 ? bySkill : Integer.compare(level, other.level);
    }
}
