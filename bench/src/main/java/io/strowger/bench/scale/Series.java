package io.strowger.bench.scale;

import java.util.ArrayList;
import java.util.List;

/**
 * Sizes of which one number grows and the others stay.
 *
 * @param grows the number that grows: {@code waiting}, {@code agents} or {@code signatures}
 * @param work what goes on
 * @param steps the growing number, and the size at that number, smallest first
 */
record Series(String grows, Work work, List<Step> steps) {
    private static final int SOME_WAITING = 1_000;
    private static final int SOME_AGENTS = 100;
    private static final int MANY_AGENTS = 1_000;
    private static final int SOME_SIGNATURES = 64;

    Series {
        steps = List.copyOf(steps);
    }

    /** A size, and the number of it that grows. */
    record Step(int number, Size size) {}

    /** All that {@code bench scale} measures. */
    static List<Series> all() {
        List<Series> all = new ArrayList<>();
        for (Work work : Work.values()) {
            all.add(new Series(
                    "waiting",
                    work,
                    List.of(waiting(10), waiting(100), waiting(1_000), waiting(10_000), waiting(100_000))));
        }
        for (Work work : Work.values()) {
            all.add(new Series("agents", work, List.of(agents(10), agents(100), agents(1_000), agents(10_000))));
        }
        for (Work work : Work.values()) {
            all.add(new Series(
                    "signatures",
                    work,
                    List.of(signatures(8), signatures(64), signatures(256), signatures(Size.MOST_SIGNATURES))));
        }
        return all;
    }

    /** What a reader calls it. */
    String title() {
        return grows + ", " + (work == Work.BACKLOG ? "nobody free" : "somebody free");
    }

    private static Step waiting(int number) {
        return new Step(number, new Size(number, SOME_AGENTS, SOME_SIGNATURES, 1));
    }

    private static Step agents(int number) {
        return new Step(number, new Size(SOME_WAITING, number, SOME_SIGNATURES, 1));
    }

    private static Step signatures(int number) {
        return new Step(number, new Size(2 * SOME_WAITING, MANY_AGENTS, number, 1));
    }
}
