package io.strowger.bench.peers;

import io.strowger.bench.net.Framing;
import io.strowger.bench.net.ServerProcess;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.embedded.RedisProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Redis that makes each write durable before it answers: the system's if there is one, else the one that the product ships.
 * On the loopback interface, on a free port, with its data on the ground.
 */
final class RedisServer implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 20;
    private static final Map<String, String> SETTINGS =
            Map.of("appendonly", "yes", "appendfsync", "always", "save", "", "no-appendfsync-on-rewrite", "no");

    private final Process process;
    private final int port;
    private final String version;

    private RedisServer(Process process, int port, String version) {
        this.process = process;
        this.port = port;
        this.version = version;
    }

    /** Starts one and returns when it answers. */
    static RedisServer start(Ground ground) throws IOException, InterruptedException {
        Path directory = ground.directory("redis");
        Path installed = ground.programs().find("redis-server");
        Path program = installed == null ? RedisProgram.in(directory, ground.progress()) : installed;
        String said = Programs.output(List.of(program.toString(), "--version"));
        int port = ServerProcess.freePort();
        Path configuration = directory.resolve("redis.conf");
        Files.writeString(configuration, configuration(port));
        Path log = directory.resolve("redis.log");
        Process process = ground.start(List.of(program.toString(), configuration.toString()), directory, log);
        RedisServer server =
                new RedisServer(process, port, version(said) + (installed == null ? " (embedded)" : " (installed)"));
        try {
            server.awaitReady(log);
            server.requireDurable();
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static String configuration(int port) {
        StringBuilder text = new StringBuilder("bind 127.0.0.1\nprotected-mode yes\nport " + port + "\n");
        new TreeMap<>(SETTINGS)
                .forEach((key, value) -> text.append(key)
                        .append(' ')
                        .append(value.isEmpty() ? "\"\"" : value)
                        .append('\n'));
        return text.toString();
    }

    /** From a text such as {@code Redis server v=7.0.15 sha=0}. */
    private static String version(String said) {
        int start = said.indexOf("v=");
        return start < 0 ? "of an unknown version" : said.substring(start + 2).split("\\s", 2)[0];
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            try {
                if (ask("PING").equals("+PONG\r\n")) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw CommandFailure.failed("Redis did not start; it said: "
                + Files.readString(log, StandardCharsets.UTF_8).strip());
    }

    private void requireDurable() throws IOException {
        for (String key : List.of("appendonly", "appendfsync")) {
            String value = setting(key);
            if (!value.equals(SETTINGS.get(key))) {
                throw CommandFailure.failed("Redis has " + key + " " + value + ", so it is no durable peer");
            }
        }
    }

    /** What {@code CONFIG GET} says about a key. */
    String setting(String key) throws IOException {
        String[] lines = ask("CONFIG GET " + key).split("\r\n", -1);
        return lines.length > 4 ? lines[4] : "";
    }

    /** The answer to a command without spaces in its arguments, as it came. */
    String ask(String command) throws IOException {
        byte[] answer = NetworkTurn.askOnce(port, Framing.RESP, (command + "\r\n").getBytes(StandardCharsets.UTF_8));
        return new String(answer, StandardCharsets.UTF_8);
    }

    int port() {
        return port;
    }

    /** Its version, and where it comes from. */
    String version() {
        return version;
    }

    @Override
    public void close() {
        Ground.end(process);
    }
}
