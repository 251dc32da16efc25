package io.strowger.bench.recovery;

import java.util.List;
import java.util.Locale;

/**
 * What a process found that started from a journal, and its form on the process's standard output: a line.
 *
 * @param records applied
 * @param nanos that were measured: what, depends on the process
 * @param found the state as the journal gave it back
 * @param left the state afterwards, from which the next process starts
 */
record Recovered(long records, long nanos, State found, State left) {
    private static final String MARK = "recovered";
    private static final int WORDS = 7;
    private static final int RADIX = 16;

    /**
     * A state.
     *
     * @param sequence of the last record that it includes
     * @param hash of the state
     */
    record State(long sequence, long hash) {}

    /** The line. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s %d %d %d %x %d %x",
                MARK,
                records,
                nanos,
                found.sequence,
                found.hash,
                left.sequence,
                left.hash);
    }

    /**
     * Reads what a process printed.
     *
     * @throws IllegalArgumentException when the line is not among it
     */
    static Recovered of(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words.length == WORDS && words[0].equals(MARK)) {
                return new Recovered(
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        new State(Long.parseLong(words[3]), Long.parseUnsignedLong(words[4], RADIX)),
                        new State(Long.parseLong(words[5]), Long.parseUnsignedLong(words[6], RADIX)));
            }
        }
        throw new IllegalArgumentException("no line of it tells what was recovered: " + String.join("\n", lines));
    }
}
