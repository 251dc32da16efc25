package io.strowger.bench.peers;

import io.strowger.bench.report.Spread;
import java.util.List;
import java.util.Map;

/**
 * What the rounds of a bout measured. Rounds in which a turn failed are left out.
 *
 * @param bout the bout
 * @param rounds for each round the figures by the contenders' names
 */
record BoutResult(Bout bout, List<Map<String, Figures>> rounds) {
    BoutResult {
        rounds = rounds.stream().map(Map::copyOf).toList();
    }

    /** Whether there is a round that counts. */
    boolean hasRounds() {
        return !rounds.isEmpty();
    }

    /** A contender's figures; at least one round must count. */
    Spread spread(Contender contender, Metric metric) {
        return Spread.of(rounds.stream()
                .mapToDouble(round -> figures(round, contender).value(metric))
                .toArray());
    }

    /** The ratios within the rounds, so that what the machine did at the time touches both sides. */
    Spread ratio(Contender ours, Contender theirs, Metric metric) {
        return Spread.of(rounds.stream()
                .mapToDouble(round -> metric.ratio(
                        figures(round, ours).value(metric),
                        figures(round, theirs).value(metric)))
                .toArray());
    }

    static Figures figures(Map<String, Figures> round, Contender contender) {
        Figures figures = round.get(contender.name());
        if (figures == null) {
            throw new IllegalStateException(contender.name() + " took no turn in the round");
        }
        return figures;
    }
}
