package io.strowger.verticles.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs commands as a process would, and keeps what they print. */
final class ConsoleFixture {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path workingDirectory;

    ConsoleFixture(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    int run(String... arguments) {
        return runWith("", arguments);
    }

    int runWith(String input, String... arguments) {
        return runWith(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    int runWith(byte[] input, String... arguments) {
        return new CommandRunner(console(new ByteArrayInputStream(input))).run(arguments);
    }

    Console console(InputStream in) {
        return new Console(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                workingDirectory,
                home(),
                false);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The root of the repository: where the shipped configuration is. */
    static Path home() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("conf/demo"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
