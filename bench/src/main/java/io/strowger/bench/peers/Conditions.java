package io.strowger.bench.peers;

/**
 * Under what conditions a contender's figures hold.
 *
 * @param journal what was written to disk before an answer, such as {@code forced each batch}; {@code none}
 * @param projections which copies were kept beside it; {@code none}
 */
record Conditions(String journal, String projections) {
    static final String NONE = "none";

    /** Nothing is written. */
    static final Conditions IN_MEMORY = new Conditions(NONE, NONE);

    /** Our journal, and nothing beside it. */
    static final Conditions JOURNAL = new Conditions("ours, forced each batch", NONE);
}
