package io.strowger.verticles.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Where we are root, its programs are started in a user namespace of their own, in which
 * they are nobody, while the files stay root's.
 */
final class Unprivileged {
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * Finds out what is needed here.
     *
     * @param directory a directory for the output of the trial
     * @throws EmbeddedStoreException when we are root and user namespaces are denied
     */
    static Unprivileged here(Path directory) throws IOException, InterruptedException {
        return isRoot() ? tried(directory, NAMESPACE) : new Unprivileged(List.of());
    }

    /** Runs the prefix once before a program that does nothing. */
    static Unprivileged tried(Path directory, List<String> prefix) throws IOException, InterruptedException {
        Path output = directory.resolve("namespace.log");
        List<String> trial = new ArrayList<>(prefix);
        trial.add("true");
        String reason = "";
        try {
            if (ServerProcess.run(directory, output, trial) != 0) {
                reason = ServerProcess.lastLines(output);
            }
        } catch (IOException e) {
            reason = String.valueOf(e.getMessage());
        } finally {
            Files.deleteIfExists(output);
        }
        if (!reason.isEmpty()) {
            throw new EmbeddedStoreException(
                    "PostgreSQL does not run as root, and user namespaces, which would help, are"
                            + " denied here (" + reason
                            + "): start Strowger as an ordinary user, or set postgres.uri to a server"
                            + " of yours");
        }
        return new Unprivileged(prefix);
    }

    /** The command as it must be started. */
    List<String> command(List<String> command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command);
        return line;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
