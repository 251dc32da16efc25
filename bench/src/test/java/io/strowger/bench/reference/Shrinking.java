package io.strowger.bench.reference;

import java.util.ArrayList;
import java.util.List;

/** Drops steps from a failing run as long as it still fails. */
final class Shrinking {
    private Shrinking() {}

    static List<Step> shortest(long seed, List<Step> failing) {
        List<Step> shortest = failing;
        for (int chunk = failing.size() / 2; chunk > 0; chunk /= 2) {
            for (int from = 0; from < shortest.size(); ) {
                List<Step> without = new ArrayList<>(shortest.subList(0, from));
                without.addAll(shortest.subList(Math.min(from + chunk, shortest.size()), shortest.size()));
                if (DifferentialRun.difference(seed, without) == null) {
                    from += chunk;
                } else {
                    shortest = without;
                }
            }
        }
        return shortest;
    }
}
