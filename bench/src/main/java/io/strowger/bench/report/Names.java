package io.strowger.bench.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that become file names: the same on every file system, and safe to type. */
final class Names {
    /** What such a name may be, for people. */
    static final String RULE = "letters, digits, '.', '_' and '-', a letter or digit first, 80 at most";

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private Names() {}

    static boolean isFileName(String name) {
        return FILE_NAME.matcher(name).matches();
    }

    static void requireFileName(String name) {
        if (!isFileName(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot name a file: " + RULE);
        }
    }

    static void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("a report has two of '" + name + "'");
            }
        }
    }
}
