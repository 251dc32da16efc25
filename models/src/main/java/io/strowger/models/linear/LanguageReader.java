package io.strowger.models.linear;

import io.strowger.models.text.NgramScanner;
import io.strowger.models.text.Script;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers the language of a scanned text. Holds scratch; belongs to one thread; allocates nothing after construction. */
final class LanguageReader {
    /** So many letters are read first. Most texts need no more: on no development set did reading on change a tenth of a point. */
    private static final int FIRST_LETTERS = 24;

    /** A confidence as high as this lets the rest of the text unread. */
    private static final int PLAIN = 9_950;

    private final LanguageWeights weights;
    private final RowSums rowSums = new RowSums();
    private final int[] sums;
    private final int[] logits;

    private @Nullable ScriptGroup weighed;
    private int best;
    private int label;
    private int confidence;

    LanguageReader(LanguageWeights weights) {
        this.weights = weights;
        int length = 0;
        for (ScriptGroup group : weights.groups()) {
            if (group != null && group.table() != null) {
                length = Math.max(length, group.table().sumsLength());
            }
        }
        sums = new int[length];
        logits = new int[length];
    }

    /** Reads the language features of the scanner's last text. */
    void read(NgramScanner scanner) {
        weighed = null;
        Script script = scanner.dominantScript();
        ScriptGroup group = weights.groups()[script.code()];
        if (group == null) {
            // A script of no known language: the first label, and no confidence in it.
            label = 0;
            confidence = 0;
            return;
        }
        WeightTable table = group.table();
        LinearHead head = group.head();
        if (table == null || head == null) {
            label = group.languages()[0];
            confidence = scanner.letters(script) == 0 ? 0 : group.confidence();
            return;
        }
        Arrays.fill(sums, 0, table.sumsLength(), 0);
        weighed = group;
        int drop = weights.bits() - table.bits();
        scanner.readLanguage(FIRST_LETTERS);
        rowSums.add(table, scanner.languageBuckets(), 0, scanner.languageCount(), drop, sums);
        answer(group, head, scanner.languageCount());
        if (confidence < PLAIN) {
            int read = scanner.languageCount();
            if (scanner.readLanguage(NgramScanner.MAX_LANGUAGE_LETTERS)) {
                rowSums.add(table, scanner.languageBuckets(), read, scanner.languageCount(), drop, sums);
                answer(group, head, scanner.languageCount());
            }
        }
    }

    private void answer(ScriptGroup group, LinearHead head, int features) {
        best = head.logits(sums, features, logits);
        label = group.languages()[best];
        confidence = FixedPoint.probability(logits, head.size(), best, best);
    }

    int label() {
        return label;
    }

    /** The probability of a language in ten-thousandths; 0 for one that is not written in the text's script. */
    int probability(int language) {
        if (weighed == null) {
            return language == label ? confidence : 0;
        }
        int[] languages = weighed.languages();
        for (int i = 0; i < languages.length; i++) {
            if (languages[i] == language) {
                return FixedPoint.probability(logits, languages.length, best, i);
            }
        }
        return 0;
    }

    int confidence() {
        return confidence;
    }
}
