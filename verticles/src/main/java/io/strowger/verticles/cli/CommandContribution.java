package io.strowger.verticles.cli;

import java.util.List;

/**
 * Adds commands to {@code ./strowger}. Found by {@link java.util.ServiceLoader}, so a module further out contributes its
 * command by a file in {@code META-INF/services}.
 */
public interface CommandContribution {
    /**
     * The commands, each an object with picocli's {@code @Command} annotation (or the specification of one, where it has
     * commands below it) that is a {@code Callable<Integer>} and gives
     * its exit code: 0 done, 1 failed, 2 wrong call. What it throws becomes a sentence on standard error; see {@link
     * CommandFailure}.
     *
     * @param console what the commands read from and write to
     */
    List<Object> commands(Console console);
}
