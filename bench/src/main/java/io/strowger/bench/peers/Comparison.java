package io.strowger.bench.peers;

import java.util.ArrayList;
import java.util.List;

/**
 * Ours against others.
 *
 * @param ours Strowger
 * @param others what it is compared with, one or more
 * @param bouts the loads, one or more
 * @param notes what to keep in mind when reading the figures, a sentence each
 */
record Comparison(Contender ours, List<Contender> others, List<Bout> bouts, List<String> notes) {
    Comparison {
        others = List.copyOf(others);
        bouts = List.copyOf(bouts);
        notes = List.copyOf(notes);
    }

    /** Ours first. */
    List<Contender> contenders() {
        List<Contender> all = new ArrayList<>(others);
        all.add(0, ours);
        return all;
    }
}
