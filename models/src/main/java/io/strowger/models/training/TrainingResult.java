package io.strowger.models.training;

import java.nio.file.Path;
import java.util.List;

/**
 * What a training made.
 *
 * @param directory the model directory
 * @param version the hash of the model's content
 * @param rows training examples
 * @param labels the labels in the order of their indices
 * @param temperature what the calibration divided the logits by
 * @param heldOutAccuracy accuracy on the held-out examples of the calibration, a fraction
 */
public record TrainingResult(
        Path directory, String version, int rows, List<String> labels, double temperature, double heldOutAccuracy) {}
