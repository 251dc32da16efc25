package io.strowger.bench.jmh;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench micro}. */
@Command(
        name = "micro",
        description = "What the single steps of a message cost, and what they allocate.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench micro --list",
            "  ./strowger bench micro --quick json",
            "  ./strowger bench micro 'head|analyze'"
        })
public final class MicroCommand implements Callable<Integer> {
    private static final int FORKS = 3;
    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.seconds(2);
    private static final int QUICK_FORKS = 1;
    private static final int QUICK_ITERATIONS = 3;
    private static final TimeValue QUICK_ITERATION = TimeValue.seconds(1);

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILTER",
            description = "Which benchmarks: part of their names, or a regular expression; all if not given.")
    private @Nullable String filter;

    @Option(names = "--list", description = "List the benchmarks and run none.")
    private boolean list;

    @Option(
            names = "--quick",
            description =
                    "One process and three seconds each, after three of warming up, instead of three processes and ten"
                            + " seconds: for a first look.")
    private boolean quick;

    public MicroCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Microbenchmark> chosen = Microbenchmark.named(filter);
        if (list) {
            chosen.forEach(benchmark -> console.out().println(benchmark.description()));
            return ExitCode.DONE;
        }
        ResultsFolder folder = output.open(console, "micro");
        try {
            Runner runner = new Runner(options(chosen).build(), new MicroProgress(console.err(), chosen));
            output.publish(console, folder, MicroReport.of(runner.run(), quick));
        } catch (RunnerException e) {
            throw CommandFailure.failed("the benchmarks did not run to their end: " + e.getMessage(), e);
        }
        return ExitCode.DONE;
    }

    private ChainedOptionsBuilder options(List<Microbenchmark> chosen) {
        TimeValue time = quick ? QUICK_ITERATION : ITERATION;
        int iterations = quick ? QUICK_ITERATIONS : ITERATIONS;
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(quick ? QUICK_FORKS : FORKS)
                .warmupIterations(iterations)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgs(jvmArguments().toArray(String[]::new));
        chosen.forEach(benchmark -> options.include("^" + Pattern.quote(benchmark.fullName()) + "$"));
        return options;
    }

    /** A server's collector, and what this process needs on its Java version. */
    private List<String> jvmArguments() {
        List<String> arguments = new ArrayList<>(List.of("-XX:+UseG1GC", "-Xms1g", "-Xmx1g"));
        arguments.add("-D" + Console.HOME_PROPERTY + "=" + console.home());
        for (String own : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (own.startsWith("--")) {
                arguments.add(own);
            }
        }
        return arguments;
    }
}
