package io.strowger.bench.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** A histogram in the log format that HdrHistogram's tools read, compressed, the maximum in milliseconds. */
final class HistogramLog {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private HistogramLog() {}

    /**
     * The log of one recording.
     *
     * @param takenAt the recording's time where it does not know its own
     */
    static String of(RecordedHistogram recording, String benchmark, Instant takenAt) {
        Histogram histogram = recording.histogram();
        long start = isTimed(histogram) ? histogram.getStartTimeStamp() : takenAt.toEpochMilli();
        long end = isTimed(histogram) ? histogram.getEndTimeStamp() : start;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter writer = new HistogramLogWriter(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        writer.outputComment("[Strowger, " + benchmark + ", " + recording.name() + ", in nanoseconds]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(start);
        writer.setBaseTime(start);
        writer.outputLegend();
        writer.outputIntervalHistogram(0, (end - start) / MILLIS_PER_SECOND, histogram, NANOS_PER_MILLI);
        writer.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isTimed(Histogram histogram) {
        return histogram.getStartTimeStamp() != Long.MAX_VALUE
                && histogram.getEndTimeStamp() >= histogram.getStartTimeStamp();
    }
}
