package io.strowger.verticles.config;

import io.strowger.engine.rules.Suggestion;
import io.strowger.engine.simulation.Distribution;
import io.strowger.verticles.config.Node.Mapping;
import io.strowger.verticles.config.Node.Scalar;
import io.strowger.verticles.config.Node.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how long something takes in a scenario: a time, or a mapping of the distribution's name to its parameters. */
final class DistributionReader {
    private static final double LEAST_SHAPE = 0.01;
    private static final double MOST_SHAPE = 10_000;
    private static final Distribution NOTHING = new Distribution.Constant(0);
    private static final String USAGE = "a time such as 180s is expected, or one of {exponential: 180s}, "
            + "{lognormal: {mean: 180s, variation: 1.2}}, {erlang: {mean: 180s, phases: 3}}, "
            + "{gamma: {mean: 180s, variation: 0.5}}, {uniform: {from: 60s, to: 300s}}, {empirical: [65s, 180s, 420s]}";

    private final Problems problems;

    DistributionReader(Problems problems) {
        this.problems = problems;
    }

    /** The distribution of a key, or null when it is absent. */
    @Nullable
    Distribution read(Fields fields, String key) {
        Node node = fields.node(key);
        String path = fields.child(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Scalar scalar) {
            return new Distribution.Constant(time(scalar, path));
        }
        if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
            return wrong(node, path, USAGE);
        }
        Fields choice = new Fields(node, path, problems);
        Distribution read = named(choice, mapping.entries().keySet().iterator().next(), node, path);
        choice.end();
        return read;
    }

    private Distribution named(Fields choice, String name, Node node, String path) {
        return switch (name) {
            case "constant" -> new Distribution.Constant(positiveOr(choice, "constant", 0));
            case "exponential" -> new Distribution.Exponential(positive(choice, "exponential"));
            case "lognormal", "gamma", "erlang" -> ofMean(choice, name, node, path);
            case "uniform" -> uniform(choice, node, path);
            case "empirical" -> empirical(choice, node, path);
            default ->
                wrong(
                        node,
                        path,
                        "there is no distribution " + name
                                + Suggestion.clause(
                                        name,
                                        List.of(
                                                "constant",
                                                "exponential",
                                                "lognormal",
                                                "gamma",
                                                "erlang",
                                                "uniform",
                                                "empirical"))
                                + "; " + USAGE);
        };
    }

    private Distribution ofMean(Fields choice, String name, Node node, String path) {
        Fields fields = choice.section(name);
        if (fields == null) {
            return wrong(node, path, USAGE);
        }
        long mean = positive(fields, "mean");
        Distribution read = switch (name) {
            case "lognormal" ->
                new Distribution.LogNormal(mean, fields.number("variation", 1, LEAST_SHAPE, MOST_SHAPE));
            case "erlang" -> new Distribution.Gamma(mean, fields.number("phases", 1, 1, MOST_SHAPE));
            default -> {
                double variation = fields.number("variation", 1, LEAST_SHAPE, 1 / LEAST_SHAPE);
                yield new Distribution.Gamma(mean, 1 / (variation * variation));
            }
        };
        fields.end();
        return read;
    }

    private Distribution uniform(Fields choice, Node node, String path) {
        Fields fields = choice.section("uniform");
        if (fields == null) {
            return wrong(node, path, USAGE);
        }
        long from = fields.nanos("from", 0);
        long to = positive(fields, "to");
        fields.end();
        return to < from ? wrong(node, path, "'to' is shorter than 'from'") : new Distribution.Uniform(from, to);
    }

    private Distribution empirical(Fields choice, Node node, String path) {
        List<Long> nanos = choice.list(
                "empirical",
                (item, itemPath) -> item instanceof Scalar scalar ? time(scalar, itemPath) : notTime(item, itemPath));
        if (nanos.isEmpty()) {
            return node instanceof Mapping mapping && mapping.entries().get("empirical") instanceof Sequence
                    ? wrong(node, path, "at least one observed time is needed")
                    : NOTHING;
        }
        return new Distribution.Empirical(
                nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private long notTime(Node item, String itemPath) {
        problems.add(item.place(), itemPath, "a time is expected, not " + item.kind());
        return 0;
    }

    private long time(Scalar scalar, String path) {
        try {
            return Durations.parse(scalar.text()).toNanos();
        } catch (IllegalArgumentException e) {
            problems.add(scalar.place(), path, String.valueOf(e.getMessage()));
            return 0;
        }
    }

    /** A time that must be there and be more than nothing; 1 when it is not. */
    private long positive(Fields fields, String key) {
        fields.text(key);
        return positiveOr(fields, key, 1);
    }

    private long positiveOr(Fields fields, String key, long least) {
        long nanos = fields.nanos(key, least);
        if (nanos < least && problems.isNew(fields.child(key))) {
            Node node = fields.node(key);
            if (node != null) {
                problems.add(node.place(), fields.child(key), "it must be more than 0");
            }
        }
        return Math.max(least, nanos);
    }

    private Distribution wrong(Node node, String path, String message) {
        if (problems.isNew(path)) {
            problems.add(node.place(), path, message);
        }
        return NOTHING;
    }
}
