package io.strowger.models.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to change which models are in use: a server holds it as long as it runs, a command while it works. It ends with
 * the process. Whoever holds it may leave a line for those who come: the address where it takes wishes.
 */
public final class RegistryLock implements AutoCloseable {
    private static final String NAME = "lock";
    private static final long RETRY_NANOS = 20_000_000;

    private final FileChannel channel;

    private RegistryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock of a registry's directory; null when somebody else has it. */
    public static @Nullable RegistryLock tryTake(Path root) throws IOException {
        return tryTake(root, NAME);
    }

    /**
     * Waits for another lock of a registry's directory.
     *
     * @param name the lock's file
     * @throws RegistryException when somebody else has it for longer than that
     */
    static RegistryLock take(Path root, String name, Duration patience) throws IOException, RegistryException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            RegistryLock lock = tryTake(root, name);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - end > 0) {
                throw new RegistryException(
                        RegistryException.Kind.CONFLICT,
                        "another command has been adding or removing models in " + root + " for " + patience.toSeconds()
                                + " s; try again when it has ended");
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private static @Nullable RegistryLock tryTake(Path root, String name) throws IOException {
        Files.createDirectories(root);
        FileChannel channel = FileChannel.open(root.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                return new RegistryLock(channel);
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // As if another process had it.
        }
        channel.close();
        return null;
    }

    /** The line that whoever has the lock left; empty when there is none. */
    public static String lineOf(Path root) throws IOException {
        Path file = root.resolve(NAME);
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** Leaves a line. */
    public void line(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        channel.close();
    }
}
