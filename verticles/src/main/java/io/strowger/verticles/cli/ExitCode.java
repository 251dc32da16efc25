package io.strowger.verticles.cli;

/** What a process says when it ends. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;

    /** It was tried and failed. */
    public static final int FAILED = 1;

    /** The call was wrong: nothing was tried. */
    public static final int WRONG_CALL = 2;

    private ExitCode() {}
}
