package io.strowger.bench.rig;

import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the raw results of runs go: the results folder, or, when nothing is to be kept, a directory that is removed. */
final class RawResults implements AutoCloseable {
    private final @Nullable ResultsFolder folder;
    private final Path directory;

    private RawResults(@Nullable ResultsFolder folder, Path directory) {
        this.folder = folder;
        this.directory = directory;
    }

    /**
     * @param folder null when nothing is to be kept
     */
    static RawResults in(@Nullable ResultsFolder folder) {
        if (folder != null) {
            return new RawResults(folder, folder.directory().toAbsolutePath());
        }
        try {
            return new RawResults(null, Files.createTempDirectory("strowger-bench-results-"));
        } catch (IOException e) {
            throw CommandFailure.failed("no directory for temporary files can be made: " + e, e);
        }
    }

    Path directory() {
        return directory;
    }

    boolean areKept() {
        return folder != null;
    }

    /** Notes beside the raw files that they are those of a failed attempt, and why; returns what to throw. */
    CommandFailure failed(String sentence) {
        if (folder != null) {
            folder.write(
                    "README.md",
                    "# FAILED\n\n" + sentence
                            + "\n\nThe figures in this folder are those of a failed attempt: they show"
                            + " what went wrong and nothing else.\n");
        }
        return CommandFailure.failed(
                sentence + (folder == null ? "" : "; the failed attempt is kept in " + folder.directory()));
    }

    @Override
    public void close() {
        if (folder == null) {
            try {
                Directories.delete(directory);
            } catch (IOException e) {
                throw CommandFailure.failed("the temporary directory " + directory + " cannot be removed: " + e, e);
            }
        }
    }
}
