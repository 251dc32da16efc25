package io.strowger.verticles.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds a command: its streams, the environment and the directories.
 *
 * @param in what is typed or piped in
 * @param out results; UTF-8
 * @param err progress and errors, for people; UTF-8
 * @param environment the environment's variables
 * @param workingDirectory relative paths of options are taken from it; absolute
 * @param home the installation's directory, where {@code conf} lies; absolute
 * @param isTerminal whether a person watches {@code out}
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path workingDirectory,
        Path home,
        boolean isTerminal) {
    /** The system property by which the launcher says where the installation is. */
    public static final String HOME_PROPERTY = "strowger.home";

    /** The system property by which the launcher says whether standard output is a terminal. */
    public static final String TERMINAL_PROPERTY = "strowger.terminal";

    public Console {
        environment = Map.copyOf(environment);
    }

    /** The process's own. */
    public static Console ofProcess() {
        Path workingDirectory = Path.of("").toAbsolutePath();
        String home = System.getProperty(HOME_PROPERTY);
        return new Console(
                new FileInputStream(FileDescriptor.in),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                workingDirectory,
                home == null ? workingDirectory : Path.of(home).toAbsolutePath().normalize(),
                Boolean.getBoolean(TERMINAL_PROPERTY));
    }

    /** A path of an option, absolute. */
    public Path resolve(Path path) {
        return workingDirectory.resolve(path).normalize();
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
