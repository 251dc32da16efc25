package io.strowger.engine.routing;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.Terms;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a waiting conversation asks of an agent: requirements, and the capacity that its channel takes. Conversations with
 * equal signatures compete for the same agents. Immutable.
 */
final class Signature {
    final int number;
    final CapacityClass capacity;

    /** The requirements in their canonical form. */
    final Bytes requirements;

    /** The skills asked for by their numbers in the organization, -1 for one that no agent has; the mandatory ones first. */
    final int[] skills;

    final int[] levels;

    /** The highest levels that will do. */
    final int[] mosts;

    final int[] weights;

    /** How many of them are mandatory. */
    final int mandatory;

    /** After how long a wait something is relaxed, 0 for never. */
    final long relaxAfterNanos;

    /** What is asked then, and after how long a wait more is relaxed. */
    final Bytes relaxed;

    final long relaxNextAfterNanos;

    /** The set that holds this signature's number alone. */
    final long[] mask;

    /** A signature of canonical requirements, with their bytes. */
    Signature(
            int number,
            CapacityClass capacity,
            Bytes bytes,
            List<Requirement> requirements,
            ToIntFunction<String> skillNumbers,
            int words) {
        this.number = number;
        this.capacity = capacity;
        this.requirements = bytes;
        int count = requirements.size();
        skills = new int[count];
        levels = new int[count];
        mosts = new int[count];
        weights = new int[count];
        int filled = add(requirements, true, 0, skillNumbers);
        mandatory = filled;
        add(requirements, false, filled, skillNumbers);
        relaxAfterNanos = Requirements.relaxAfterNanos(requirements);
        List<Requirement> later = Requirements.relaxed(requirements, relaxAfterNanos);
        relaxed = Terms.canonical(later);
        relaxNextAfterNanos = Requirements.relaxAfterNanos(later);
        this.mask = new long[words];
        mask[number / Long.SIZE] |= 1L << number;
    }

    private int add(List<Requirement> requirements, boolean isMandatory, int from, ToIntFunction<String> skillNumbers) {
        int position = from;
        for (Requirement requirement : requirements) {
            if (requirement.mandatory() == isMandatory) {
                skills[position] = skillNumbers.applyAsInt(requirement.skill());
                levels[position] = requirement.level();
                mosts[position] = requirement.most();
                weights[position] = requirement.weight();
                position++;
            }
        }
        return position;
    }
}
