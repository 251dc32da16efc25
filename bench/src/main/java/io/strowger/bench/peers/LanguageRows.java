package io.strowger.bench.peers;

import io.strowger.models.data.LabelledDataException;
import io.strowger.models.data.LabelledFile;
import io.strowger.models.data.LabelledText;
import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sentences with their languages, and how a turn asks for them: one after the other, again and again, on one thread. */
final class LanguageRows {
    private static final double PERCENT = 100;

    private final List<LabelledText> rows;
    private final List<String> labels;
    private final String[] texts;
    private int next;

    private LanguageRows(LabelledFile file) {
        rows = file.rows();
        labels = file.labels();
        texts = rows.stream()
                .map(row -> new String(row.text(), StandardCharsets.UTF_8))
                .toArray(String[]::new);
    }

    /** The rows of a file, {@code language<TAB>text} a line. */
    static LanguageRows read(Path file) throws IOException {
        try {
            return new LanguageRows(LabelledFile.read(file));
        } catch (LabelledDataException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** Says the language of a text. */
    interface Detector {
        /** The code of the language of row number {@code row}. */
        String language(int row) throws TurnFailedException;
    }

    /** The languages that occur. */
    List<String> labels() {
        return labels;
    }

    int count() {
        return rows.size();
    }

    String text(int row) {
        return texts[row];
    }

    byte[] utf8(int row) {
        return rows.get(row).text();
    }

    /** How many of a hundred rows a detector gets right. */
    double accuracy(Detector detector) throws TurnFailedException {
        int right = 0;
        for (int row = 0; row < count(); row++) {
            right += detector.language(row).equals(rows.get(row).label()) ? 1 : 0;
        }
        return PERCENT * right / count();
    }

    /** How many rows a second a detector answers; goes on where the last turn ended. */
    double rowsPerSecond(Detector detector, Duration duration) throws TurnFailedException {
        long start = System.nanoTime();
        long elapsed;
        long asked = 0;
        do {
            detector.language(next);
            next = next + 1 == count() ? 0 : next + 1;
            asked++;
            elapsed = System.nanoTime() - start;
        } while (elapsed < duration.toNanos());
        return (double) asked * TimeUnit.SECONDS.toNanos(1) / elapsed;
    }
}
