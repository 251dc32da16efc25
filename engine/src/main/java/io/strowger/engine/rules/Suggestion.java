package io.strowger.engine.rules;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody may have meant by a name that is not known. Cold; safe for use by any thread. */
public final class Suggestion {
    private static final int LEAST_BEGINNING = 3;

    private Suggestion() {}

    /** The known name nearest to the given one, or null when none is near enough to be meant. */
    public static @Nullable String nearest(String name, Collection<String> known) {
        String wanted = folded(name);
        String nearest = null;
        int least = Math.max(1, wanted.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(wanted, folded(candidate));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest == null ? longer(wanted, known) : nearest;
    }

    /** The first known name that starts like the wanted one, null when there is none or the beginning is too short. */
    private static @Nullable String longer(String wanted, Collection<String> known) {
        if (wanted.length() < LEAST_BEGINNING) {
            return null;
        }
        for (String candidate : known) {
            if (folded(candidate).startsWith(wanted)) {
                return candidate;
            }
        }
        return null;
    }

    /** The text {@code ; did you mean X?} for the nearest name, or nothing when none is near. */
    public static String clause(String name, Collection<String> known) {
        String nearest = nearest(name, known);
        return nearest == null ? "" : "; did you mean " + nearest + "?";
    }

    /** Names that differ only in case or in how they join words are the same mistake. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other. */
    private static int distance(String from, String to) {
        int[] beforePrevious = new int[to.length() + 1];
        int[] previous = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                boolean same = from.charAt(row - 1) == to.charAt(column - 1);
                int least = Math.min(previous[column] + 1, current[column - 1] + 1);
                least = Math.min(least, previous[column - 1] + (same ? 0 : 1));
                if (swapped(from, row, to, column)) {
                    least = Math.min(least, beforePrevious[column - 2] + 1);
                }
                current[column] = least;
            }
            int[] reused = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = reused;
        }
        return previous[to.length()];
    }

    private static boolean swapped(String from, int row, String to, int column) {
        return row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
    }
}
