package io.strowger.bench.peers;

import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Programs of the system, and libraries that are none of ours.
 *
 * @param path the directories that programs are searched in, as the shell has it; empty for none
 * @param jars Java libraries
 */
record Programs(String path, List<Path> jars) {
    Programs {
        jars = List.copyOf(jars);
    }

    /**
     * Those that the person who called us would find.
     *
     * @param jars a directory of jars, null for none
     */
    static Programs of(Console console, @Nullable Path jars) {
        return new Programs(console.environment().getOrDefault("PATH", ""), jars == null ? List.of() : jarsIn(jars));
    }

    private static List<Path> jarsIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw CommandFailure.wrongCall("--jars: " + directory + " is no directory that can be read");
        }
    }

    /** Whether there is a library of that name, whatever its version. */
    boolean hasJar(String library) {
        return jars.stream().anyMatch(jar -> jar.getFileName().toString().startsWith(library + "-"));
    }

    /** Where a program is, null when it is in none of the directories. */
    @Nullable
    Path find(String name) {
        if (path.isEmpty()) {
            return null;
        }
        for (String directory : path.split(File.pathSeparator)) {
            Path candidate = Path.of(directory.isEmpty() ? "." : directory, name);
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return candidate.toAbsolutePath();
            }
        }
        return null;
    }

    /** What a program says, without the white space around it. */
    static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
