package io.strowger.bench.guard;

import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * How many times its baseline it costs, by the yardstick that is kindest to it; NaN for a step that is not guarded. The
     * work of a step is a mixture of that of the yardsticks: on another machine, where one kind of work is slower and another
     * is not, the step has become slower by less than the one that suffered most.
     */
    double factor() {
        return factor(kindest());
    }

    /** How many times its baseline it costs by a yardstick. */
    double factor(Yardstick yardstick) {
        return cost.multiple(yardstick) / baseline.multiple(cost.step(), yardstick);
    }

    /** The yardstick by which it has grown least. */
    Yardstick kindest() {
        return Yardstick.measuring(cost.step()).stream()
                .min(Comparator.comparingDouble(this::factor))
                .orElseThrow();
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
            Yardstick yardstick = kindest();
            objections.add(String.format(
                    Locale.ROOT,
                    "%s takes %.3f times a unit of %s, and %s says %.3f: %.2f times as much, at most %.1f is allowed, "
                            + "and by every other yardstick it is more. If the change is worth it, run './strowger bench "
                            + "guard --update' and commit the baseline with the reason",
                    name,
                    cost.multiple(yardstick),
                    yardstick.label(),
                    baseline.file().getFileName(),
                    baseline.multiple(cost.step(), yardstick),
                    factor(),
                    LIMIT));
        }
        return objections;
    }
}
