package io.strowger.bench.theory;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench theory}. */
@Command(
        name = "theory",
        description = {
            "Queues whose waits can be computed, simulated with the real router: do they agree?",
            "The exit code is 1 when a figure is outside of its 99.9 % interval."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./strowger bench theory", "  ./strowger bench theory --calls 100000 --no-results"})
public final class TheoryCommand implements Callable<Integer> {
    private static final long LEAST_CALLS = 10_000;
    private static final long MOST_CALLS = 1_000_000_000;

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--calls", paramLabel = "N", description = "Calls a queue: ${DEFAULT-VALUE} if not given.")
    private long calls = 1_000_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers: ${DEFAULT-VALUE} if not given.")
    private long seed = 1;

    public TheoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (calls < LEAST_CALLS || calls > MOST_CALLS) {
            throw CommandFailure.wrongCall("--calls is " + calls + ", it must be " + LEAST_CALLS + " to " + MOST_CALLS);
        }
        ResultsFolder folder = output.open(console, "theory");
        List<Check> checks = new TheoryTables(seed, calls, row -> console.err().println("theory: " + row + " ..."))
                .erlangC()
                .erlangA()
                .priorities()
                .skills(1, 2, 3, 4, 6)
                .strategies()
                .squareRoot(4)
                .checks();
        output.publish(console, folder, TheoryReport.of(checks, seed, calls));
        boolean holds = checks.stream().allMatch(Check::holds);
        if (!holds) {
            console.err().println("theory: not everything agrees; see the report");
        }
        return holds ? ExitCode.DONE : ExitCode.FAILED;
    }
}
