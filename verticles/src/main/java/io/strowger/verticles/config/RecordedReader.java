package io.strowger.verticles.config;

import io.strowger.engine.journal.JournalException;
import io.strowger.engine.journal.JournalScan;
import io.strowger.engine.simulation.JournalArrivals;
import io.strowger.engine.simulation.RecordedArrivals;
import io.strowger.engine.simulation.RecordedConversations;
import io.strowger.engine.simulation.TimeShift;
import io.strowger.verticles.config.Node.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads those streams of a scenario whose customers come from a journal. Writes nothing to it. */
final class RecordedReader {
    private static final double LEAST_FACTOR = 0.001;
    private static final List<String> RECORDED = List.of("perHour", "text", "contact", "analysis");

    private final Problems problems;
    private final Path file;
    private final String organization;
    private final List<String> channels;

    /**
     * A reader.
     *
     * @param file the scenario's; paths are taken from where it is
     * @param organization the scenario's id
     * @param channels the ids of its channels
     */
    RecordedReader(Problems problems, Path file, String organization, List<String> channels) {
        this.problems = problems;
        this.file = file;
        this.organization = organization;
        this.channels = channels;
    }

    /**
     * Who comes, or null when that can't be said; then there is a problem.
     *
     * @param stream a stream that has {@code journal}
     * @param channel the only one that counts; empty for all
     * @param attributes what each message has in addition
     */
    @Nullable
    RecordedArrivals read(Fields stream, String channel, Map<String, String> attributes) {
        for (String key : RECORDED) {
            Node node = stream.node(key);
            if (node != null) {
                problems.add(node.place(), stream.child(key), "it comes from the journal; leave it out");
            }
        }
        Node node = stream.node("journal");
        if (node == null) {
            throw new IllegalArgumentException("the stream has no journal");
        }
        String path = stream.child("journal");
        if (node instanceof Scalar directory) {
            return arrivals(directory, path, selection(organization, channel), TimeShift.NONE, 1, attributes);
        }
        Fields fields = new Fields(node, path, problems);
        fields.text("directory");
        JournalArrivals.Selection selection = new JournalArrivals.Selection(
                fields.text("organization", organization),
                channel,
                LocalInstants.read(fields, "from", problems, Long.MIN_VALUE),
                LocalInstants.read(fields, "to", problems, Long.MAX_VALUE));
        Node to = fields.node("to");
        if (to != null && selection.to() <= selection.from() && problems.isNew(fields.child("to"))) {
            problems.add(to.place(), fields.child("to"), "it must be later than from");
        }
        TimeShift shift = fields.choice("shift", TimeShift.values(), TimeShift.NONE);
        double factor = fields.number("factor", 1, LEAST_FACTOR, RecordedArrivals.MOST);
        Node directory = fields.node("directory");
        fields.end();
        return directory instanceof Scalar scalar
                ? arrivals(scalar, fields.child("directory"), selection, shift, factor, attributes)
                : null;
    }

    private static JournalArrivals.Selection selection(String organization, String channel) {
        return new JournalArrivals.Selection(organization, channel, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private @Nullable RecordedArrivals arrivals(
            Scalar directory,
            String path,
            JournalArrivals.Selection selection,
            TimeShift shift,
            double factor,
            Map<String, String> attributes) {
        if (!problems.list().isEmpty()) {
            return null;
        }
        Path journal;
        try {
            journal = file.toAbsolutePath().resolveSibling(directory.text()).normalize();
        } catch (InvalidPathException e) {
            problems.add(directory.place(), path, "that is not a path: " + e.getReason());
            return null;
        }
        try (JournalScan scan = JournalScan.of(journal)) {
            RecordedConversations recording = JournalArrivals.read(scan, selection);
            List<String> missing = recording.channels().stream()
                    .filter(channel -> !channels.contains(channel))
                    .sorted()
                    .toList();
            if (!missing.isEmpty()) {
                problems.add(
                        directory.place(),
                        path,
                        "conversations of the journal in " + journal + " came by " + String.join(", ", missing)
                                + ", which the organization lacks; its channels are " + String.join(", ", channels)
                                + ": add what is missing, or take a single one with the stream's channel");
                return null;
            }
            return new RecordedArrivals(recording, shift, factor, attributes);
        } catch (JournalException e) {
            problems.add(directory.place(), path, withoutStop(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            problems.add(directory.place(), path, "the journal in " + journal + " can't be used: " + e.getMessage());
        }
        return null;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
