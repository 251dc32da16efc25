package io.strowger.verticles.config;

import io.strowger.engine.rules.Suggestion;
import io.strowger.verticles.config.Node.Mapping;
import io.strowger.verticles.config.Node.Scalar;
import io.strowger.verticles.config.Node.ScalarKind;
import io.strowger.verticles.config.Node.Sequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one mapping, each once, and notes what is wrong with them. A wrong value is answered with its default,
 * so that one pass finds every problem; whoever reads looks at the problems before using what was read.
 */
final class Fields {
    private final @Nullable Mapping mapping;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(Node node, String path, Problems problems) {
        this.path = path;
        this.problems = problems;
        if (node instanceof Mapping keys) {
            mapping = keys;
        } else {
            mapping = null;
            problems.add(node.place(), path, "keys and values are expected, not " + node.kind());
        }
        problems.place(path, node.place());
    }

    /** A text that must be there. */
    String text(String key) {
        String text = text(key, "");
        if (mapping != null && text.isEmpty() && problems.isNew(child(key))) {
            problems.add(placeOf(key), child(key), "it is missing; a text is needed");
        }
        return text;
    }

    /** A text that may be absent. */
    String text(String key, String byDefault) {
        Scalar scalar = scalar(key);
        return scalar == null ? byDefault : scalar.text();
    }

    /** A whole number that may be absent. */
    int integer(String key, int byDefault) {
        Integer value = integer(key);
        return value == null ? byDefault : value;
    }

    /** A whole number, or null when it is absent. */
    @Nullable
    Integer integer(String key) {
        Scalar scalar = scalar(key);
        if (scalar == null) {
            return null;
        }
        try {
            return Integer.valueOf(scalar.text());
        } catch (NumberFormatException e) {
            boolean isWhole = scalar.text().matches("[+-]?\\d+");
            problems.add(
                    scalar.place(),
                    child(key),
                    isWhole ? scalar.text() + " is too large" : "'" + scalar.text() + "' is not a whole number");
            return null;
        }
    }

    /** A whole number that may be absent and large. */
    long whole(String key, long byDefault, long least, long most) {
        Scalar scalar = scalar(key);
        if (scalar == null) {
            return byDefault;
        }
        try {
            BigInteger value = new BigInteger(scalar.text());
            if (value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(most)) <= 0) {
                return value.longValue();
            }
            problems.add(scalar.place(), child(key), scalar.text() + " is not between " + least + " and " + most);
        } catch (NumberFormatException e) {
            problems.add(scalar.place(), child(key), "'" + scalar.text() + "' is not a whole number");
        }
        return byDefault;
    }

    /** A number that may be absent, and may have a fraction. */
    double number(String key, double byDefault, double least, double most) {
        Scalar scalar = scalar(key);
        return scalar == null ? byDefault : number(scalar, child(key), least, most);
    }

    /** A number that may have a fraction; the nearer limit when it is none, or out of its limits. */
    double number(Scalar scalar, String itemPath, double least, double most) {
        try {
            double value = Double.parseDouble(scalar.text());
            if (value >= least && value <= most) {
                return value;
            }
            problems.add(
                    scalar.place(),
                    itemPath,
                    scalar.text() + " is not between " + shown(least) + " and " + shown(most));
        } catch (NumberFormatException e) {
            problems.add(scalar.place(), itemPath, "'" + scalar.text() + "' is not a number");
        }
        return least;
    }

    private static String shown(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }

    /** true or false. */
    boolean truth(String key, boolean byDefault) {
        Scalar scalar = scalar(key);
        if (scalar == null) {
            return byDefault;
        }
        if (scalar.type() != ScalarKind.TRUTH) {
            problems.add(scalar.place(), child(key), "true or false is expected, not '" + scalar.text() + "'");
        }
        return Boolean.parseBoolean(scalar.text());
    }

    /** A duration in nanoseconds. */
    long nanos(String key, long byDefault) {
        Scalar scalar = scalar(key);
        if (scalar == null) {
            return byDefault;
        }
        try {
            return Durations.parse(scalar.text()).toNanos();
        } catch (IllegalArgumentException e) {
            problems.add(scalar.place(), child(key), String.valueOf(e.getMessage()));
            return byDefault;
        }
    }

    /** A constant whose name is written with hyphens in small letters. */
    <E extends Enum<E>> E choice(String key, E[] constants, E byDefault) {
        Scalar scalar = scalar(key);
        if (scalar == null) {
            return byDefault;
        }
        List<String> names = new ArrayList<>();
        for (E constant : constants) {
            names.add(shown(constant));
            if (shown(constant).equals(scalar.text())) {
                return constant;
            }
        }
        String message = "'" + scalar.text() + "' is none of " + String.join(", ", names);
        problems.add(scalar.place(), child(key), message + Suggestion.clause(scalar.text(), names));
        return byDefault;
    }

    /** How a constant is written. */
    static String shown(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A list of texts. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        list(key, (node, itemPath) -> {
            if (node instanceof Scalar scalar && scalar.type() != ScalarKind.NOTHING) {
                texts.add(scalar.text());
            } else {
                problems.add(node.place(), itemPath, "a text is expected, not " + node.kind());
            }
            return node;
        });
        return texts;
    }

    /** A list; each item is read with its path. */
    <T> List<T> list(String key, BiFunction<Node, String, T> read) {
        List<T> items = new ArrayList<>();
        Node node = node(key);
        if (node instanceof Sequence sequence) {
            for (int index = 0; index < sequence.items().size(); index++) {
                String itemPath = child(key) + "[" + index + "]";
                problems.place(itemPath, sequence.items().get(index).place());
                items.add(read.apply(sequence.items().get(index), itemPath));
            }
        } else if (node != null) {
            problems.add(node.place(), child(key), "a list is expected, not " + node.kind());
        }
        return items;
    }

    /** A mapping of names to values; each is read with its path. */
    <T> List<T> named(String key, BiFunction<Map.Entry<String, Node>, String, T> read) {
        List<T> items = new ArrayList<>();
        Node node = node(key);
        if (node instanceof Mapping entries) {
            entries.entries()
                    .entrySet()
                    .forEach(entry -> items.add(read.apply(entry, child(key) + "." + entry.getKey())));
        } else if (node != null) {
            problems.add(node.place(), child(key), "keys and values are expected, not " + node.kind());
        }
        return items;
    }

    /** A mapping, or null when it is absent. */
    @Nullable
    Fields section(String key) {
        Node node = node(key);
        return node == null ? null : new Fields(node, child(key), problems);
    }

    /** Notes the keys that nobody asked for. */
    void end() {
        if (mapping == null) {
            return;
        }
        for (Map.Entry<String, Place> entry : mapping.keys().entrySet()) {
            String key = entry.getKey();
            if (!known.contains(key)) {
                problems.add(entry.getValue(), child(key), "there is no such key" + Suggestion.clause(key, known));
            }
        }
    }

    private @Nullable Scalar scalar(String key) {
        Node node = node(key);
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        if (node != null) {
            problems.add(node.place(), child(key), "a single value is expected, not " + node.kind());
        }
        return null;
    }

    /** The value as it stands there, or null when it is absent. */
    @Nullable
    Node node(String key) {
        known.add(key);
        Node node = mapping == null ? null : mapping.entries().get(key);
        if (node == null || (node instanceof Scalar scalar && scalar.type() == ScalarKind.NOTHING)) {
            return null;
        }
        problems.place(child(key), node.place());
        return node;
    }

    private Place placeOf(String key) {
        Place place = problems.place(child(key));
        return place == null ? problems.placeOrStart(path) : place;
    }

    /** The path of a key. */
    String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
