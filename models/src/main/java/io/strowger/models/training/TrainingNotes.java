package io.strowger.models.training;

import io.strowger.models.linear.ModelNotes;
import java.util.List;
import java.util.Locale;

/** What a training says of the model that it made: the same for the same data, so it names no file and no time. */
final class TrainingNotes {
    private TrainingNotes() {}

    static ModelNotes of(String task, List<String> labels, int rows, long seed, double temperature, double accuracy) {
        String measured = String.format(Locale.ROOT, "%.4f", accuracy);
        String card = "# Model card: " + task + "\n\nTrained by `strowger train` from " + rows + " texts with "
                + labels.size() + " labels, seed " + seed + ".\nOf the texts that were held out to calibrate it, "
                + String.format(Locale.ROOT, "%.1f", 100 * accuracy)
                + " % got the right label.\n\nWhere the texts come from, who may use them and where the model is weak, only"
                + " you know: give a card of your own to\n`strowger models add DIR --card FILE`.\n\nLabels: "
                + String.join(", ", labels) + ".\n";
        String metrics = "{\"task\":\"" + task + "\",\"texts\":" + rows + ",\"labels\":" + labels.size() + ",\"seed\":"
                + seed
                + ",\"temperature\":" + String.format(Locale.ROOT, "%.4f", temperature) + ",\"heldOutAccuracy\":"
                + measured + "}\n";
        return new ModelNotes(card, metrics);
    }
}
