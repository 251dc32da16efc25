package io.strowger.verticles;

import io.strowger.verticles.cli.CommandRunner;
import io.strowger.verticles.cli.Console;

/** Where the process starts: {@code ./strowger COMMAND ...}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandRunner(Console.ofProcess()).run(arguments));
    }
}
