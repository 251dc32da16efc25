package io.strowger.bench.theory;

import io.strowger.engine.simulation.Estimate;

/**
 * A figure of a simulation beside the one that was computed.
 *
 * @param table the number of the table, such as {@code 5.1}
 * @param row which queue
 * @param figure which of its figures
 * @param theory what was computed
 * @param found what was simulated, with its interval
 * @param holds whether they agree
 */
record Check(String table, String row, String figure, double theory, Estimate found, boolean holds) {
    /** They agree when the interval contains the computed figure. */
    static Check inside(String table, String row, String figure, double theory, Estimate found) {
        return new Check(table, row, figure, theory, found, found.contains(theory));
    }

    /** A property: the simulated figure, clearly, lies between two others. */
    static Check between(String table, String row, String figure, double low, Estimate found, double high) {
        return new Check(table, row, figure, Double.NaN, found, found.high() >= low && found.low() <= high);
    }
}
