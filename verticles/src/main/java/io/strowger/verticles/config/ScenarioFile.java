package io.strowger.verticles.config;

import io.strowger.engine.simulation.GivenAnalysis;
import io.strowger.engine.simulation.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A scenario as people write it; docs/simulate.md describes the format. Immutable.
 *
 * @param scenario what is simulated
 * @param seed of the random numbers
 * @param replications how many runs
 * @param warnings what is doubtful about the organization
 */
public record ScenarioFile(Scenario scenario, long seed, int replications, List<ConfigProblem> warnings) {
    public ScenarioFile {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a scenario.
     *
     * @param file YAML; paths in it are taken from where it is
     * @param analyzer what the models say about a text: asked about each stream that has one and no analysis
     * @throws ConfigException with everything that is wrong, each with its place
     */
    public static ScenarioFile read(Path file, Function<String, GivenAnalysis> analyzer) {
        return new ScenarioReader(file, TextFiles.read(file), analyzer).read();
    }
}
