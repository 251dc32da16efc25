package io.strowger.verticles.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the shipped {@code conf/strowger.yaml} and {@code docs/config.md} from the table of keys. A test compares both
 * with what this gives, so that they never say anything else than the code.
 */
final class ConfigText {
    private static final int WIDTH = 116;
    private static final String YAML_HEAD = """
            # The server's configuration: every key with its default. Change a value here, or overrule it by the environment
            # variable that docs/config.md names (for example STROWGER_HTTP_PORT=9090), or on the command line.
            # Durations have a unit (250ms, 30s, 24h, 7d), sizes too (64KiB, 512MiB, 16GiB). An unknown key is an error.
            # Relative paths are taken from the directory of ./strowger.
            """;
    private static final String MARKDOWN_HEAD = """
            # Configuration

            This page is generated from the table of keys in the code; a test fails when it differs.

            Values come from four sources; a later one overrules an earlier one:

            1. defaults, as below;
            2. the file: `conf/strowger.yaml`, or what `--config` names;
            3. the environment: the key in capitals, dots and hyphens as underscores, behind `STROWGER_`;
            4. options of the command line.

            Unknown keys in the file, and values out of their range, are errors; all of them are told at once with file, line
            and column. A variable that starts with `STROWGER_` and names no key is told as a warning, because platforms set
            some of their own. Passwords come only from the environment or from a file that the configuration names, and are
            shown as `***`.

            Durations: a number with `ns`, `us`, `ms`, `s`, `m`, `h` or `d`. Sizes: a number of bytes, or with `KiB`, `MiB`,
            `GiB`, `TiB`. Relative paths are taken from the directory of `./strowger`; in the environment and in options from
            the working directory.
            """;

    private ConfigText() {}

    /** The shipped file: what is optional stands there as a comment. */
    static String yaml() {
        StringBuilder text = new StringBuilder(YAML_HEAD);
        String section = "";
        for (ConfigKey<?> key : ServerKeys.all()) {
            String of = section(key);
            if (!of.equals(section) || of.isEmpty()) {
                text.append('\n').append(of.isEmpty() ? "" : of + ":\n");
                section = of;
            }
            String indent = of.isEmpty() ? "" : "  ";
            for (String line : wrapped(comment(key), WIDTH - indent.length() - 2)) {
                text.append(indent).append("# ").append(line).append('\n');
            }
            String leaf = key.name().substring(of.isEmpty() ? 0 : of.length() + 1);
            String byDefault = key.byDefault();
            text.append(indent)
                    .append(byDefault == null ? "# " + leaf + ":" : leaf + ": " + byDefault)
                    .append('\n');
        }
        return text.toString();
    }

    /** The page: a table a section. */
    static String markdown() {
        StringBuilder text = new StringBuilder(MARKDOWN_HEAD);
        String section = "?";
        for (ConfigKey<?> key : ServerKeys.all()) {
            String of = section(key);
            if (!of.equals(section)) {
                text.append("\n## ").append(of.isEmpty() ? "General" : of).append("\n\n");
                text.append("| key | default | value | meaning | variable |\n|---|---|---|---|---|\n");
                section = of;
            }
            String byDefault = key.byDefault();
            text.append("| `").append(key.name()).append("` | ");
            text.append(byDefault == null ? "none" : "`" + byDefault + "`").append(" | ");
            text.append(accepted(key)).append(" | ").append(key.description()).append(" | `");
            text.append(key.variable()).append("` |\n");
        }
        return text.toString();
    }

    private static String comment(ConfigKey<?> key) {
        String accepted = accepted(key);
        return key.secret()
                ? key.description() + " (" + key.variable() + ")"
                : key.description() + " (" + accepted + ")";
    }

    private static String accepted(ConfigKey<?> key) {
        return key.type().description() + (key.unit().isEmpty() ? "" : " " + key.unit());
    }

    private static String section(ConfigKey<?> key) {
        int dot = key.name().indexOf('.');
        return dot < 0 ? "" : key.name().substring(0, dot);
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
