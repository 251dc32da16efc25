package io.strowger.bench.guard;

import java.util.List;
import java.util.stream.Stream;

/** What is measured of a message's way, in its order. */
enum Step {
    JSON_IN(0, "json-in", false),
    PUBLISH(1, "publish", false),
    ANALYZE(2, "analyze", true),
    DECIDE(3, "decide", true),
    COMMIT(4, "commit", true),
    COMPLETE(5, "complete", false),
    JSON_OUT(6, "json-out", false);

    /** Those that the guard judges; the others are only told. */
    static final List<Step> GUARDED =
            Stream.of(values()).filter(step -> step.isGuarded).toList();

    private final int index;
    private final String label;
    private final boolean isGuarded;

    Step(int index, String label, boolean isGuarded) {
        this.index = index;
        this.label = label;
        this.isGuarded = isGuarded;
    }

    /** Its place in arrays with an element a step. */
    int index() {
        return index;
    }

    /** Its name in tables and baselines. */
    String label() {
        return label;
    }

    /** Whether a regression of it fails the guard. */
    boolean isGuarded() {
        return isGuarded;
    }
}
