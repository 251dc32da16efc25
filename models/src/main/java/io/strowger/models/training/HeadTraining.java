package io.strowger.models.training;

import io.strowger.models.linear.HeadSource;
import java.util.List;

/** Trains, quantises and calibrates one head over features that are given. */
final class HeadTraining {
    /** Every n-th example is held out where no dev set is given. */
    private static final int HELD_OUT = 10;

    private final String name;
    private final List<String> labels;
    private final SoftmaxSettings settings;
    private final int pruned;
    private final TrainingProgress progress;

    HeadTraining(String name, List<String> labels, SoftmaxSettings settings, int pruned, TrainingProgress progress) {
        this.name = name;
        this.labels = labels;
        this.settings = settings;
        this.pruned = pruned;
        this.progress = progress;
    }

    /** A calibrated head and what it was calibrated on. */
    record Trained(HeadSource head, double heldOutAccuracy) {}

    /** Trains on all examples and calibrates on others. */
    Trained run(Examples examples, Examples dev) {
        return calibrated(train(examples, name), dev);
    }

    /** Calibrates a model of nine tenths of the examples on the last tenth, then trains on all. */
    Trained run(Examples examples) {
        Examples most = new Examples();
        Examples heldOut = new Examples();
        for (int i = 0; i < examples.size(); i++) {
            Examples part = i % HELD_OUT == HELD_OUT - 1 ? heldOut : most;
            part.add(examples.buckets(i), examples.label(i), examples.weight(i));
        }
        if (heldOut.size() == 0) {
            return new Trained(train(examples, name), 0);
        }
        Trained rehearsal = calibrated(train(most, name + " (calibration)"), heldOut);
        HeadSource head = train(examples, name).withTemperature(rehearsal.head().temperature());
        return new Trained(head, rehearsal.heldOutAccuracy());
    }

    private HeadSource train(Examples examples, String phase) {
        SoftmaxWeights weights = SoftmaxRegression.train(examples, labels.size(), settings, phase, progress);
        return Quantizer.quantize(name, labels, weights, pruned);
    }

    private Trained calibrated(HeadSource head, Examples heldOut) {
        Calibration calibration = new Calibration();
        double[] logits = new double[labels.size()];
        for (int i = 0; i < heldOut.size(); i++) {
            logits(head, heldOut.buckets(i), logits);
            calibration.add(logits, heldOut.label(i));
        }
        return new Trained(head.withTemperature(calibration.temperature()), calibration.accuracy());
    }

    private static void logits(HeadSource head, int[] buckets, double[] logits) {
        int outputs = logits.length;
        double norm = buckets.length == 0 ? 0 : head.step() / StrictMath.sqrt(buckets.length);
        for (int k = 0; k < outputs; k++) {
            long sum = 0;
            for (int bucket : buckets) {
                sum += head.weights()[bucket * outputs + k];
            }
            logits[k] = sum * norm + head.biases()[k];
        }
    }
}
