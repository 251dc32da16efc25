package io.strowger.verticles.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts other programs: a server that goes on running, its output in a log file, or a tool that ends by itself. */
final class ServerProcess {
    private static final int TAIL_LINES = 3;
    private static final Duration TOOL_PATIENCE = Duration.ofMinutes(2);

    private ServerProcess() {}

    /**
     * Starts a server in a session of its own, so that a Ctrl-C at our terminal reaches us only and we stop the server when
     * its time has come. The log of the last start is kept beside the new one.
     */
    static Process start(Path directory, Path log, List<String> command) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".last"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            line.add("/usr/bin/setsid");
        }
        line.addAll(command);
        return builder(directory, line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Runs a tool to its end and returns its exit code; its output goes to the file. */
    static int run(Path directory, Path output, List<String> command) throws IOException, InterruptedException {
        Process process = builder(directory, command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor(TOOL_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException(command.get(0) + " does not end within " + TOOL_PATIENCE.toSeconds() + " s");
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessBuilder builder(Path directory, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        // What the caller's shell says about other PostgreSQL servers, or about language, must not reach ours.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder;
    }

    /** The last lines of a log, joined into one, for the end of an error sentence. */
    static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, Charset.defaultCharset()).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "there is no output in " + log;
        }
    }
}
