package io.strowger.models.training;

import io.strowger.models.linear.HeadSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trains, quantises and calibrates one head over features that are given. */
final class HeadTraining {
    /** Every n-th example is held out where no dev set is given. */
    private static final int HELD_OUT = 10;

    private final String name;
    private final List<String> labels;
    private final List<SoftmaxSettings> choices;
    private final @Nullable SoftmaxWeights start;
    private final @Nullable KnownVectors known;
    private final int pruned;
    private final TrainingProgress progress;

    HeadTraining(String name, List<String> labels, SoftmaxSettings settings, int pruned, TrainingProgress progress) {
        this(name, labels, List.of(settings), null, null, pruned, progress);
    }

    /**
     * A training that may begin with what is known already, and may choose how to go on.
     *
     * @param choices of these the one is taken that makes held-out examples the most likely
     * @param start the weights to begin with; zeros where there are none
     * @param known vectors of the buckets, which are learned from as well
     */
    HeadTraining(
            String name,
            List<String> labels,
            List<SoftmaxSettings> choices,
            @Nullable SoftmaxWeights start,
            @Nullable KnownVectors known,
            int pruned,
            TrainingProgress progress) {
        this.name = name;
        this.labels = labels;
        this.choices = List.copyOf(choices);
        this.start = start;
        this.known = known;
        this.pruned = pruned;
        this.progress = progress;
    }

    /**
     * A calibrated head and what it was calibrated on.
     *
     * @param rehearsed the head as it was when the held-out examples were not yet learned: what it says of them is what the
     *     head says of texts that it does not know
     * @param settings how it was trained
     * @param heldOutLoss the mean loss on the held-out examples, infinite without any
     */
    record Trained(
            HeadSource head,
            HeadSource rehearsed,
            SoftmaxSettings settings,
            double heldOutAccuracy,
            double heldOutLoss) {}

    /** Trains on all examples, chooses and calibrates on others. */
    Trained run(Examples examples, Examples dev) {
        return best(examples, dev, name);
    }

    /** Is this example held out where there is no dev set? */
    static boolean isHeldOut(int index) {
        return index % HELD_OUT == HELD_OUT - 1;
    }

    /** Chooses and calibrates on a tenth with models of the other nine, then trains on all. */
    Trained run(Examples examples) {
        return run(examples, new Examples(), 1);
    }

    /**
     * As {@link #run(Examples)}, with variations of the first examples: those of one that is held out are, too.
     *
     * @param taught the one at i is a variation of the example at i modulo {@code originals}
     */
    Trained run(Examples examples, Examples taught, int originals) {
        Examples most = new Examples();
        Examples heldOut = new Examples();
        for (int i = 0; i < examples.size(); i++) {
            (isHeldOut(i) ? heldOut : most).addFrom(examples, i);
        }
        for (int i = 0; i < taught.size(); i++) {
            if (!isHeldOut(i % originals)) {
                most.addFrom(taught, i);
            }
        }
        Trained rehearsal = best(most, heldOut, name + " (calibration)");
        HeadSource head = train(examples.with(taught), rehearsal.settings(), name)
                .withTemperature(rehearsal.head().temperature());
        return new Trained(
                head, rehearsal.head(), rehearsal.settings(), rehearsal.heldOutAccuracy(), rehearsal.heldOutLoss());
    }

    /** Adds to a calibration what a model of some examples says of others. */
    void rehearse(Examples examples, Examples heldOut, String part, Calibration calibration) {
        calibrate(train(examples, choices.get(0), name + part), heldOut, calibration);
    }

    /** Trains on all examples; what was rehearsed before gives the temperature, but for a factor. */
    Trained run(Examples examples, Calibration calibration, double factor) {
        double temperature = factor * calibration.temperature();
        HeadSource head = train(examples, choices.get(0), name).withTemperature(temperature);
        return new Trained(head, head, choices.get(0), calibration.accuracy(), calibration.loss(temperature));
    }

    private Trained best(Examples examples, Examples heldOut, String phase) {
        Trained best = rehearse(examples, heldOut, choices.get(0), phase);
        for (SoftmaxSettings choice : choices.subList(1, choices.size())) {
            Trained other = rehearse(examples, heldOut, choice, phase);
            best = other.heldOutLoss() < best.heldOutLoss() ? other : best;
        }
        return best;
    }

    private Trained rehearse(Examples examples, Examples heldOut, SoftmaxSettings settings, String phase) {
        HeadSource head = train(examples, settings, phase);
        Calibration calibration = new Calibration();
        calibrate(head, heldOut, calibration);
        double temperature = calibration.temperature();
        HeadSource calibrated = head.withTemperature(temperature);
        return new Trained(calibrated, calibrated, settings, calibration.accuracy(), calibration.loss(temperature));
    }

    private HeadSource train(Examples examples, SoftmaxSettings settings, String phase) {
        SoftmaxWeights weights =
                SoftmaxRegression.train(examples, labels.size(), settings, start, known, phase, progress);
        return Quantizer.quantize(name, labels, weights, pruned);
    }

    private void calibrate(HeadSource head, Examples heldOut, Calibration calibration) {
        double[] logits = new double[labels.size()];
        for (int i = 0; i < heldOut.size(); i++) {
            if (heldOut.label(i) != Examples.NO_LABEL) {
                logits(head, heldOut.features(i).buckets(), logits);
                calibration.add(logits, heldOut.label(i));
            }
        }
    }

    /** The logits of a text with these features, before the temperature. */
    static void logits(HeadSource head, int[] buckets, double[] logits) {
        int outputs = logits.length;
        double norm = buckets.length == 0 ? 0 : head.step() / Math.sqrt(buckets.length);
        for (int k = 0; k < outputs; k++) {
            long sum = 0;
            for (int bucket : buckets) {
                sum += head.weights()[bucket * outputs + k];
            }
            logits[k] = sum * norm + head.biases()[k];
        }
    }
}
