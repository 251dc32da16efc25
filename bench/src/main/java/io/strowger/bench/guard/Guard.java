package io.strowger.bench.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Has the steps measured, and again what looks suspicious, as long as there is time. One thread. */
final class Guard {
    /** Attempts that have to agree before anything is called a regression, where there is time for them. */
    static final int MOST_ATTEMPTS = 5;

    /** No attempt begins that would end later than this. */
    static final Duration TIME = Duration.ofSeconds(150);

    private final Supplier<List<StepCost>> attempt;
    private final LongSupplier nanoTime;
    private final Consumer<String> progress;

    /**
     * @param attempt measures all steps once
     * @param progress is told what happens, in half sentences
     */
    Guard(Supplier<List<StepCost>> attempt, LongSupplier nanoTime, Consumer<String> progress) {
        this.attempt = attempt;
        this.nanoTime = nanoTime;
        this.progress = progress;
    }

    /**
     * What the steps cost at best, in their order.
     *
     * @param isSuspicious whether a cost has to be confirmed by another attempt
     */
    List<StepCost> best(Predicate<StepCost> isSuspicious) {
        List<List<StepCost>> attempts = new ArrayList<>();
        long begin = nanoTime.getAsLong();
        long longest = 0;
        progress.accept("measuring");
        while (true) {
            long start = nanoTime.getAsLong();
            attempts.add(attempt.get());
            longest = Math.max(longest, nanoTime.getAsLong() - start);
            List<StepCost> best = StepCost.best(attempts);
            List<String> suspects = best.stream()
                    .filter(isSuspicious)
                    .map(cost -> cost.step().label())
                    .toList();
            boolean isTimeLeft = nanoTime.getAsLong() - begin + longest <= TIME.toNanos();
            if (suspects.isEmpty() || attempts.size() == MOST_ATTEMPTS || !isTimeLeft) {
                return best;
            }
            progress.accept(String.join(", ", suspects) + " looks suspicious, measuring again (attempt "
                    + (attempts.size() + 1) + ", at most " + MOST_ATTEMPTS + ")");
        }
    }

    /** What the steps usually cost, in their order: for a baseline. */
    List<StepCost> typical() {
        List<List<StepCost>> attempts = new ArrayList<>();
        for (int number = 1; number <= MOST_ATTEMPTS; number++) {
            progress.accept("measuring, attempt " + number + " of " + MOST_ATTEMPTS);
            attempts.add(attempt.get());
        }
        return StepCost.typical(attempts);
    }
}
