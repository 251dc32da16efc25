package io.strowger.bench.rig;

import io.strowger.verticles.cli.Console;
import java.time.Duration;

/** Says on standard error what is measured now: redrawn in place on a terminal, a line a run elsewhere. */
final class RunProgress implements AutoCloseable {
    private static final String CLEAR = "\r\033[K";
    private static final long SLOWEST_START_SECONDS = 2;

    private final Console console;
    private String what = "";

    RunProgress(Console console) {
        this.console = console;
    }

    /** A run begins, for example {@code run 2 of 5, 20,000 messages/s}. */
    void begins(String run, Duration takes) {
        what = run;
        if (!console.isTerminal()) {
            console.err().println(run + ", " + takes.toSeconds() + " s");
        }
    }

    /** How far the run is; what comes after the load is verification. */
    void elapsed(Duration elapsed, Duration load) {
        if (!console.isTerminal()) {
            return;
        }
        long left = load.toSeconds() + SLOWEST_START_SECONDS - elapsed.toSeconds();
        console.err().print(CLEAR + what + (left > 0 ? ", " + left + " s left" : ", verifying"));
        console.err().flush();
    }

    @Override
    public void close() {
        if (console.isTerminal()) {
            console.err().print(CLEAR);
            console.err().flush();
        }
    }
}
