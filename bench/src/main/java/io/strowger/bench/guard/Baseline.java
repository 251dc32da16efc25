package io.strowger.bench.guard;

import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What the guarded steps cost when somebody last agreed to it.
 *
 * @param major the JDK's major version
 * @param file where it is kept, or will be
 * @param multiples CPU time a message in units of the calibration, of each guarded step
 */
record Baseline(int major, Path file, Map<Step, Double> multiples) {
    Baseline {
        multiples = Map.copyOf(multiples);
    }

    /** What a measurement would be as a baseline. */
    static Baseline of(int major, Path file, List<StepCost> costs) {
        Map<Step, Double> multiples = new EnumMap<>(Step.class);
        for (StepCost cost : costs) {
            if (cost.step().isGuarded()) {
                multiples.put(cost.step(), cost.multiple());
            }
        }
        return new Baseline(major, file, multiples);
    }

    /** @throws CommandFailure when it can't be read */
    static Baseline read(int major, Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.failed("the baseline " + file + " can't be read: " + e, e);
        }
        Map<Step, Double> multiples = new EnumMap<>(Step.class);
        for (Step step : Step.GUARDED) {
            multiples.put(step, multiple(properties.getProperty(step.label(), ""), step, file));
        }
        return new Baseline(major, file, multiples);
    }

    private static double multiple(String text, Step step, Path file) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw CommandFailure.failed("the baseline " + file + " has '" + text + "' for " + step.label()
                + " where a number above 0 belongs; measure it anew with './strowger bench guard --update'");
    }

    /**
     * Writes it to its file.
     *
     * @param measuredOn when, and on what
     * @throws CommandFailure when that fails
     */
    void write(String measuredOn) {
        StringBuilder text = new StringBuilder();
        text.append("# CPU time a message on JDK ").append(major).append(", in units of the calibration loop.\n");
        text.append("# Measured ").append(measuredOn).append("; './strowger bench guard --update' writes it anew.\n");
        for (Step step : Step.GUARDED) {
            text.append(String.format(Locale.ROOT, "%s=%.3f%n", step.label(), multiples.get(step)));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.failed("the baseline " + file + " can't be written: " + e, e);
        }
    }

    /** Of a guarded step. */
    double multiple(Step step) {
        return multiples.getOrDefault(step, Double.NaN);
    }
}
