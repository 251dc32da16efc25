package io.strowger.engine.configuration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names and their numbers: a name keeps its number for ever, new names get the next one. Immutable; {@link #with} gives
 * the grown table.
 */
public final class NameTable {
    /** No names. */
    public static final NameTable EMPTY = new NameTable(new String[0]);

    private final String[] names;
    private final Map<String, Integer> numbers;

    private NameTable(String[] names) {
        this.names = names;
        this.numbers = new HashMap<>();
        for (int number = 0; number < names.length; number++) {
            numbers.put(names[number], number);
        }
    }

    /** This table and, at its end, those of the names that it lacks, in their order. */
    public NameTable with(List<String> more) {
        List<String> added = more.stream()
                .filter(name -> !numbers.containsKey(name))
                .distinct()
                .toList();
        if (added.isEmpty()) {
            return this;
        }
        String[] grown = Arrays.copyOf(names, names.length + added.size());
        for (int index = 0; index < added.size(); index++) {
            grown[names.length + index] = added.get(index);
        }
        return new NameTable(grown);
    }

    /** The number of a name, or -1. */
    public int number(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /**
     * The name with that number.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public String name(int number) {
        return names[number];
    }

    public int size() {
        return names.length;
    }

    /** All names in the order of their numbers. */
    public List<String> names() {
        return List.of(names);
    }
}
