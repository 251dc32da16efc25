package io.strowger.models.linear;

import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.text.NgramScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answers all heads of a model in one pass over the text. Holds scratch; belongs to one thread; allocates nothing after
 * construction. A text is read up to {@link NgramScanner#MAX_BYTES}.
 */
final class InlineAnalyzer implements TextAnalyzer {
    private static final String NEGATIVE = "negative";
    private static final String POSITIVE = "positive";

    private final LinearModel model;
    private final List<List<String>> labels = new ArrayList<>();
    private final NgramScanner scanner;
    private final @Nullable LanguageReader language;
    private final @Nullable WeightTable table;
    private final @Nullable LinearHead[] heads = new LinearHead[Head.count()];
    private final RowSums rowSums = new RowSums();
    private final int[] sums;
    private final int[] logits;
    private final int negative;
    private final int positive;

    InlineAnalyzer(LinearModel model) {
        this.model = model;
        MessageWeights message = model.message();
        LanguageWeights languages = model.language();
        table = message == null ? null : message.table();
        language = languages == null ? null : new LanguageReader(languages);
        scanner = model.scanner();
        sums = new int[table == null ? 0 : table.sumsLength()];
        logits = new int[sums.length];
        for (Head head : Head.values()) {
            labels.add(model.labels(task(head)));
            heads[head.code()] = model.messageHead(task(head));
        }
        negative = labels(Head.SENTIMENT).indexOf(NEGATIVE);
        positive = labels(Head.SENTIMENT).indexOf(POSITIVE);
    }

    /** The task that a head's weights are kept under. */
    static String task(Head head) {
        return head.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void analyze(byte[] text, int offset, int length, Analysis analysis) {
        analysis.clear();
        scanner.scan(text, offset, length);
        if (language != null) {
            language.read(scanner);
            analysis.set(Head.LANGUAGE, language.label(), language.confidence());
        }
        if (table == null) {
            return;
        }
        rowSums.sum(table, scanner.messageBuckets(), scanner.messageCount(), sums);
        answer(Head.INTENT, analysis);
        answer(Head.EMOTION, analysis);
        answer(Head.URGENCY, analysis);
        int best = answer(Head.SENTIMENT, analysis);
        if (best != Analysis.NONE && negative >= 0 && positive >= 0) {
            int count = labels.get(Head.SENTIMENT.code()).size();
            analysis.sentimentScore(FixedPoint.probability(logits, count, best, positive)
                    - FixedPoint.probability(logits, count, best, negative));
        }
    }

    @Override
    public List<String> labels(Head head) {
        return labels.get(head.code());
    }

    @Override
    public String version() {
        return model.version();
    }

    @Override
    public TextAnalyzer fork() {
        return new InlineAnalyzer(model);
    }

    /** Sets the answer of a message head and leaves its logits; returns the label's index. */
    private int answer(Head which, Analysis analysis) {
        LinearHead head = heads[which.code()];
        if (head == null) {
            return Analysis.NONE;
        }
        int best = head.logits(sums, scanner.messageCount(), logits);
        analysis.set(which, best, FixedPoint.probability(logits, head.size(), best, best));
        return best;
    }
}
