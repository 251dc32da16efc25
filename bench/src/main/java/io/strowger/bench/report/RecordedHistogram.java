package io.strowger.bench.report;

import org.HdrHistogram.Histogram;

/**
 * A named recording of nanoseconds.
 *
 * @param name lower-case words joined by hyphens: it names the file, such as {@code decision-20000}
 * @param histogram not changed any more
 */
public record RecordedHistogram(String name, Histogram histogram) {
    public RecordedHistogram {
        Names.requireFileName(name);
    }
}
