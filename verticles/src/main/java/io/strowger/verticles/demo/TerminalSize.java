package io.strowger.verticles.demo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * How many characters a terminal has room for, as {@code stty} says.
 *
 * @param columns characters a line
 * @param rows lines
 */
record TerminalSize(int columns, int rows) {
    private static final TerminalSize USUAL = new TerminalSize(100, 30);
    private static final TerminalSize LEAST = new TerminalSize(60, 16);
    private static final long PATIENCE_MILLIS = 500;

    /** The size of the terminal that this process runs in, or a usual one when it can't be asked. */
    static TerminalSize current() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return USUAL;
            }
            return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    /** Reads what {@code stty size} prints: rows and columns. */
    static TerminalSize parse(String output) {
        String[] words = output.strip().split(" ");
        if (words.length != 2 || !words[0].matches("[1-9]\\d{0,4}") || !words[1].matches("[1-9]\\d{0,4}")) {
            return USUAL;
        }
        return new TerminalSize(
                Math.max(LEAST.columns, Integer.parseInt(words[1])), Math.max(LEAST.rows, Integer.parseInt(words[0])));
    }
}
