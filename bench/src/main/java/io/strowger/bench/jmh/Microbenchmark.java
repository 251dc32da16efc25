package io.strowger.bench.jmh;

import io.strowger.engine.rules.Suggestion;
import io.strowger.verticles.cli.CommandFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A benchmark that JMH knows.
 *
 * @param name short, such as {@code json.read}
 * @param fullName class and method
 * @param parameters each with all of its values, empty for none
 */
record Microbenchmark(String name, String fullName, String parameters) {
    private static final String SUFFIX = "Benchmark";

    /**
     * Those whose short names match.
     *
     * @param filter part of a name or a regular expression, in whatever case; null for all
     * @throws CommandFailure when no name matches, or the filter is none
     */
    static List<Microbenchmark> named(@Nullable String filter) {
        Pattern pattern = pattern(filter == null ? "" : filter);
        List<Microbenchmark> all = all();
        List<Microbenchmark> matching = all.stream()
                .filter(benchmark -> pattern.matcher(benchmark.name).find())
                .toList();
        if (matching.isEmpty()) {
            List<String> names = all.stream().map(Microbenchmark::name).toList();
            throw CommandFailure.wrongCall("no benchmark's name matches '" + filter + "'; there are "
                    + String.join(", ", names) + Suggestion.clause(String.valueOf(filter), wholeAndTopics(names)));
        }
        return matching;
    }

    private static Set<String> wholeAndTopics(List<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        names.forEach(name -> all.add(name.substring(0, name.indexOf('.'))));
        return all;
    }

    /** The short name of a benchmark: {@code json.read} for {@code ...JsonBenchmark.read}. */
    static String shortName(String fullName) {
        int method = fullName.lastIndexOf('.');
        String type = fullName.substring(fullName.lastIndexOf('.', method - 1) + 1, method);
        String topic = type.endsWith(SUFFIX) ? type.substring(0, type.length() - SUFFIX.length()) : type;
        return topic.toLowerCase(Locale.ROOT) + fullName.substring(method);
    }

    /** A line for a list. */
    String description() {
        return parameters.isEmpty() ? name : String.format(Locale.ROOT, "%-18s %s", name, parameters);
    }

    private static List<Microbenchmark> all() {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);
        List<Microbenchmark> all = new ArrayList<>();
        for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(silent, List.of())) {
            all.add(new Microbenchmark(shortName(entry.getUsername()), entry.getUsername(), parameters(entry)));
        }
        return all;
    }

    private static String parameters(BenchmarkListEntry entry) {
        List<String> texts = new ArrayList<>();
        if (entry.getParams().hasValue()) {
            for (Map.Entry<String, String[]> parameter : entry.getParams().get().entrySet()) {
                texts.add(parameter.getKey() + " = " + String.join(" | ", parameter.getValue()));
            }
        }
        return String.join("; ", texts);
    }

    private static Pattern pattern(String filter) {
        try {
            return Pattern.compile(filter, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw CommandFailure.wrongCall("'" + filter + "' is not a regular expression: " + e.getDescription());
        }
    }
}
