package io.strowger.bench.guard;

import java.util.List;

/**
 * A kind of work that machines differ in, with as much of it as takes about as long as a fifth of a round's messages on the
 * machine that the amounts were chosen on. They are part of what baselines mean: change one, and measure the baselines anew.
 */
enum Yardstick {
    /** Integers in registers, each result needed by the next. */
    ARITHMETIC(0, "arithmetic", 4_000),
    /** Reads all over a table, each one's place known only from the one before, with branches that nobody can guess. */
    LOOK_UPS(1, "look-ups", 1_000),
    /** Sums of words all over a table, whose places are known beforehand, as an analyzer sums weights. */
    ROWS(2, "rows", 600),
    /** Copies and checksums of a record's size. */
    COPIES(3, "copies", 800),
    /** Writes of a batch's size to a file, never forced. Only what writes is compared with it. */
    WRITES(4, "writes", 8);

    private static final List<Yardstick> ALL = List.of(values());
    private static final List<Yardstick> WITHOUT_FILES = List.of(ARITHMETIC, LOOK_UPS, ROWS, COPIES);

    private final int index;
    private final String label;
    private final int units;

    Yardstick(int index, String label, int units) {
        this.index = index;
        this.label = label;
        this.units = units;
    }

    /** Its place in arrays with an element a yardstick. */
    int index() {
        return index;
    }

    /** Its name in tables and baselines. */
    String label() {
        return label;
    }

    /** The amount beside each round of messages. */
    int units() {
        return units;
    }

    /** The yardsticks whose work a step's is a mixture of. */
    static List<Yardstick> measuring(Step step) {
        return step == Step.COMMIT ? ALL : WITHOUT_FILES;
    }
}
