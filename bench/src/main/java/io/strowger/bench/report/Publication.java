package io.strowger.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A report with what surrounds it: all that its printed and written forms say.
 *
 * @param benchmark the command's name, such as {@code latency}
 * @param commandLine by which the run can be repeated
 */
record Publication(String benchmark, String commandLine, Environment environment, Report report) {
    private static final String INDICATIVE = " (indicative)";

    /** The report's caveats, and first of all that the figures are indicative, where they are. */
    List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        String indication = environment.indication();
        if (indication != null) {
            caveats.add(indication);
        }
        caveats.addAll(report.caveats());
        return caveats;
    }

    /** What stands over a table. */
    String caption(Table table) {
        return isIndicative() && !table.title().endsWith(INDICATIVE) ? table.title() + INDICATIVE : table.title();
    }

    boolean isIndicative() {
        return environment.indication() != null;
    }
}
