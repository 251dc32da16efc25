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
 * @param multiples CPU time a message of each guarded step, in units of each yardstick that measures it
 */
record Baseline(int major, Path file, Map<Step, Map<Yardstick, Double>> multiples) {
    Baseline {
        multiples = Map.copyOf(multiples);
    }

    /** What a measurement would be as a baseline. */
    static Baseline of(int major, Path file, List<StepCost> costs) {
        Map<Step, Map<Yardstick, Double>> multiples = new EnumMap<>(Step.class);
        for (StepCost cost : costs) {
            if (cost.step().isGuarded()) {
                multiples.put(cost.step(), cost.multiples());
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
        Map<Step, Map<Yardstick, Double>> multiples = new EnumMap<>(Step.class);
        for (Step step : Step.GUARDED) {
            Map<Yardstick, Double> ofStep = new EnumMap<>(Yardstick.class);
            for (Yardstick yardstick : Yardstick.measuring(step)) {
                String key = key(step, yardstick);
                ofStep.put(yardstick, multiple(properties.getProperty(key, ""), key, file));
            }
            multiples.put(step, Map.copyOf(ofStep));
        }
        return new Baseline(major, file, multiples);
    }

    private static double multiple(String text, String key, Path file) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw CommandFailure.failed("the baseline " + file + " has '" + text + "' for " + key
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
        text.append("# CPU time a message on JDK ").append(major).append(", in units of each yardstick.\n");
        text.append("# Measured ").append(measuredOn).append("; './strowger bench guard --update' writes it anew.\n");
        for (Step step : Step.GUARDED) {
            for (Yardstick yardstick : Yardstick.measuring(step)) {
                text.append(String.format(Locale.ROOT, "%s=%.3f%n", key(step, yardstick), multiple(step, yardstick)));
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.failed("the baseline " + file + " can't be written: " + e, e);
        }
    }

    private static String key(Step step, Yardstick yardstick) {
        return step.label() + '.' + yardstick.label();
    }

    /** Of a step in units of a yardstick; NaN where the step is not guarded, or not measured by it. */
    double multiple(Step step, Yardstick yardstick) {
        return multiples.getOrDefault(step, Map.of()).getOrDefault(yardstick, Double.NaN);
    }
}
