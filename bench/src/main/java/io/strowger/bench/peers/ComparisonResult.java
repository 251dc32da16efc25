package io.strowger.bench.peers;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param peer what ours was compared with
 * @param comparison the contenders
 * @param bouts in the order of the comparison
 * @param failures turns that were worth nothing, a sentence each
 */
record ComparisonResult(Peer peer, Comparison comparison, List<BoutResult> bouts, List<String> failures) {
    ComparisonResult {
        bouts = List.copyOf(bouts);
        failures = List.copyOf(failures);
    }

    /** Whether each bout has a round that counts. */
    boolean isComplete() {
        return bouts.stream().allMatch(BoutResult::hasRounds);
    }
}
