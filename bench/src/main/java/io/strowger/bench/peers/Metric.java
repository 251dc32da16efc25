package io.strowger.bench.peers;

/** What is measured of a contender. */
enum Metric {
    DECISION_P50("decision p50", "µs", false),
    DECISION_P99("decision p99", "µs", false),
    DECISION_P999("decision p99.9", "µs", false),
    ANSWER_P50("answer p50", "µs", false),
    ANSWER_P99("answer p99", "µs", false),
    THROUGHPUT("throughput", "messages/s", true),
    ACCURACY("accuracy", "%", true),

    /** Near 100 the client is the limit, and not what it measures. */
    CLIENT("the client's share of a core", "%", false);

    private final String label;
    private final String unit;
    private final boolean moreIsBetter;

    Metric(String label, String unit, boolean moreIsBetter) {
        this.label = label;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    /** How many times as good ours is as theirs: above 1 means that ours is better, whatever is measured. */
    double ratio(double ours, double theirs) {
        return moreIsBetter ? ours / theirs : theirs / ours;
    }
}
