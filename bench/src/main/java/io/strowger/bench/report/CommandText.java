package io.strowger.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command line as somebody would type it to repeat a run. Secrets are left out. */
final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern SECRET = Pattern.compile(
            "(-(?![\\w.-]*file)[\\w.-]*(?:token|password|secret)[\\w.-]*)(=.*)?", Pattern.CASE_INSENSITIVE);
    private static final String MASK = "***";

    private CommandText() {}

    /** The call that a benchmark's command was reached by. */
    static String of(CommandSpec benchmark) {
        CommandSpec root = benchmark.root();
        List<String> words = new ArrayList<>();
        words.add("./strowger");
        if (!root.name().equals("strowger")) {
            words.add("bench"); // the benchmark stands alone: it was not reached through ./strowger
            words.add(benchmark.name());
        }
        ParseResult parsed =
                root.commandLine() == null ? null : root.commandLine().getParseResult();
        if (parsed != null) {
            words.addAll(withoutSecrets(parsed.originalArgs()));
        }
        return String.join(" ", words);
    }

    private static List<String> withoutSecrets(List<String> arguments) {
        List<String> words = new ArrayList<>();
        boolean isSecret = false;
        for (String argument : arguments) {
            words.add(isSecret ? MASK : quoted(withoutSecret(argument)));
            isSecret = !isSecret
                    && argument.indexOf('=') < 0
                    && SECRET.matcher(argument).matches();
        }
        return words;
    }

    /** An argument such as {@code --token=abc} without what follows the name of a secret; any other as it is. */
    static String withoutSecret(String argument) {
        var secret = SECRET.matcher(argument);
        return secret.matches() && secret.group(2) != null ? secret.group(1) + "=" + MASK : argument;
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() || word.endsWith(MASK) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
