package io.strowger.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Grounds for tests. */
final class Grounds {
    static final int RATE = 2_000;

    private Grounds() {}

    /** One on which no program of the system is found. */
    static Ground without(Path parent) throws IOException {
        return in(parent, new Programs("", List.of()));
    }

    static Ground in(Path parent, Programs programs) throws IOException {
        return new Ground(
                parent, home(), programs, RATE, home().resolve("models/data/evaluation/language.tsv"), text -> {});
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
