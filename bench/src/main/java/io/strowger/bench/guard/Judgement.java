package io.strowger.bench.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A step's cost beside its baseline.
 *
 * @param cost what was measured
 * @param baseline what it may be compared with
 */
record Judgement(StepCost cost, Baseline baseline) {
    /** How many times its baseline a step may cost. */
    static final double LIMIT = 1.5;

    /** How many times its baseline it costs; NaN for a step that is not guarded. */
    double factor() {
        return cost.multiple() / baseline.multiple(cost.step());
    }

    /** What is wrong with it, and what to do, in sentences; empty when nothing is. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        if (!cost.step().isGuarded()) {
            return objections;
        }
        String name = cost.step().label();
        if (cost.bytes() > 0) {
            objections.add(String.format(
                    Locale.ROOT,
                    "%s allocates %.1f bytes a message (%d in %d messages), and must allocate nothing: look for what is "
                            + "new in it, './strowger bench micro' shows bytes by benchmark",
                    name,
                    cost.bytesPerMessage(),
                    cost.bytes(),
                    cost.messages()));
        }
        if (factor() > LIMIT) {
            objections.add(String.format(
                    Locale.ROOT,
                    "%s takes %.3f units of the calibration, and %s says %.3f: %.2f times as much, at most %.1f is "
                            + "allowed. If the change is worth it, run './strowger bench guard --update' and commit the "
                            + "baseline with the reason",
                    name,
                    cost.multiple(),
                    baseline.file().getFileName(),
                    baseline.multiple(cost.step()),
                    factor(),
                    LIMIT));
        }
        return objections;
    }
}
