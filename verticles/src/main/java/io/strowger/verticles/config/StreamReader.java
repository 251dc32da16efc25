package io.strowger.verticles.config;

import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.rules.Suggestion;
import io.strowger.engine.simulation.ArrivalRate;
import io.strowger.engine.simulation.ArrivalStream;
import io.strowger.engine.simulation.Arrivals;
import io.strowger.engine.simulation.Distribution;
import io.strowger.engine.simulation.GivenAnalysis;
import io.strowger.engine.simulation.RandomArrivals;
import io.strowger.engine.simulation.RecordedArrivals;
import io.strowger.models.Head;
import io.strowger.verticles.config.Node.Scalar;
import io.strowger.verticles.config.Node.Sequence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads the streams of a scenario. */
final class StreamReader {
    private static final double MOST_PER_HOUR = 1e9;
    private static final int HOURS = 24;
    private static final int MOST_PRIORITY = 1_000;

    private final Problems problems;
    private final DistributionReader distributions;
    private final SimulatedRules rules;
    private final Function<String, GivenAnalysis> analyzer;
    private final RecordedReader recorded;
    private final List<String> channels;
    private final List<String> queues;

    /**
     * A reader.
     *
     * @param file the scenario's
     * @param rules gets a rule for each queue that a stream names
     * @param analyzer what the models say about a text
     */
    StreamReader(
            Problems problems,
            Path file,
            OrganizationConfiguration organization,
            SimulatedRules rules,
            Function<String, GivenAnalysis> analyzer) {
        this.problems = problems;
        this.distributions = new DistributionReader(problems);
        this.rules = rules;
        this.analyzer = analyzer;
        channels =
                organization.channels().stream().map(ChannelConfiguration::id).toList();
        queues = organization.queues().stream().map(QueueConfiguration::id).toList();
        recorded = new RecordedReader(problems, file, organization.id(), channels);
    }

    ArrivalStream read(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        String name = fields.text("name");
        Arrivals arrivals = arrivals(fields, node);
        Distribution handling = distributions.read(fields, "handling");
        if (handling == null) {
            problems.add(node.place(), fields.child("handling"), "it is missing: how long a conversation takes");
        }
        ArrivalStream stream = new ArrivalStream(
                name,
                arrivals,
                handling == null ? new Distribution.Constant(0) : handling,
                distributions.read(fields, "afterWork"),
                distributions.read(fields, "patience"));
        fields.end();
        return stream;
    }

    private Arrivals arrivals(Fields fields, Node node) {
        if (fields.node("journal") != null) {
            String only = known(fields, "channel", channels, "");
            RecordedArrivals read = recorded.read(fields, only, attributes(fields));
            return read == null ? new RandomArrivals(only, ArrivalRate.of(0), ArrivalStream.Content.NONE) : read;
        }
        String channel = known(fields, "channel", channels, channels.size() == 1 ? channels.get(0) : "");
        if (channel.isEmpty() && problems.isNew(fields.child("channel"))) {
            problems.add(node.place(), fields.child("channel"), "it is missing; one of " + String.join(", ", channels));
        }
        return new RandomArrivals(channel, rate(fields, node), content(fields));
    }

    private String known(Fields fields, String key, List<String> known, String byDefault) {
        String id = fields.text(key, byDefault);
        Node node = fields.node(key);
        if (node != null && !known.contains(id)) {
            problems.add(
                    node.place(), fields.child(key), "there is no " + key + " " + id + Suggestion.clause(id, known));
        }
        return id;
    }

    private ArrivalRate rate(Fields fields, Node stream) {
        String path = fields.child("perHour");
        Node node = fields.node("perHour");
        if (node instanceof Scalar) {
            return ArrivalRate.of(fields.number("perHour", 0, 0, MOST_PER_HOUR));
        }
        if (node instanceof Sequence sequence && sequence.items().size() == HOURS) {
            return new ArrivalRate(fields.list("perHour", (item, itemPath) -> hour(fields, item, itemPath)).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
        }
        problems.add(
                node == null ? stream.place() : node.place(),
                path,
                (node == null ? "it is missing; " : "") + "how many customers an hour: a number, or " + HOURS
                        + " of them, one for each hour of the day" + (node == null ? "; or a journal" : ""));
        return ArrivalRate.of(0);
    }

    private double hour(Fields fields, Node item, String itemPath) {
        if (item instanceof Scalar scalar) {
            return fields.number(scalar, itemPath, 0, MOST_PER_HOUR);
        }
        problems.add(item.place(), itemPath, "a number is expected, not " + item.kind());
        return 0;
    }

    private Map<String, String> attributes(Fields fields) {
        Map<String, String> attributes = new LinkedHashMap<>();
        fields.named("attributes", (entry, path) -> {
            if (entry.getValue() instanceof Scalar scalar) {
                attributes.put(entry.getKey(), scalar.text());
            } else {
                problems.add(entry.getValue().place(), path, "a text is expected");
            }
            return entry;
        });
        direct(fields, attributes);
        return attributes;
    }

    private ArrivalStream.Content content(Fields fields) {
        Map<String, String> attributes = attributes(fields);
        String text = fields.text("text", "");
        Fields contact = fields.section("contact");
        String tier = contact == null ? "" : contact.text("tier", "");
        String language = contact == null ? "" : contact.text("language", "");
        if (contact != null) {
            contact.end();
        }
        Fields given = fields.section("analysis");
        GivenAnalysis analysis =
                given != null ? analysis(given) : text.isEmpty() ? GivenAnalysis.NONE : analyzer.apply(text);
        return new ArrivalStream.Content(text, analysis, attributes, tier, language);
    }

    /** A stream that names its queue gets a rule of its own for that. */
    private void direct(Fields fields, Map<String, String> attributes) {
        String queue = known(fields, "queue", queues, "");
        Integer priority = fields.integer("priority");
        if (priority != null && (priority < 0 || priority > MOST_PRIORITY)) {
            Node node = fields.node("priority");
            problems.add(
                    node == null ? problems.placeOrStart("") : node.place(),
                    fields.child("priority"),
                    priority + " is not between 0 and " + MOST_PRIORITY);
        } else if (queue.isEmpty() && priority != null) {
            problems.add(
                    problems.placeOrStart(fields.child("priority")),
                    fields.child("priority"),
                    "it goes together with queue; without one the organization's rules give the priority");
        } else if (queues.contains(queue)) {
            attributes.put(SimulatedRules.ATTRIBUTE, rules.to(queue, priority));
        }
    }

    private GivenAnalysis analysis(Fields fields) {
        Map<Head, GivenAnalysis.Label> labels = new HashMap<>();
        double score = 0;
        for (Head head : Head.values()) {
            String key = head.name().toLowerCase(Locale.ROOT);
            Node node = fields.node(key);
            if (node instanceof Scalar scalar) {
                labels.put(head, new GivenAnalysis.Label(scalar.text(), 1));
            } else if (node != null) {
                Fields answer = new Fields(node, fields.child(key), problems);
                String label = answer.text("label");
                double confidence = answer.number("confidence", 1, 0, 1);
                if (head == Head.SENTIMENT) {
                    score = answer.number("score", 0, -1, 1);
                }
                answer.end();
                labels.put(head, new GivenAnalysis.Label(label.isBlank() ? "?" : label, confidence));
            }
        }
        fields.end();
        return new GivenAnalysis(labels, score);
    }
}
