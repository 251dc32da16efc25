package io.strowger.bench.recovery;

import io.strowger.engine.EngineSettings;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;

/** The main class of the processes that {@code bench recovery} starts: recovers from a journal and says how long it took. */
public final class RecoveringProcess {
    private RecoveringProcess() {}

    /** @param arguments the name of a {@link Measured}, the journal's directory, and the time of its last record */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[1]);
        Recovered recovered = switch (Measured.valueOf(arguments[0])) {
            case APPLY -> apply(directory);
            case APPLY_AGAIN -> applyAgain(directory);
            case START -> start(directory, Long.parseLong(arguments[2]));
        };
        System.out.println(recovered.line());
    }

    /** Applies all records; the nanoseconds are those of reading and applying alone. Leaves the journal as it is. */
    static Recovered apply(Path directory) {
        try (Journal journal = Journal.open(JournalConfig.in(directory))) {
            Router router = new Router(RouterLimits.DEFAULT, new CelRuleCompiler());
            long begun = System.nanoTime();
            journal.recover(1, router::apply);
            long nanos = System.nanoTime() - begun;
            Recovered.State state = new Recovered.State(router.lastSequence(), router.stateHash());
            return new Recovered(state.sequence(), nanos, state, state);
        }
    }

    /** Applies all records twice, each time from nothing, and tells the second time. */
    static Recovered applyAgain(Path directory) {
        apply(directory);
        return apply(directory);
    }

    /**
     * Starts an engine; the nanoseconds are those from opening the journal to the open gate. The restart leaves a record.
     *
     * @param nowNanos where the engine's clock stands still, so that no timer fires
     */
    static Recovered start(Path directory, long nowNanos) {
        TextAnalyzer analyzer = InlineModels.builtin();
        long begun = System.nanoTime();
        try (RoutingEngine engine = RoutingEngine.builder()
                .directory(directory)
                .analyzer(analyzer)
                .settings(EngineSettings.DEFAULT)
                .clock(() -> nowNanos)
                .start()) {
            long nanos = System.nanoTime() - begun;
            RoutingEngine.StateHash found = engine.recoveredState();
            RoutingEngine.StateHash left = engine.stateHash().join();
            return new Recovered(
                    found.sequence(),
                    nanos,
                    new Recovered.State(found.sequence(), found.hash()),
                    new Recovered.State(left.sequence(), left.hash()));
        }
    }
}
