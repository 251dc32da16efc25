package io.strowger.bench.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the contenders of a comparison take turns: A B, B A, A B and so on, so that whatever the machine does in the meantime
 * meets all of them alike. A first round, with longer turns, warms up and does not count.
 */
final class Turns {
    /** A server's compilers work on for ten seconds and more of load. */
    private static final int WARM_UP_TURNS = 3;

    private final Peer peer;
    private final Comparison comparison;
    private final Duration turn;
    private final Consumer<String> progress;
    private final List<String> failures = new ArrayList<>();

    private Turns(Peer peer, Comparison comparison, Duration turn, Consumer<String> progress) {
        this.peer = peer;
        this.comparison = comparison;
        this.turn = turn;
        this.progress = progress;
    }

    /**
     * Starts the contenders, measures, and closes them, also when something goes wrong.
     *
     * @param rounds how many count, 1 or more
     * @param turn how long each turn measures
     */
    static ComparisonResult run(Peer peer, Comparison comparison, int rounds, Duration turn, Consumer<String> progress)
            throws Exception {
        return new Turns(peer, comparison, turn, progress).run(rounds);
    }

    private ComparisonResult run(int rounds) throws Exception {
        List<Contender> started = new ArrayList<>();
        try {
            for (Contender contender : comparison.contenders()) {
                started.add(contender);
                progress.accept(peer.name() + ": starting " + contender.name());
                contender.start();
            }
            return new ComparisonResult(peer, comparison, measure(rounds), failures);
        } finally {
            Collections.reverse(started);
            closeAll(started);
        }
    }

    private List<BoutResult> measure(int rounds) throws Exception {
        List<List<Map<String, Figures>>> counted = new ArrayList<>();
        comparison.bouts().forEach(bout -> counted.add(new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            progress.accept(peer.name() + ": " + (round == 0 ? "warming up" : "round " + round + " of " + rounds));
            for (int index = 0; index < counted.size(); index++) {
                Map<String, Figures> figures =
                        takeTurns(round, comparison.bouts().get(index));
                if (round > 0 && figures != null) {
                    counted.get(index).add(figures);
                }
            }
        }
        List<BoutResult> results = new ArrayList<>();
        for (int index = 0; index < counted.size(); index++) {
            results.add(new BoutResult(comparison.bouts().get(index), counted.get(index)));
        }
        return results;
    }

    /** Null when a turn failed: a comparison needs both sides of the same round. */
    private @Nullable Map<String, Figures> takeTurns(int round, Bout bout) throws Exception {
        List<Contender> order = new ArrayList<>(comparison.contenders());
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        Duration length = round == 0 ? turn.multipliedBy(WARM_UP_TURNS) : turn;
        Map<String, Figures> figures = new HashMap<>();
        for (Contender contender : order) {
            try {
                figures.put(contender.name(), contender.measure(bout.load(), length));
            } catch (TurnFailedException e) {
                if (round > 0) {
                    failures.add(peer.name() + ", " + bout.load().name() + ", round " + round + ": " + contender.name()
                            + ": " + e.getMessage());
                }
            }
        }
        return figures.size() == order.size() ? figures : null;
    }

    private static void closeAll(List<Contender> contenders) {
        RuntimeException first = null;
        for (Contender contender : contenders) {
            try {
                contender.close();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
