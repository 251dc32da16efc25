package io.strowger.bench.peers;

import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.TextClassifier;
import java.time.Duration;

/** Our language head alone, on one thread. */
final class LanguageContender implements Contender {
    private final TextClassifier classifier = InlineModels.builtinModel().classifier(LinearModel.LANGUAGE_TASK);
    private final LanguageRows rows;
    private double accuracy;

    LanguageContender(LanguageRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "language head";
    }

    @Override
    public Conditions conditions() {
        return Conditions.IN_MEMORY;
    }

    @Override
    public void start() throws TurnFailedException {
        accuracy = rows.accuracy(this::language);
    }

    @Override
    public Figures measure(Load load, Duration duration) throws TurnFailedException {
        rows.rowsPerSecond(this::language, duration.dividedBy(2));
        return Figures.classified(rows.rowsPerSecond(this::language, duration), accuracy);
    }

    private String language(int row) {
        byte[] text = rows.utf8(row);
        return classifier.labels().get(classifier.classify(text, 0, text.length));
    }

    @Override
    public void close() {}
}
