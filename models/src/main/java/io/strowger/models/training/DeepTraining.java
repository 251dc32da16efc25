package io.strowger.models.training;

import io.strowger.models.data.LabelledText;
import io.strowger.models.deep.DeepHead;
import io.strowger.models.deep.DeepModel;
import io.strowger.models.deep.PackagedEncoder;
import io.strowger.models.deep.SentenceEncoder;
import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.ModelBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Trains the deep part of a model directory: a head over sentence vectors, mixed with one over n-grams. */
final class DeepTraining {
    private static final PackagedEncoder ENCODER = PackagedEncoder.BGE_SMALL;
    private static final int BITS = 16;

    /** Every n-th text is held out where no dev set is given. */
    private static final int HELD_OUT = 10;

    private final TrainingOptions options;
    private final List<String> labels;
    private final TrainingProgress progress;

    DeepTraining(TrainingOptions options, List<String> labels, TrainingProgress progress) {
        this.options = options;
        this.labels = labels;
        this.progress = progress;
    }

    /** The texts of one training, in both forms. */
    private record Texts(VectorExamples vectors, Examples words) {
        Texts() {
            this(new VectorExamples(), new Examples());
        }

        int size() {
            return vectors.size();
        }

        void addFrom(Texts other, int index) {
            vectors.add(other.vectors.vector(index), other.vectors.label(index), other.vectors.weight(index));
            words.add(other.words.features(index), other.words.label(index), other.words.weight(index));
        }
    }

    /** What was learned, before it is mixed. */
    private record Learned(VectorRegression.Weights vector, HeadTraining.Trained words) {}

    /**
     * Trains, mixes, calibrates and writes. Where the directory has an inline part and there is a dev set, finds the
     * threshold of the cascade, too.
     */
    TrainingResult run(List<LabelledText> rows, @Nullable List<LabelledText> dev, List<LabelledText> oos)
            throws IOException {
        try (SentenceEncoder encoder = SentenceEncoder.open(ENCODER)) {
            EncodedTexts encoded = new EncodedTexts(encoder, progress);
            Texts texts = texts(rows, oos, encoded);
            Mixture.Factors factors;
            Learned learned;
            if (dev == null) {
                Texts most = part(texts, false);
                Texts heldOut = part(texts, true);
                Learned rehearsal = learn(most, heldOut, " (calibration)");
                factors = mix(rehearsal, heldOut).best();
                learned = learnAgain(texts, rehearsal);
            } else {
                Texts heldOut = texts(dev, List.of(), encoded);
                learned = learn(texts, heldOut, "");
                factors = mix(learned, heldOut).best();
            }
            DeepHead head = new DeepHead(
                    options.task(),
                    labels,
                    learned.vector().weights(),
                    learned.vector().biases(),
                    factors.first(),
                    new ModelBuilder()
                            .head(learned.words().head().withTemperature(1))
                            .build(),
                    factors.second());
            String version = DeepModel.write(options.out(), ENCODER, encoder.version(), List.of(head));
            if (dev != null) {
                CascadeThreshold.store(options.out(), dev, encoder, progress);
            }
            return new TrainingResult(options.out(), version, rows.size(), labels, 1, factors.accuracy());
        }
    }

    private Texts texts(List<LabelledText> rows, List<LabelledText> oos, EncodedTexts encoded) {
        MessageFeatures features = new MessageFeatures(BITS);
        Examples words = Training.examples(features, labels, rows);
        List<LabelledText> all = new ArrayList<>(rows);
        for (LabelledText row : oos) {
            words.add(features.of(row.text()), Examples.NO_LABEL, HeadSettings.OUT_OF_SCOPE_WEIGHT);
            all.add(row);
        }
        VectorExamples vectors = new VectorExamples();
        List<float[]> values = encoded.of(all, options.task() + " (encoding)");
        for (int i = 0; i < values.size(); i++) {
            vectors.add(values.get(i), words.label(i), words.weight(i));
        }
        return new Texts(vectors, words);
    }

    private static Texts part(Texts texts, boolean heldOut) {
        Texts part = new Texts();
        IntStream.range(0, texts.size())
                .filter(i -> (i % HELD_OUT == HELD_OUT - 1) == heldOut)
                .forEach(i -> part.addFrom(texts, i));
        return part;
    }

    private Learned learn(Texts texts, Texts heldOut, String suffix) {
        return new Learned(
                vectors(texts, suffix),
                new HeadTraining(
                                options.task(),
                                labels,
                                HeadSettings.choices(BITS, options.seed()),
                                KnownHead.of(options.task(), labels, BITS),
                                null,
                                0,
                                progress)
                        .run(texts.words(), heldOut.words()));
    }

    private Learned learnAgain(Texts texts, Learned rehearsal) {
        return new Learned(
                vectors(texts, ""),
                new HeadTraining(
                                options.task(),
                                labels,
                                List.of(rehearsal.words().settings()),
                                KnownHead.of(options.task(), labels, BITS),
                                null,
                                0,
                                progress)
                        .run(texts.words(), new Examples()));
    }

    private VectorRegression.Weights vectors(Texts texts, String suffix) {
        return VectorRegression.train(
                texts.vectors(), labels.size(), options.seed(), options.task() + " (vectors)" + suffix, progress);
    }

    private Mixture mix(Learned learned, Texts heldOut) {
        Mixture mixture = new Mixture();
        HeadSource words = learned.words().head();
        double[] vectorLogits = new double[labels.size()];
        double[] wordLogits = new double[labels.size()];
        for (int i = 0; i < heldOut.size(); i++) {
            if (heldOut.words().label(i) != Examples.NO_LABEL) {
                learned.vector().logits(heldOut.vectors().vector(i), vectorLogits);
                HeadTraining.logits(words, heldOut.words().features(i).buckets(), wordLogits);
                mixture.add(vectorLogits, wordLogits, heldOut.words().label(i));
            }
        }
        return mixture;
    }
}
