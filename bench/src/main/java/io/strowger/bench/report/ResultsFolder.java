package io.strowger.bench.report;

import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of one run's results. Made before anything is measured, so that nothing is measured in vain. */
public final class ResultsFolder {
    private final Path directory;

    private ResultsFolder(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes a new folder.
     *
     * @throws CommandFailure when it exists or can't be made
     */
    public static ResultsFolder create(Path directory) {
        try {
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(directory);
            return new ResultsFolder(directory);
        } catch (FileAlreadyExistsException e) {
            throw CommandFailure.wrongCall("the results folder " + directory
                    + " exists already; give this run a name of its own with --topic, or --no-results to keep nothing");
        } catch (IOException e) {
            throw CommandFailure.failed("the results folder " + directory + " cannot be made: " + e, e);
        }
    }

    public Path directory() {
        return directory;
    }

    /** Writes a file of text into it. */
    public void write(String fileName, CharSequence content) {
        try {
            Files.writeString(directory.resolve(fileName), content);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write " + directory.resolve(fileName) + ": " + e, e);
        }
    }
}
