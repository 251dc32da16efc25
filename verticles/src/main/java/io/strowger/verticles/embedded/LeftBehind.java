package io.strowger.verticles.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A server that an earlier process of ours left running when it was killed: found by the pid in its pid file, and taken for
 * ours only when that process runs the program that lies in this very data directory. No other process is ever touched.
 */
final class LeftBehind {
    private static final long POLL_MILLIS = 10;

    private LeftBehind() {}

    /**
     * The process that the pid file names, if it lives and runs a program below that directory.
     *
     * @param pidFile its first line is the pid; it may be missing
     * @param programs the directory in which this data directory's own programs lie
     */
    static Optional<ProcessHandle> find(Path pidFile, Path programs) throws IOException {
        return named(pidFile).filter(process -> runsFrom(process, programs));
    }

    /** The living process that a pid file names, whoever's it is. */
    static Optional<ProcessHandle> named(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(LeftBehind::runs);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean runsFrom(ProcessHandle process, Path programs) {
        return process.info()
                .command()
                .map(command -> Path.of(command).startsWith(programs))
                .orElse(false);
    }

    /** Waits for the end of a process; false when it is still there after that time. */
    static boolean awaitEnd(ProcessHandle process, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (runs(process)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    /** Whether a process runs. One that has ended but was never collected by its parent, as in a container without an init, does not. */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String status = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // The state stands behind the program's name, which is in parentheses and may hold anything.
            return status.charAt(status.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    /** Kills a process and those that it started, and waits for their end. */
    static void kill(ProcessHandle process, Duration atMost) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(process, atMost);
        for (ProcessHandle child : children) {
            awaitEnd(child, atMost);
        }
    }
}
