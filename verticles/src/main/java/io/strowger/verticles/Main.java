package io.strowger.verticles;

import io.strowger.verticles.cli.CommandRunner;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.logging.Logging;

/** Where the process starts: {@code ./strowger COMMAND ...}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.quiet();
        System.exit(new CommandRunner(Console.ofProcess()).run(arguments));
    }
}
