package io.strowger.bench.batch;

import io.strowger.engine.simulation.Estimate;
import io.strowger.engine.simulation.Scenario;
import io.strowger.engine.simulation.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a scenario in several settings, each with the same customers. Not for use by two threads at once. */
final class Comparison {
    private static final double CONFIDENCE = 0.95;

    private final Scenario scenario;
    private final long seed;
    private final int replications;
    private final Map<Setting, List<PairBook>> books = new LinkedHashMap<>();

    Comparison(Scenario scenario, long seed, int replications) {
        this.scenario = scenario;
        this.seed = seed;
        this.replications = replications;
    }

    /** Runs all. */
    Comparison run(List<Setting> settings, Consumer<String> progress) {
        for (Setting setting : settings) {
            progress.accept(setting.name());
            Scenario changed = setting.of(scenario);
            List<PairBook> runs = new ArrayList<>();
            Simulation.run(changed, seed, replications, (run, share) -> {}, replication -> {
                runs.add(new PairBook(changed));
                return runs.get(replication);
            });
            books.put(setting, runs);
        }
        return this;
    }

    List<Setting> settings() {
        return List.copyOf(books.keySet());
    }

    /** A figure with its 95 % interval from the runs' differences. */
    Estimate of(Setting setting, Figure figure) {
        return Estimate.ofMean(values(setting, figure), CONFIDENCE);
    }

    /** By how much a figure is more than in another setting, with the same customers in each pair of runs. */
    Estimate difference(Setting setting, Setting from, Figure figure) {
        double[] values = values(setting, figure);
        double[] others = values(from, figure);
        for (int run = 0; run < values.length; run++) {
            values[run] -= others[run];
        }
        return Estimate.ofMean(values, CONFIDENCE);
    }

    private double[] values(Setting setting, Figure figure) {
        return books.getOrDefault(setting, List.of()).stream()
                .mapToDouble(book -> book.of(figure))
                .toArray();
    }
}
