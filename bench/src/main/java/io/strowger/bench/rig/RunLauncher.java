package io.strowger.bench.rig;

import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has runs measured in processes of their own, one after another, and gets their results. When this process is ended, the one
 * that measures is ended too, and the journal that it wrote is removed. Called by the main thread.
 */
final class RunLauncher implements AutoCloseable {
    private static final String HEAP = "2g";
    private static final long POLL_MILLIS = 250;
    private static final long END_SECONDS = 10;
    private static final Duration BEFORE_AND_AFTER = Duration.ofMinutes(3);

    private final Console console;
    private final Path folder;
    private final Path data;
    private final Collector collector;
    private final boolean keeps;
    private final Thread hook = new Thread(this::abandonAll, "bench-end-of-run");
    private volatile @Nullable Process process;
    private volatile @Nullable Path journal;

    /**
     * @param folder where raw results go
     * @param keeps false when the folder is removed at the end
     * @param data the directory in which temporary journals are made
     */
    RunLauncher(Console console, Path folder, boolean keeps, Path data, Collector collector) {
        this.console = console;
        this.folder = folder;
        this.keeps = keeps;
        this.data = data;
        this.collector = collector;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Measures a plan.
     *
     * @param name names the files of its raw results
     * @param progress says what runs
     * @throws CommandFailure when the process fails, or there is too little disk for it
     */
    RunResult run(RunPlan plan, String name, RunProgress progress) {
        try {
            Path directory = Files.createTempDirectory(data, "strowger-bench-");
            journal = directory;
            DiskNeeds.check(plan, directory);
            Path planFile = directory.resolve("plan.properties");
            try (Writer out = Files.newBufferedWriter(planFile)) {
                plan.toProperties().store(out, null);
            }
            return measure(plan, name, directory, planFile, progress);
        } catch (IOException e) {
            throw CommandFailure.failed("run " + name + " cannot be measured in " + data + ": " + e, e);
        } finally {
            abandon();
        }
    }

    private RunResult measure(RunPlan plan, String name, Path directory, Path planFile, RunProgress progress)
            throws IOException {
        Path output = folder.resolve(name + ".log");
        Process started = new ProcessBuilder(command(name, planFile, directory.resolve("journal")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process = started;
        long begin = System.nanoTime();
        long latest = plan.duration().multipliedBy(2).plus(BEFORE_AND_AFTER).toNanos();
        try {
            while (!started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                long elapsed = System.nanoTime() - begin;
                progress.elapsed(Duration.ofNanos(elapsed), plan.duration());
                if (elapsed > latest) {
                    throw failed(
                            name,
                            "did not end within " + Duration.ofNanos(latest).toSeconds() + " s",
                            output);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("run " + name + " was interrupted", e);
        }
        if (started.exitValue() != 0 || !Files.exists(folder.resolve(name + ".properties"))) {
            throw failed(name, "ended with code " + started.exitValue(), output);
        }
        if (Files.size(output) == 0) {
            Files.delete(output);
        }
        return RunResult.read(folder, name);
    }

    private CommandFailure failed(String name, String how, Path output) throws IOException {
        List<String> lines = Files.readAllLines(output);
        String last = lines.stream()
                .filter(line -> line.contains("Exception") || line.contains("Error"))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        return CommandFailure.failed("run " + name + " " + how + (last.isEmpty() ? "" : ": " + last.strip())
                + (keeps ? " (its output is in " + output + ")" : ""));
    }

    private List<String> command(String name, Path planFile, Path journalDirectory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms" + HEAP);
        command.add("-Xmx" + HEAP);
        command.add("-XX:+AlwaysPreTouch");
        command.add(collector.flag());
        command.add("-Xlog:disable");
        command.add("-Xlog:all=warning:stderr");
        command.add("-Xlog:gc*:file=" + folder.resolve(name + "-gc.log") + ":uptime,level,tags:filecount=0");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(RunProcess.class.getName());
        command.add(planFile.toString());
        command.add(journalDirectory.toString());
        command.add(folder.toString());
        command.add(name);
        return command;
    }

    /** Ends the process that measures, if one does, and removes its journal. Also called when this process ends. */
    private synchronized void abandon() {
        Process running = process;
        Path directory = journal;
        try {
            if (running != null && running.isAlive()) {
                running.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
            }
            if (directory != null) {
                Directories.delete(directory);
            }
        } catch (IOException e) {
            console.err().println("The temporary journal in " + directory + " could not be removed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
        journal = null;
    }

    private void abandonAll() {
        abandon();
        try {
            if (!keeps) {
                Directories.delete(folder);
            }
        } catch (IOException e) {
            console.err().println("The temporary directory " + folder + " could not be removed: " + e);
        }
    }

    @Override
    public void close() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process ends, and the hook has run or runs
        }
    }
}
