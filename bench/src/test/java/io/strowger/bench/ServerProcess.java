package io.strowger.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The real server in a process of its own, with the demo organization and embedded stores, as a user starts it. */
final class ServerProcess implements AutoCloseable {
    private static final long START_SECONDS = 60;

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

    /** Starts a server and returns when it says that it is ready. */
    static ServerProcess start(Path dataDirectory, String... jvmOptions) throws IOException, InterruptedException {
        int httpPort = freePort();
        int tcpPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.strowger.verticles.Main"));
        command.addAll(List.of("serve", "--data-dir", dataDirectory.toString()));
        command.addAll(List.of("--http-port", String.valueOf(httpPort), "--tcp-port", String.valueOf(tcpPort)));
        Process process = new ProcessBuilder(command)
                .directory(repository().toFile())
                .redirectErrorStream(true)
                .start();
        ServerProcess server = new ServerProcess(dataDirectory, httpPort, tcpPort, process);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        Thread reader = new Thread(() -> readOutput(ready), "server-output");
        reader.setDaemon(true);
        reader.start();
        if (!ready.await(START_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
            process.destroyForcibly();
            throw new AssertionError("the server did not become ready:\n" + output());
        }
    }

    private void readOutput(CountDownLatch ready) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                output.add(line);
                if (line.contains("ready")) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            output.add("(output ended: " + e.getMessage() + ")");
        } finally {
            ready.countDown();
        }
    }

    String output() {
        return String.join("\n", output);
    }

    int httpPort() {
        return httpPort;
    }

    int tcpPort() {
        return tcpPort;
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    String adminToken() throws IOException {
        return Files.readString(dataDirectory.resolve("admin.token")).strip();
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Waits for the process to end by itself and returns its exit code. */
    int awaitExit(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("the server is still running:\n" + output());
        }
        return process.exitValue();
    }

    /** As SIGTERM does; returns the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit(60);
    }

    /** A connection to the embedded PostgreSQL. */
    Connection postgres() throws IOException, SQLException {
        URI uri = URI.create(
                Files.readString(dataDirectory.resolve("postgres.uri")).strip());
        String[] user = uri.getUserInfo().split(":", 2);
        Properties login = new Properties();
        login.setProperty("user", user[0]);
        login.setProperty("password", user[1]);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), login);
    }

    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the repository: where the shipped configuration is. */
    static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve("conf/demo"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new IllegalStateException(
                    "conf/demo is not above " + Path.of("").toAbsolutePath());
        }
        return directory;
    }
}
