package io.strowger.bench.net;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.bench.rig.Hiccups;
import io.strowger.bench.rig.Texts;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ProgressLine;
import io.strowger.verticles.cli.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Load over the network, run after run, against a server that is named or one of its own for each run. */
final class NetworkBenchmark {
    /** A message outside the run, the highest number that an id's digits can hold. */
    private static final long PROBE = 9_999_999_999L;

    private final Console console;
    private final Protocol protocol;
    private final LoadOptions options;
    private final Texts texts;
    private final List<String> caveats = new ArrayList<>();

    private NetworkBenchmark(Console console, Protocol protocol, LoadOptions options) {
        this.console = console;
        this.protocol = protocol;
        this.options = options;
        this.texts = options.texts();
    }

    /** Measures, and reports what may be reported. */
    static void run(Console console, Protocol protocol, LoadOptions options, OutputOptions output)
            throws IOException, InterruptedException {
        options.check();
        NetworkBenchmark benchmark = new NetworkBenchmark(console, protocol, options);
        ResultsFolder folder = output.open(console, protocol.word());
        List<MeasuredRun> runs = new ArrayList<>();
        for (int number = 1; number <= options.runs(); number++) {
            runs.add(benchmark.measure(number));
        }
        output.publish(
                console,
                folder,
                NetworkReport.of(protocol, runs, options.inWords(protocol), options.isClosed(), benchmark.caveats));
    }

    private MeasuredRun measure(int number) throws IOException, InterruptedException {
        Target target = options.target();
        if (target != null) {
            caveat("The server at " + target + " was running before, and its journal, stores and flags are its own.");
            return measure(number, target, options.token(console), null);
        }
        AtomicReference<@Nullable ServerProcess> running = new AtomicReference<>();
        try (TemporaryDirectory temporary = options.dataDirectory(console, () -> close(running.get()))) {
            console.err().println("strowger: starting a server");
            ServerProcess.Start start = new ServerProcess.Start(
                    console.home(), temporary.path().resolve("data"), List.of(), options.serveArguments(console));
            try (ServerProcess server = ServerProcess.start(start, running::set)) {
                caveat("Server, generator, PostgreSQL and Redis shared this machine; journal and projections ran.");
                caveatDisk(temporary.path());
                int port = protocol == Protocol.HTTP ? server.httpPort() : server.tcpPort();
                return measure(number, new Target("127.0.0.1", port), server.adminToken(), server.handle());
            }
        }
    }

    private static void close(@Nullable ServerProcess server) {
        if (server != null) {
            server.close();
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
            throws IOException, InterruptedException {
        String run = "bench" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + number;
        boolean http = protocol == Protocol.HTTP;
        boolean decided = options.isAckDecided();
        MessageRequests requests = http
                ? MessageRequests.http(texts, run, decided, target.toString(), token)
                : MessageRequests.lines(texts, run, decided);
        MessageAnswers answers = new MessageAnswers(run, http, decided);
        try (Connections connections = Connections.open(
                        target,
                        protocol,
                        options.connections(protocol),
                        options.depth(protocol),
                        token,
                        requests,
                        PROBE);
                ProgressLine progress = new ProgressLine(console)) {
            LoadPlan plan = options.plan();
            CpuWatch cpu = new CpuWatch(plan, server, shown(progress, plan, number));
            MeasuredRun measured = measured(connections, plan, answers, cpu);
            measured.check();
            return measured;
        } catch (IOException e) {
            throw CommandFailure.failed("the server at " + target + " ended the run: " + e.getMessage(), e);
        }
    }

    private static MeasuredRun measured(Connections connections, LoadPlan plan, AnswerCheck answers, CpuWatch cpu)
            throws IOException, InterruptedException {
        try (Hiccups hiccups = Hiccups.start()) {
            LoadResult result = LoadRun.run(connections.all(), plan, answers, cpu);
            Histogram stalls = hiccups.stop();
            return new MeasuredRun(result, stalls, cpu.serverCores(), cpu.idleCores());
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
