package io.strowger.bench.report;

import java.util.List;

/**
 * What one run of a benchmark found. Immutable.
 *
 * @param title what was measured, a headline
 * @param question what the reader wants to know
 * @param answers what was found, a sentence each
 * @param caveats what to keep in mind when reading the figures, a sentence each
 * @param tables the figures
 * @param charts the same, drawn
 * @param histograms the raw recordings, one file each
 */
public record Report(
        String title,
        String question,
        List<String> answers,
        List<String> caveats,
        List<Table> tables,
        List<Chart> charts,
        List<RecordedHistogram> histograms) {
    public Report {
        answers = List.copyOf(answers);
        caveats = List.copyOf(caveats);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        histograms = List.copyOf(histograms);
        Names.requireDistinct(tables.stream().map(Table::name).toList());
        Names.requireDistinct(histograms.stream().map(RecordedHistogram::name).toList());
    }
}
