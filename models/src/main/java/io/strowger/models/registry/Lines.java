package io.strowger.models.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small files of lines {@code key: value}. */
final class Lines {
    private Lines() {}

    /** The lines in their order; a line of another form has an empty key. */
    static List<Map.Entry<String, String>> of(String text) {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            int colon = line.indexOf(": ");
            lines.add(
                    colon > 0
                            ? Map.entry(
                                    line.substring(0, colon),
                                    line.substring(colon + 2).strip())
                            : Map.entry("", line));
        }
        return lines;
    }

    /** The value of each key; the last one wins. */
    static Map<String, String> map(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        of(text).forEach(line -> values.put(line.getKey(), line.getValue()));
        return values;
    }
}
