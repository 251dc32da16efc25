package io.strowger.bench.net;

import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A server for a run, and its data: both are gone when it is closed, or when this process is asked to end. */
final class OwnServer implements AutoCloseable {
    private static final String GC_LOG = "gc.log";

    private final TemporaryDirectory data;
    private final ServerProcess server;

    private OwnServer(TemporaryDirectory data, ServerProcess server) {
        this.data = data;
        this.server = server;
    }

    /**
     * Starts it and returns when it takes messages.
     *
     * @param parent where its data goes; made if need be
     * @param arguments for {@code serve}
     */
    static OwnServer start(Console console, Path parent, List<String> arguments) throws InterruptedException {
        console.err().println("strowger: starting a server");
        AtomicReference<@Nullable ServerProcess> running = new AtomicReference<>();
        TemporaryDirectory data = directory(parent, () -> close(running.get()));
        try {
            ServerProcess.Start start = new ServerProcess.Start(
                    console.home(),
                    data.path().resolve("data"),
                    List.of("-Xlog:gc:file=" + gcLog(data) + ":uptime,level,tags:filecount=0"),
                    arguments);
            return new OwnServer(data, ServerProcess.start(start, running::set));
        } catch (RuntimeException | InterruptedException e) {
            data.close();
            throw e;
        }
    }

    private static TemporaryDirectory directory(Path parent, Runnable before) {
        try {
            return TemporaryDirectory.make(Files.createDirectories(parent), "strowger-bench-", before);
        } catch (IOException e) {
            throw CommandFailure.failed("a directory for the server's data cannot be made: " + e, e);
        }
    }

    private static Path gcLog(TemporaryDirectory data) {
        return data.path().resolve(GC_LOG);
    }

    private static void close(@Nullable ServerProcess server) {
        if (server != null) {
            server.close();
        }
    }

    ServerProcess server() {
        return server;
    }

    /** Where load goes. */
    Target target(Protocol protocol) {
        return new Target("127.0.0.1", protocol == Protocol.HTTP ? server.httpPort() : server.tcpPort());
    }

    /** Puts what its JVM said about its collections into a results folder. */
    void keepGcLog(ResultsFolder folder, String fileName) throws IOException {
        folder.write(fileName, Files.readString(gcLog(data)));
    }

    /** Where its data is. */
    Path directory() {
        return data.path();
    }

    @Override
    public void close() {
        server.close();
        data.close();
    }
}
