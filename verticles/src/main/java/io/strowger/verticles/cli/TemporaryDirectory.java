package io.strowger.verticles.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A directory that is gone, with everything in it, when it is closed or the process ends. */
public final class TemporaryDirectory implements AutoCloseable {
    private final Path path;
    private final Thread hook;

    private TemporaryDirectory(Path path, Runnable before) {
        this.path = path;
        this.hook = new Thread(
                () -> {
                    before.run();
                    delete(path);
                },
                "strowger-temporary-files");
    }

    /** Makes one that only this user can read. */
    public static TemporaryDirectory make(String prefix) throws IOException {
        return hooked(new TemporaryDirectory(Files.createTempDirectory(prefix), () -> {}));
    }

    /**
     * Makes one that only this user can read, in another directory.
     *
     * @param before runs before it is deleted because the process ends: stops what writes into it
     */
    public static TemporaryDirectory make(Path parent, String prefix, Runnable before) throws IOException {
        return hooked(new TemporaryDirectory(Files.createTempDirectory(parent, prefix), before));
    }

    private static TemporaryDirectory hooked(TemporaryDirectory directory) {
        Runtime.getRuntime().addShutdownHook(directory.hook);
        return directory;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // the process ends: the hook does it
        }
        delete(path);
    }

    private static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new Deleting());
        } catch (NoSuchFileException gone) {
            return; // somebody was faster
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary directory " + directory + " can't be removed", e);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
