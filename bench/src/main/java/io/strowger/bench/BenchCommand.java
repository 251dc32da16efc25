package io.strowger.bench;

import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench}: lists the benchmarks. */
@Command(
        name = "bench",
        description = "Measure Strowger: latency, throughput, peers, and a guard against regressions.",
        synopsisSubcommandLabel = "BENCHMARK",
        commandListHeading = "%nBenchmarks:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench latency --rate 20000 --seconds 10",
            "  ./strowger bench latency --help",
            "",
            "Results go to bench/results/<date>-<topic>/: a report that opens in a browser, the raw histograms,",
            "tables as CSV, and the environment. docs/performance.md tells how to read them."
        })
final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(spec.commandLine().getUsageMessage());
        return ExitCode.DONE;
    }
}
