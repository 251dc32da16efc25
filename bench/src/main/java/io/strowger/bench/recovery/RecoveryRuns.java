package io.strowger.bench.recovery;

import io.strowger.bench.report.Spread;
import io.strowger.verticles.cli.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What processes found that recovered from one journal, one after the other. Belongs to one thread. */
final class RecoveryRuns {
    private final WrittenJournal journal;
    private final List<Recovered> applied = new ArrayList<>();
    private final List<Recovered> started = new ArrayList<>();
    private Recovered.State expected;

    RecoveryRuns(WrittenJournal journal) {
        this.journal = journal;
        this.expected = journal.state();
    }

    WrittenJournal journal() {
        return journal;
    }

    /**
     * Notes what the next process found.
     *
     * @throws CommandFailure when it did not find the state that was left before: a fast recovery of something else is none
     */
    void add(Measured measured, Recovered recovered) {
        if (!recovered.found().equals(expected)) {
            throw CommandFailure.failed("the journal of " + journal.records() + " records was recovered to the state "
                    + recovered.found() + ", but it was left at " + expected + "; keep the journal's sources and report"
                    + " this as a bug");
        }
        expected = recovered.left();
        (measured == Measured.APPLY ? applied : started).add(recovered);
    }

    /** Records read and applied a second. */
    Spread recordsPerSecond() {
        return spread(applied, run -> run.records() * 1e9 / run.nanos());
    }

    /** Milliseconds from opening the journal to the open gate. */
    Spread startMillis() {
        return spread(started, run -> run.nanos() / 1e6);
    }

    private static Spread spread(List<Recovered> runs, ToDoubleFunction<Recovered> figure) {
        return Spread.of(runs.stream().mapToDouble(figure).toArray());
    }
}
