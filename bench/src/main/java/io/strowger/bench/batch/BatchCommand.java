package io.strowger.bench.batch;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.simulation.GivenAnalysis;
import io.strowger.engine.simulation.Scenario;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.config.ConfigException;
import io.strowger.verticles.config.ScenarioFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench batch}. */
@Command(
        name = "batch",
        description = {
            "Matching in batches against one after the other, in a simulated scenario: what pairs cost, who is passed over,",
            "and how much longer customers wait."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench batch",
            "  ./strowger bench batch --scenario my.yaml --replications 3 --no-results"
        })
public final class BatchCommand implements Callable<Integer> {
    private static final int MOST_REPLICATIONS = 1_000;

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--scenario",
            paramLabel = "F",
            description = "What is simulated; its queues must accept for their agents. ${DEFAULT-VALUE} if not given.")
    private Path scenario = Path.of("conf", "scenarios", "batch.yaml");

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Runs of each setting, 2 or more; else the scenario's.")
    private @Nullable Integer replications;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers; else the scenario's.")
    private @Nullable Long seed;

    public BatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ScenarioFile file = read();
        int runs = replications == null ? file.replications() : replications;
        if (runs < 2 || runs > MOST_REPLICATIONS) {
            throw CommandFailure.wrongCall("replications is " + runs + ", it must be 2 to " + MOST_REPLICATIONS
                    + ", so that there are intervals");
        }
        check(file.scenario());
        long number = seed == null ? file.seed() : seed;
        ResultsFolder folder = output.open(console, "batch");
        Comparison comparison = new Comparison(file.scenario(), number, runs)
                .run(settings(), name -> console.err().println("batch: " + name + " ..."));
        output.publish(
                console, folder, BatchReport.of(comparison, file.scenario().name(), number, runs));
        return ExitCode.DONE;
    }

    private static List<Setting> settings() {
        return List.of(
                Setting.greedy(Strategy.LONGEST_IDLE),
                Setting.greedy(Strategy.BEST_SCORE),
                Setting.batches("50ms", Duration.ofMillis(50), 2),
                Setting.batches("200ms", Duration.ofMillis(200), 2),
                Setting.batches("1s", Duration.ofSeconds(1), 2),
                Setting.batches("5s", Duration.ofSeconds(5), 2),
                Setting.batches("20s", Duration.ofSeconds(20), 2),
                Setting.batches("1s", Duration.ofSeconds(1), 0),
                Setting.batches("1s", Duration.ofSeconds(1), 10));
    }

    private static void check(Scenario scenario) {
        for (QueueConfiguration queue : scenario.organization().queues()) {
            if (!queue.autoAccept()) {
                throw CommandFailure.wrongCall("queue " + queue.id()
                        + " does not accept for its agents; this benchmark needs autoAccept: true in all queues");
            }
        }
    }

    private ScenarioFile read() {
        try {
            return ScenarioFile.read(console.resolve(scenario), text -> GivenAnalysis.NONE);
        } catch (ConfigException e) {
            throw CommandFailure.wrongCall("the scenario can't be used\n" + e.getMessage());
        }
    }
}
