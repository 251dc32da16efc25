package io.strowger.bench.report;

import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory of one run's results. Made before anything is measured, so that nothing is measured in vain. */
public final class ResultsFolder {
    private final Path directory;

    private ResultsFolder(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes a new folder. It goes again with the process when nothing was put into it.
     *
     * @throws CommandFailure when it exists or can't be made
     */
    public static ResultsFolder create(Path directory) {
        makeParent(directory);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            throw CommandFailure.wrongCall("the results folder " + directory
                    + " exists already; give this run a name of its own with --topic, or --no-results to keep nothing");
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "the results folder " + directory + " cannot be made: " + reason(e)
                            + "; choose another place with --results, or --no-results to keep nothing",
                    e);
        }
        directory.toFile().deleteOnExit(); // which spares a directory that is not empty
        return new ResultsFolder(directory);
    }

    private static void makeParent(Path directory) {
        Path parent = directory.toAbsolutePath().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException e) {
            String reason = e instanceof FileAlreadyExistsException ? "there is a file of that name" : reason(e);
            throw CommandFailure.failed(
                    "the directory " + parent + " cannot be made: " + reason
                            + "; choose another place with --results, or --no-results to keep nothing",
                    e);
        }
    }

    public Path directory() {
        return directory;
    }

    /**
     * Writes a file of text into it, over one that is there.
     *
     * @throws CommandFailure when it can't be written
     */
    public void write(String fileName, CharSequence content) {
        try {
            Files.writeString(directory.resolve(fileName), content);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write " + directory.resolve(fileName) + ": " + reason(e), e);
        }
    }

    /** The names of the files in it, in order. */
    List<String> fileNames() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + directory + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return "a part of it is a file";
        }
        String reason = e instanceof FileSystemException trouble ? trouble.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
