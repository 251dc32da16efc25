package io.strowger.bench.batch;

/** What is compared. */
enum Figure {
    /** The mean wait. */
    WAIT("wait", "mean wait", "s"),
    /** The standard deviation of the waits: how unequal they are. */
    WAIT_DEVIATION("waitDeviation", "spread of waits", "s"),
    /** The median wait. */
    WAIT_P50("waitP50", "wait p50", "s"),
    /** The wait that one in a hundred exceeds. */
    WAIT_P99("waitP99", "wait p99", "s"),
    /** How much agents' skills fit less than best. */
    SKILL_GAP("skillGap", "skill gap", "‰"),
    /** Skill gap and wait together, by the usual weights. */
    COST("cost", "cost a conversation", ""),
    /** The share of conversations that were passed over at least once. */
    PASSED("passed", "passed over", "%"),
    /** How often the one that was passed over most was. */
    MOST_PASSED("mostPassed", "most often", ""),
    /** Pairs that a batch made. */
    BATCH_PAIRS("batchPairs", "pairs a batch", ""),
    /** The share of batches that one after the other would have been worse in. */
    BETTER("better", "better than in turn", "% of batches"),
    /** What is saved against one after the other, in batches of as many pairs. */
    SAVED("saved", "saved in batches", "% of cost"),
    /** Pairs that one after the other would not have made, a run. */
    MORE_PAIRS("morePairs", "pairs more", "a run");

    final String key;
    final String label;
    final String unit;

    Figure(String key, String label, String unit) {
        this.key = key;
        this.label = label;
        this.unit = unit;
    }
}
