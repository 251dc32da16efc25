package io.strowger.verticles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code strowger serve} in a process of its own, with what it says on standard output and error. */
final class ServedProcess implements AutoCloseable {
    private static final long START_SECONDS = 120;
    private static final long END_SECONDS = 60;
    private static final long POLL_MILLIS = 50;

    private final Process process;
    private final Path out;
    private final Path err;

    private ServedProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts one without waiting; its output goes to files in a directory. */
    static ServedProcess start(Path logs, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-Dstrowger.home=" + home(), "-cp", System.getProperty("java.class.path")));
        command.add("io.strowger.verticles.Main");
        command.add("serve");
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(logs, "out", ".txt");
        Path err = Files.createTempFile(logs, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new ServedProcess(process, out, err);
    }

    /** Returns when it says that it is ready. */
    ServedProcess awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!out().contains("Token ")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the server did not become ready:\n" + out() + err());
            }
            Thread.sleep(POLL_MILLIS);
        }
        return this;
    }

    /** Waits for its end and returns the exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not end:\n" + out() + err());
        }
        return process.exitValue();
    }

    /** As SIGTERM does. */
    int terminate() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    int httpPort() {
        return port("HTTP +http://127\\.0\\.0\\.1:(\\d+)/");
    }

    int tcpPort() {
        return port("TCP +127\\.0\\.0\\.1:(\\d+) ");
    }

    private int port(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(out());
        if (!matcher.find()) {
            throw new AssertionError("no port in:\n" + out());
        }
        return Integer.parseInt(matcher.group(1));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The root of the repository: where the shipped configuration is. */
    static Path home() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("conf/demo"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
