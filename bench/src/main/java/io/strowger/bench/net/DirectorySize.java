package io.strowger.bench.net;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Adds up the lengths of a directory's files, while others write and remove them. */
final class DirectorySize extends SimpleFileVisitor<Path> {
    private long bytes;

    private DirectorySize() {}

    /** Bytes of all files in and below a directory; 0 when it is not there. */
    static long of(Path directory) throws IOException {
        DirectorySize size = new DirectorySize();
        Files.walkFileTree(directory, size);
        return size.bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        bytes += attributes.size();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
        return FileVisitResult.CONTINUE;
    }
}
