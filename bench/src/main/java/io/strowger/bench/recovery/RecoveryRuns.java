package io.strowger.bench.recovery;

import io.strowger.bench.report.Spread;
import io.strowger.verticles.cli.CommandFailure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What processes found that recovered from one journal, one after the other. Belongs to one thread. */
final class RecoveryRuns {
    private final WrittenJournal journal;
    private final Map<Measured, List<Recovered>> runs = new EnumMap<>(Measured.class);
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
        runs.computeIfAbsent(measured, first -> new ArrayList<>()).add(recovered);
    }

    /** Records read and applied a second. */
    Spread recordsPerSecond() {
        return spread(Measured.APPLY, run -> run.records() * 1e9 / run.nanos());
    }

    /** The same, by a process that has applied all of them once before. */
    Spread warmRecordsPerSecond() {
        return spread(Measured.APPLY_AGAIN, run -> run.records() * 1e9 / run.nanos());
    }

    /** Milliseconds from opening the journal to the open gate. */
    Spread startMillis() {
        return spread(Measured.START, run -> run.nanos() / 1e6);
    }

    private Spread spread(Measured measured, ToDoubleFunction<Recovered> figure) {
        return Spread.of(runs.getOrDefault(measured, List.of()).stream()
                .mapToDouble(figure)
                .toArray());
    }
}
