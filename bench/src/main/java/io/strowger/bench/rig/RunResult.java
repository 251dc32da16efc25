package io.strowger.bench.rig;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * What one run found: recordings, counts, and what went wrong. The measuring process writes it, the command reads it. Not for
 * use by two threads at once.
 */
final class RunResult {
    private static final String PROBLEM = "problem.";
    private static final String STEPS = "throughput";

    private final Map<Recording, Histogram> recordings = new EnumMap<>(Recording.class);
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final List<String> problems = new ArrayList<>();
    private long[] throughput = {};

    void put(Recording recording, Histogram histogram) {
        recordings.put(recording, histogram);
    }

    void put(Count count, long value) {
        counts.put(count, value);
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    void throughput(long[] answersInEachStep) {
        throughput = answersInEachStep.clone();
    }

    /** A recording; empty when the run had none of that name. */
    Histogram recording(Recording recording) {
        return recordings.getOrDefault(recording, Histograms.ofNanos());
    }

    boolean has(Recording recording) {
        return recordings.containsKey(recording);
    }

    /** A count; 0 when the run had none of that name. */
    long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** What went wrong, in sentences: with one of them, the figures mean nothing. A rate that was missed is not among them. */
    List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** Answers in each {@link Throughput#STEP}. */
    long[] throughput() {
        return throughput.clone();
    }

    double achievedPerSecond() {
        return count(Count.SENT) * 1e9 / Math.max(1, count(Count.ELAPSED_NANOS));
    }

    /** How much of the schedule's rate was reached, 0 to 1. */
    double kept() {
        return (double) count(Count.SCHEDULED_NANOS) / Math.max(1, count(Count.ELAPSED_NANOS));
    }

    boolean isRateReached() {
        return kept() >= Sent.LEAST_KEPT;
    }

    /** Whether the machine's stalls drown the decision times. */
    boolean isNoisy() {
        return Hiccups.isNoisy(recording(Recording.HICCUPS), recording(Recording.DECIDED));
    }

    /** Writes {@code <name>.hlog} and {@code <name>.properties}. */
    void write(Path directory, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(directory.resolve(name + ".hlog"))) {
            HistogramLogWriter log = new HistogramLogWriter(out);
            log.outputLogFormatVersion();
            log.outputLegend();
            recordings.forEach((recording, histogram) -> {
                histogram.setTag(recording.tag());
                histogram.setStartTimeStamp(0);
                histogram.setEndTimeStamp(count(Count.ELAPSED_NANOS) / 1_000_000);
                log.outputIntervalHistogram(histogram);
            });
            log.close();
        }
        Properties properties = new Properties();
        counts.forEach((count, value) -> properties.setProperty(count.name(), Long.toString(value)));
        for (int index = 0; index < problems.size(); index++) {
            properties.setProperty(PROBLEM + index, problems.get(index));
        }
        StringBuilder steps = new StringBuilder();
        for (long step : throughput) {
            steps.append(steps.length() == 0 ? "" : " ").append(step);
        }
        properties.setProperty(STEPS, steps.toString());
        try (Writer out = Files.newBufferedWriter(directory.resolve(name + ".properties"))) {
            properties.store(out, null);
        }
    }

    /** Reads what {@link #write} wrote. */
    static RunResult read(Path directory, String name) throws IOException {
        RunResult result = new RunResult();
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(directory.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        for (Map.Entry<Object, Object> entry : new TreeMap<>(properties).entrySet()) {
            String key = (String) entry.getKey();
            String value = (String) entry.getValue();
            if (key.startsWith(PROBLEM)) {
                result.problem(value);
            } else if (key.equals(STEPS)) {
                result.throughput(
                        value.isEmpty()
                                ? new long[0]
                                : Arrays.stream(value.split(" "))
                                        .mapToLong(Long::parseLong)
                                        .toArray());
            } else {
                result.put(Count.valueOf(key), Long.parseLong(value));
            }
        }
        try (HistogramLogReader reader =
                new HistogramLogReader(directory.resolve(name + ".hlog").toFile())) {
            for (EncodableHistogram next = reader.nextIntervalHistogram();
                    next != null;
                    next = reader.nextIntervalHistogram()) {
                result.put(Recording.ofTag(next.getTag()), (Histogram) next);
            }
        }
        return result;
    }
}
