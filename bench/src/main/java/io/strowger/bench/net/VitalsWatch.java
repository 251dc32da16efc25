package io.strowger.bench.net;

import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a server's queues twice a second, and samples its vitals at longer intervals, in a thread of its own. */
final class VitalsWatch implements AutoCloseable {
    private static final long LOOK_MILLIS = 500;
    private static final long KIBI = 1 << 10;

    private final ServerProcess server;
    private final JvmProbe jvm;
    private final ServerReader reader;
    private final long startNanos;
    private final long intervalNanos;
    private final List<Vitals> samples = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "bench-vitals");
    private long ringMost;
    private long lagMost;
    private long ringSize;
    private volatile boolean stopping;
    private volatile @Nullable Exception failure;

    private VitalsWatch(ServerProcess server, ServerReader reader, long startNanos, long intervalNanos) {
        this.server = server;
        this.reader = reader;
        this.jvm = JvmProbe.attach(server.handle().pid());
        this.startNanos = startNanos;
        this.intervalNanos = intervalNanos;
        thread.setDaemon(true);
    }

    /**
     * Begins.
     *
     * @param startNanos when the first sample is taken, on the scale of {@link System#nanoTime()}
     * @param intervalNanos from one sample to the next
     */
    static VitalsWatch start(ServerProcess server, ServerReader reader, long startNanos, long intervalNanos) {
        VitalsWatch watch = new VitalsWatch(server, reader, startNanos, intervalNanos);
        watch.thread.start();
        return watch;
    }

    /**
     * Ends it and returns the samples, in order of time.
     *
     * @throws CommandFailure when the server could not be looked at all the time
     */
    List<Vitals> stop() throws InterruptedException {
        stopping = true;
        thread.join();
        Exception failed = failure;
        if (failed != null) {
            throw CommandFailure.failed("the server could not be watched to the end: " + failed, failed);
        }
        return samples;
    }

    /** How many commands the ring holds; asked for when it has stopped. */
    long ringSize() {
        return ringSize;
    }

    private void run() {
        try {
            long next = startNanos;
            while (!stopping) {
                Thread.sleep(LOOK_MILLIS);
                ServerMetrics metrics = look();
                if (System.nanoTime() - next >= 0) {
                    sample(metrics);
                    next += intervalNanos;
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    private ServerMetrics look() throws IOException, InterruptedException {
        ServerMetrics metrics = reader.metrics();
        ringMost = Math.max(ringMost, metrics.ring());
        lagMost = Math.max(lagMost, metrics.lag());
        ringSize = metrics.ringSize();
        return metrics;
    }

    private void sample(ServerMetrics metrics) throws IOException, InterruptedException {
        Path process = Path.of("/proc", String.valueOf(server.handle().pid()));
        long heap = jvm.heapBytesAfterCollection();
        samples.add(new Vitals(
                (System.nanoTime() - startNanos) / 1e9,
                heap,
                metrics.rememberedBytes(),
                jvm.directBytes(),
                residentBytes(process),
                entries(process.resolve("fd")),
                jvm.threads(),
                reader.waiting(),
                ringMost,
                lagMost,
                DirectorySize.of(server.dataDirectory().resolve("journal")),
                DirectorySize.of(server.dataDirectory().resolve("postgres"))
                        + DirectorySize.of(server.dataDirectory().resolve("redis"))));
        ringMost = 0;
        lagMost = 0;
    }

    private static long residentBytes(Path process) throws IOException {
        try (Stream<String> lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> KIBI * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static long entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.count();
        }
    }

    @Override
    public void close() {
        stopping = true;
        jvm.close();
    }
}
