package io.strowger.bench.rig;

import io.strowger.verticles.cli.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process with this one's class path and a server's collector. It ends with this process at the latest. */
public final class JavaProcess {
    private JavaProcess() {}

    /**
     * Runs a class to its end and returns the lines that it printed.
     *
     * @param flags for the virtual machine, such as the size of its heap
     * @throws CommandFailure when it can't be started, or does not end well; with what it printed
     */
    public static List<String> run(Class<?> main, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseG1GC");
        command.addAll(flags);
        for (String own : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (own.startsWith("--")) {
                command.add(own);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return output(new ProcessBuilder(command).redirectErrorStream(true).start(), main);
        } catch (IOException e) {
            throw CommandFailure.failed("a Java process cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> output(Process process, Class<?> main) {
        Thread end = new Thread(process::destroyForcibly, "strowger-end-of-process");
        Runtime.getRuntime().addShutdownHook(end);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            int code = process.waitFor();
            if (code != 0) {
                throw CommandFailure.failed(
                        main.getSimpleName() + " ended with " + code + ":\n" + String.join("\n", lines));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted while a process measured", e);
        } finally {
            process.destroyForcibly();
            removeHook(end);
        }
    }

    private static void removeHook(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            // This process ends: the hook has done it.
        }
    }
}
