package io.strowger.models.linear;

import java.util.List;

/** The weights of one head as numbers, to be looked at one by one. Immutable; safe from any thread; cold. */
public final class HeadWeights {
    private final WeightTable table;
    private final LinearHead head;
    private final int drop;

    /** @param drop low bits of a bucket that the table has no room for */
    HeadWeights(WeightTable table, LinearHead head, int drop) {
        this.table = table;
        this.head = head;
        this.drop = drop;
    }

    /** The labels that the head weighs. */
    public List<String> labels() {
        return head.labels();
    }

    /** How many numbers the n-grams of all texts share. */
    public int buckets() {
        return table.buckets();
    }

    /**
     * What a feature adds to the logit of a label, before the sum is divided by the root of the number of features.
     *
     * @param bucket of the scanner
     * @param label an index into {@link #labels}
     */
    public double weight(int bucket, int label) {
        return (double) table.weight(bucket >>> drop, head.firstOutput() + label)
                * head.scale()
                / (1L << FixedPoint.SCALE_BITS);
    }

    /** The logit of a label without any feature. */
    public double bias(int label) {
        return (double) head.biases()[label] / (1 << FixedPoint.LOGIT_BITS);
    }
}
