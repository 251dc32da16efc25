package io.strowger.bench.peers;

import io.strowger.bench.rig.Texts;
import io.strowger.verticles.cli.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where comparisons take place: a temporary directory, so that all of them write to the same disk, and the processes that
 * they start. When it is closed, and when this process ends in another way, the processes are ended and the directory is
 * removed. Used by the comparison's thread; the end may come from any.
 */
final class Ground implements AutoCloseable {
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);
    private static final Duration CHILDREN_PATIENCE = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 10;
    private static final long SEED = 1_891;

    private final TemporaryDirectory temporary;
    private final Path home;
    private final Programs programs;
    private final int rate;
    private final Path labelledLanguages;
    private final Texts texts = Texts.load(Texts.USUAL_BYTES, SEED);
    private final Consumer<String> progress;
    private final List<Process> children = new ArrayList<>();
    private final List<Runnable> atExit = new ArrayList<>();
    private int directories;
    private boolean ended;

    /**
     * Makes the directory.
     *
     * @param parent on the disk to measure
     * @param home the installation, with the demo organization
     * @param programs what is installed
     * @param rate messages a second of what is measured at a rate
     * @param labelledLanguages sentences with their languages
     * @param progress told in a few words what happens
     */
    Ground(Path parent, Path home, Programs programs, int rate, Path labelledLanguages, Consumer<String> progress)
            throws IOException {
        this.temporary = TemporaryDirectory.make(parent, "strowger-peers-", this::endBeforeExit);
        this.home = home;
        this.programs = programs;
        this.rate = rate;
        this.labelledLanguages = labelledLanguages;
        this.progress = progress;
    }

    Path home() {
        return home;
    }

    Programs programs() {
        return programs;
    }

    /** What all contenders are sent. */
    Texts texts() {
        return texts;
    }

    int rate() {
        return rate;
    }

    /** A file of sentences with their languages, {@code language<TAB>text} a line. */
    Path labelledLanguages() {
        return labelledLanguages;
    }

    Consumer<String> progress() {
        return progress;
    }

    /** A new directory. */
    Path directory(String name) throws IOException {
        return Files.createDirectory(temporary.path().resolve(++directories + "-" + name));
    }

    /** The kind of file system that everything is written to, such as {@code ext4}. */
    String fileSystem() throws IOException {
        return Files.getFileStore(temporary.path()).type();
    }

    /**
     * Starts a program that is ended together with this.
     *
     * @param log gets what it says
     */
    synchronized Process start(List<String> command, Path directory, Path log) throws IOException {
        if (ended) {
            throw new IOException("the run ends");
        }
        Process child = builder(command, directory)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        children.add(child);
        return child;
    }

    /** Has something run when this process ends before the ground is closed: what ends a process that was not started here. */
    synchronized void endWith(Runnable task) {
        atExit.add(task);
    }

    /** Ends a program that was started here: asks, waits a little, then kills. */
    static void end(Process child) {
        child.destroy();
        try {
            if (!child.waitFor(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder builder(List<String> command, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder;
    }

    @Override
    public void close() {
        endChildren();
        temporary.close();
    }

    private void endChildren() {
        List<Process> all;
        synchronized (this) {
            ended = true;
            all = List.copyOf(children);
        }
        all.forEach(Ground::end);
    }

    /** Others end their own processes at the same time: what they write into must stay until they are gone. */
    private void endBeforeExit() {
        endChildren();
        List<Runnable> tasks;
        synchronized (this) {
            tasks = List.copyOf(atExit);
        }
        tasks.forEach(Runnable::run);
        long deadline = System.nanoTime() + CHILDREN_PATIENCE.toNanos();
        try {
            while (ProcessHandle.current().children().findAny().isPresent() && System.nanoTime() - deadline < 0) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }
}
