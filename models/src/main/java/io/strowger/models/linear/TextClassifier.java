package io.strowger.models.linear;

import io.strowger.models.LabelClassifier;
import io.strowger.models.text.NgramScanner;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers one task of a model. Holds scratch; belongs to one thread; allocates nothing after construction. */
public final class TextClassifier implements LabelClassifier {
    private final List<String> labels;
    private final NgramScanner scanner;
    private final @Nullable LanguageReader language;
    private final @Nullable WeightTable table;
    private final @Nullable LinearHead head;
    private final RowSums rowSums = new RowSums();
    private final int[] sums;
    private final int[] logits;

    private int best;
    private int confidence;

    TextClassifier(LinearModel model, String task) {
        labels = model.labels(task);
        MessageWeights message = model.message();
        LanguageWeights languages = model.language();
        if (task.equals(LinearModel.LANGUAGE_TASK) && languages != null) {
            scanner = new NgramScanner(LinearModel.UNUSED_BITS, languages.bits());
            language = new LanguageReader(languages);
            table = null;
            head = null;
            sums = new int[0];
            logits = new int[0];
        } else if (message != null) {
            head = message.heads().stream()
                    .filter(candidate -> candidate.name().equals(task))
                    .findFirst()
                    .orElseThrow();
            table = message.table();
            scanner = new NgramScanner(table.bits(), LinearModel.UNUSED_BITS);
            language = null;
            sums = new int[table.sumsLength()];
            logits = new int[head.size()];
        } else {
            throw new IllegalArgumentException("the model has no head '" + task + "'");
        }
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public int classify(byte[] text, int offset, int length) {
        scanner.scan(text, offset, length);
        if (language != null) {
            language.read(scanner);
            best = language.label();
            confidence = language.confidence();
            return best;
        }
        if (table == null || head == null) {
            throw new IllegalStateException("a classifier without weights");
        }
        rowSums.sum(table, scanner.messageBuckets(), scanner.messageCount(), sums);
        best = head.logits(sums, scanner.messageCount(), logits);
        confidence = FixedPoint.probability(logits, head.size(), best, best);
        return best;
    }

    /** The buckets that the last answer is made of. */
    public int[] buckets() {
        return language == null
                ? Arrays.copyOf(scanner.messageBuckets(), scanner.messageCount())
                : Arrays.copyOf(scanner.languageBuckets(), scanner.languageCount());
    }

    /** The calibrated probability of a label for the last text in ten-thousandths. */
    public int probability(int label) {
        if (language != null) {
            return language.probability(label);
        }
        return FixedPoint.probability(logits, logits.length, best, label);
    }

    /** The logit of a label for the last text, before the softmax; not for the language. */
    public double logit(int label) {
        return (double) logits[label] / (1 << FixedPoint.LOGIT_BITS);
    }

    @Override
    public int confidence() {
        return confidence;
    }
}
