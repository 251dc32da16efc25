package io.strowger.bench.net;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ProgressLine;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Load over the network, run after run, against a server that is named or one of its own for each run. */
final class NetworkBenchmark {
    private final Console console;
    private final Protocol protocol;
    private final LoadOptions options;
    private final NetworkLoad load;
    private final List<String> caveats = new ArrayList<>();

    private NetworkBenchmark(Console console, Protocol protocol, LoadOptions options) {
        this.console = console;
        this.protocol = protocol;
        this.options = options;
        this.load = options.load(protocol);
    }

    /** Measures, and reports what may be reported. */
    static void run(Console console, Protocol protocol, LoadOptions options, OutputOptions output)
            throws IOException, InterruptedException {
        options.check();
        NetworkBenchmark benchmark = new NetworkBenchmark(console, protocol, options);
        ResultsFolder folder = output.open(console, protocol.word());
        List<MeasuredRun> runs = new ArrayList<>();
        for (int number = 1; number <= options.runs(); number++) {
            runs.add(benchmark.measure(number, folder));
        }
        output.publish(
                console,
                folder,
                NetworkReport.of(protocol, runs, options.inWords(protocol), options.isClosed(), benchmark.caveats));
    }

    private MeasuredRun measure(int number, @Nullable ResultsFolder folder) throws IOException, InterruptedException {
        Target target = options.target();
        if (target != null) {
            caveat("The server at " + target + " was running before, and its journal, stores and flags are its own.");
            return measure(number, target, options.token(console), null);
        }
        try (OwnServer own =
                OwnServer.start(console, options.dataDirectory(console), options.serveArguments(console))) {
            ServerProcess server = own.server();
            caveat("Server, generator, PostgreSQL and Redis shared this machine; journal and projections ran.");
            caveatDisk(own.directory());
            MeasuredRun run = measure(number, own.target(protocol), server.adminToken(), server.handle());
            if (folder != null) {
                own.keepGcLog(folder, "run-" + number + "-gc.log");
            }
            return run;
        }
    }

    private void caveat(String sentence) {
        if (!caveats.contains(sentence)) {
            caveats.add(sentence);
        }
    }

    private void caveatDisk(Path data) throws IOException {
        FileStore store = Files.getFileStore(data);
        if (store.type().contains("tmpfs")) {
            caveat("The journal was in memory (" + store + "), where making it durable costs nothing: see --data-dir.");
        } else {
            caveat("The journal's disk: " + store.type() + ", one force for each batch.");
        }
    }

    private MeasuredRun measure(int number, Target target, String token, @Nullable ProcessHandle server)
            throws InterruptedException {
        try (ProgressLine progress = new ProgressLine(console)) {
            LoadPlan plan = options.plan();
            return load.run(target, token, server, plan, shown(progress, plan, number));
        }
    }

    private LongConsumer shown(ProgressLine progress, LoadPlan plan, int number) {
        long whole = plan.warmUpNanos() + plan.measuredNanos();
        String run = options.runs() == 1 ? "" : "run " + number + ": ";
        return elapsed -> progress.report(
                run + (elapsed < plan.warmUpNanos() ? "warming up" : "measuring"),
                (int) (Math.min(elapsed, whole) / 1_000_000_000),
                (int) (whole / 1_000_000_000));
    }
}
