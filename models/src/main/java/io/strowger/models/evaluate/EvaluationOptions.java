package io.strowger.models.evaluate;

import io.strowger.models.Tier;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which model to measure on what.
 *
 * @param model a model directory, or {@code builtin:<head>} for a head of the shipped model, for example
 *     {@code builtin:intent}
 * @param data a TSV file, {@code label<TAB>text} a line
 * @param oos texts that belong to no label, in the same format (their labels are ignored); {@code null} for none
 * @param tier which part of the model answers
 */
public record EvaluationOptions(
        String model, Path data, @Nullable Path oos, Tier tier) {}
