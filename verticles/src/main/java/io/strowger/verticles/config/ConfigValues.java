package io.strowger.verticles.config;

import io.strowger.engine.rules.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of all keys by name, each with the place that it came from. Later sources overrule earlier ones. Collects
 * problems, so that all of them are told at once.
 */
final class ConfigValues {
    /** Where a problem is that an option has. */
    static final String COMMAND_LINE = "command line";

    private static final String PREFIX = "STROWGER_";

    private final Map<String, ConfigKey<?>> keys = new LinkedHashMap<>();
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<ConfigProblem> notes = new ArrayList<>();

    ConfigValues(List<ConfigKey<?>> keys, Path home) {
        for (ConfigKey<?> key : keys) {
            this.keys.put(key.name(), key);
            if (key.byDefault() != null) {
                settings.put(key.name(), new Setting(key.byDefault(), "default", home));
            }
        }
    }

    /** Takes over the values of a file's text. */
    void putFile(String text, String source, Path base) {
        Node root = NodeReader.yaml(text, source);
        if (root instanceof Node.Mapping mapping) {
            putMapping(mapping, "", base);
        } else if (root != null) {
            problems.add(new ConfigProblem(
                    root.place().toString(), "", "the file is " + root.kind() + "; keys and values are expected"));
        }
    }

    private void putMapping(Node.Mapping mapping, String prefix, Path base) {
        mapping.entries().forEach((name, node) -> {
            String path = prefix + name;
            String where = mapping.keyPlace(name).toString();
            if (isSection(path)) {
                putSection(path, node, base);
            } else if (!keys.containsKey(path)) {
                problems.add(new ConfigProblem(where, path, "there is no such key" + Suggestion.clause(path, known())));
            } else {
                putNode(path, node, base);
            }
        });
    }

    private void putSection(String path, Node node, Path base) {
        if (node instanceof Node.Mapping section) {
            putMapping(section, path + ".", base);
        } else if (!isNothing(node)) {
            problems.add(new ConfigProblem(
                    node.place().toString(), path, "it is a section of keys and values, not " + node.kind()));
        }
    }

    private void putNode(String path, Node node, Path base) {
        ConfigKey<?> key = keys.get(path);
        if (isNothing(node)) {
            return;
        }
        if (!(node instanceof Node.Scalar scalar)) {
            problems.add(
                    new ConfigProblem(node.place().toString(), path, "a single value is expected, not " + node.kind()));
        } else if (key != null && (key.secret() || hasPassword(key, scalar.text()))) {
            problems.add(new ConfigProblem(
                    node.place().toString(),
                    path,
                    "a password must not stand in this file; use " + passwordFile(path) + " or the environment"));
        } else {
            settings.put(path, new Setting(scalar.text(), node.place().toString(), base));
        }
    }

    /** Takes over the variables that name keys; others with the prefix are noted, as platforms may set some. */
    void putEnvironment(Map<String, String> environment, Path base) {
        Map<String, String> byVariable = new LinkedHashMap<>();
        keys.values().forEach(key -> byVariable.put(key.variable(), key.name()));
        new TreeMap<>(environment).forEach((variable, value) -> {
            String name = byVariable.get(variable);
            if (name != null) {
                settings.put(name, new Setting(value, variable, base));
            } else if (variable.startsWith(PREFIX)) {
                String nearest = Suggestion.clause(variable, byVariable.keySet());
                notes.add(new ConfigProblem(variable, "", "no key has this variable, it is ignored" + nearest));
            }
        });
    }

    /** Takes over what the command line gave. */
    void putOptions(Map<String, String> options, Path base) {
        new TreeMap<>(options).forEach((name, value) -> {
            ConfigKey<?> key = keys.get(name);
            if (key == null) {
                String nearest = Suggestion.clause(name, known());
                problems.add(new ConfigProblem(COMMAND_LINE, name, "there is no such key" + nearest));
            } else if (key.secret() || hasPassword(key, value)) {
                String instead = "every user of the machine can read a command line; use " + passwordFile(name);
                problems.add(new ConfigProblem(COMMAND_LINE, name, instead + " or the environment"));
            } else {
                settings.put(name, new Setting(value, COMMAND_LINE, base));
            }
        });
    }

    /** The value of a key, or null where it is absent or was wrong; the latter is among the problems then. */
    <T> @Nullable T find(ConfigKey<T> key) {
        Setting setting = settings.get(key.name());
        if (setting == null) {
            return null;
        }
        try {
            return key.type().parser().parse(setting.text, setting.base);
        } catch (IllegalArgumentException e) {
            String message = e.getMessage() == null ? "it can't be read" : e.getMessage();
            wrong(key, message);
            return null;
        }
    }

    /** Notes something wrong with a key's value. */
    void wrong(ConfigKey<?> key, String message) {
        Setting setting = settings.get(key.name());
        problems.add(new ConfigProblem(setting == null ? "default" : setting.where, key.name(), message));
    }

    /** What was found wrong so far. */
    List<ConfigProblem> problems() {
        return List.copyOf(problems);
    }

    /** What is no error but worth a warning. */
    List<ConfigProblem> notes() {
        return List.copyOf(notes);
    }

    /** Every key that has a value: its text, masked where it is secret, and where it came from. */
    List<String> effective() {
        List<String> lines = new ArrayList<>();
        settings.forEach((name, setting) -> {
            ConfigKey<?> key = keys.get(name);
            boolean masked = key != null && (key.secret() || hasPassword(key, setting.text));
            lines.add(name + " = " + (masked ? "***" : setting.text) + " (" + setting.where + ")");
        });
        return lines;
    }

    private boolean isSection(String path) {
        return keys.keySet().stream().anyMatch(name -> name.startsWith(path + "."));
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.type() == Node.ScalarKind.NOTHING;
    }

    private static boolean hasPassword(ConfigKey<?> key, String text) {
        return key.name().endsWith(".uri") && StoreAddress.hasPassword(text);
    }

    private static String passwordFile(String path) {
        return path.substring(0, path.indexOf('.') + 1) + "password-file";
    }

    private List<String> known() {
        return List.copyOf(keys.keySet());
    }

    /** A value as it was written, where it was written, and the directory that relative paths in it are taken from. */
    private record Setting(String text, String where, Path base) {}
}
