package io.strowger.verticles.cli;

/**
 * One line on standard error that says how far something is: redrawn in place on a terminal, a line a step of ten percent
 * elsewhere. Ends with {@link #close}.
 */
public final class ProgressLine implements AutoCloseable {
    private static final int STEPS = 10;
    private static final int CELLS = 30;
    private static final String CLEAR = "\r\033[K";

    private final Console console;
    private String phase = "";
    private int step = -1;

    public ProgressLine(Console console) {
        this.console = console;
    }

    /** A step is done; the phases come one after another. */
    public void report(String currentPhase, int done, int total) {
        int current = total <= 0 ? STEPS : (int) ((long) done * STEPS / total);
        boolean changed = current != step || !currentPhase.equals(phase);
        phase = currentPhase;
        step = current;
        if (console.isTerminal()) {
            int filled = total <= 0 ? CELLS : (int) ((long) done * CELLS / total);
            console.err()
                    .print(CLEAR + phase + " " + "█".repeat(filled) + "░".repeat(CELLS - filled) + " " + done + "/"
                            + total);
            console.err().flush();
        } else if (changed) {
            console.err().println(phase + " " + done + "/" + total);
        }
    }

    @Override
    public void close() {
        if (console.isTerminal()) {
            console.err().print(CLEAR);
            console.err().flush();
        }
    }
}
