package io.strowger.bench.net;

import io.strowger.verticles.cli.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The real server in a process of its own, as {@code ./strowger serve} starts it: with the demo organization, and embedded
 * stores unless its configuration says otherwise.
 */
public final class ServerProcess implements AutoCloseable {
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 40;

    /** From this version of Java on, G1 has no options for it. */
    private static final int LEAVES_REFINEMENT = 20;

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Path dataDirectory;
    private final int httpPort;
    private final int tcpPort;
    private final Process process;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());

    private ServerProcess(Path dataDirectory, int httpPort, int tcpPort, Process process) {
        this.dataDirectory = dataDirectory;
        this.httpPort = httpPort;
        this.tcpPort = tcpPort;
        this.process = process;
    }

    /**
     * How a server is started.
     *
     * @param home the installation's directory, where {@code conf} lies
     * @param dataDirectory where everything durable goes
     * @param jvmOptions beside those of {@code ./strowger serve}
     * @param arguments of {@code serve}, beside the data directory and the ports
     */
    public record Start(Path home, Path dataDirectory, List<String> jvmOptions, List<String> arguments) {
        public Start {
            jvmOptions = List.copyOf(jvmOptions);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Starts a server on free ports and returns when it takes messages.
     *
     * @throws CommandFailure when it doesn't, with what it said
     */
    public static ServerProcess start(Start start) throws InterruptedException {
        return start(start, launched -> {});
    }

    /**
     * As {@link #start(Start)}.
     *
     * @param launched given the server as soon as there is a process, so that somebody can end it should we be ended
     */
    public static ServerProcess start(Start start, Consumer<ServerProcess> launched) throws InterruptedException {
        try {
            int httpPort = freePort();
            int tcpPort = freePort();
            Process process = new ProcessBuilder(command(start, httpPort, tcpPort))
                    .directory(start.home().toFile())
                    .redirectErrorStream(true)
                    .start();
            ServerProcess server = new ServerProcess(start.dataDirectory(), httpPort, tcpPort, process);
            launched.accept(server);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw CommandFailure.failed("a server cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Start start, int httpPort, int tcpPort) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString()); // Ctrl-C is for us, and we end the server
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions(Runtime.version().feature()));
        command.addAll(start.jvmOptions());
        command.addAll(List.of("-Dstrowger.home=" + start.home(), "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("io.strowger.verticles.Main", "serve"));
        command.addAll(List.of("--data-dir", start.dataDirectory().toString()));
        command.addAll(List.of("--http-port", String.valueOf(httpPort), "--tcp-port", String.valueOf(tcpPort)));
        command.addAll(start.arguments());
        return command;
    }

    /**
     * The options of the Java virtual machine that {@code ./strowger serve} gives it.
     *
     * @param major the version of Java
     */
    static List<String> jvmOptions(int major) {
        List<String> options = new ArrayList<>(List.of("-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError"));
        if (major < LEAVES_REFINEMENT) {
            options.addAll(List.of(
                    "-XX:-G1UseAdaptiveConcRefinement",
                    "-XX:G1ConcRefinementGreenZone=500",
                    "-XX:G1ConcRefinementYellowZone=1000",
                    "-XX:G1ConcRefinementRedZone=2000"));
        }
        return options;
    }

    /** A port that was free on the loopback interface a moment ago. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        Thread reader = new Thread(() -> readOutput(ready), "server-output");
        reader.setDaemon(true);
        reader.start();
        if (!ready.await(START_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
            close(); // in order, or its stores go on
            throw CommandFailure.failed("the server did not become ready; it said: " + output());
        }
    }

    private void readOutput(CountDownLatch ready) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                output.add(line);
                if (line.contains(" is ready after ")) { // others are ready too: a database to accept connections
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            output.add("(output ended: " + e.getMessage() + ")");
        } finally {
            ready.countDown();
        }
    }

    /** What it has said so far, in lines. */
    public String output() {
        return String.join("\n", output);
    }

    public int httpPort() {
        return httpPort;
    }

    public int tcpPort() {
        return tcpPort;
    }

    public Path dataDirectory() {
        return dataDirectory;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** The token that permits everything. */
    public String adminToken() throws IOException {
        return Files.readString(dataDirectory.resolve("admin.token")).strip();
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /**
     * Waits for the process to end by itself and returns its exit code.
     *
     * @throws CommandFailure when it does not end
     */
    public int awaitExit(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw CommandFailure.failed("the server is still running; it said: " + output());
        }
        return process.exitValue();
    }

    /** As SIGTERM does; returns the exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit(STOP_SECONDS);
    }

    /** Ends it if it runs, in order if it can be. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
