package io.strowger.engine.routing;

import io.strowger.engine.internal.Bytes;

/**
 * What a waiting conversation asks of an agent: requirements, and the capacity that its channel takes. Conversations with
 * equal signatures compete for the same agents. Immutable.
 */
final class Signature {
    final int number;
    final CapacityClass capacity;

    /** The requirements in their canonical form. */
    final Bytes requirements;

    /** The required skills by their numbers in the organization, -1 for one that no agent has, and their levels. */
    final int[] skills;

    final int[] levels;

    /** The set that holds this signature's number alone. */
    final long[] mask;

    Signature(int number, CapacityClass capacity, Bytes requirements, int[] skills, int[] levels, int words) {
        this.number = number;
        this.capacity = capacity;
        this.requirements = requirements;
        this.skills = skills;
        this.levels = levels;
        this.mask = new long[words];
        mask[number / Long.SIZE] |= 1L << number;
    }
}
