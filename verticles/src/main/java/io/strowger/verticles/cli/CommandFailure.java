package io.strowger.verticles.cli;

import org.jspecify.annotations.Nullable;

/** A command can't go on. Its message is a sentence for the person who typed it: what is wrong and how to mend it. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The call was right, but what it asked for went wrong: exit code 1. */
    public static CommandFailure failed(String message) {
        return failed(message, null);
    }

    /** As {@link #failed(String)}, with what lies behind it. */
    public static CommandFailure failed(String message, @Nullable Throwable cause) {
        return new CommandFailure(ExitCode.FAILED, message, cause);
    }

    /** The call itself was wrong: exit code 2. */
    public static CommandFailure wrongCall(String message) {
        return new CommandFailure(ExitCode.WRONG_CALL, message, null);
    }

    /** One of the constants of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
