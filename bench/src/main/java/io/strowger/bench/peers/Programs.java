package io.strowger.bench.peers;

import io.strowger.verticles.cli.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Programs of the system.
 *
 * @param path the directories that they are searched in, as the shell has it; empty for none
 */
record Programs(String path) {
    /** Those that the person who called us would find. */
    static Programs of(Console console) {
        return new Programs(console.environment().getOrDefault("PATH", ""));
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
