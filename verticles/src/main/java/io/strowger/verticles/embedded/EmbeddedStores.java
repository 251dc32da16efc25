package io.strowger.verticles.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded servers of one data directory: started together, side by side, and stopped together. A lock on the directory
 * keeps a second process from taking the servers for left behind. A hook stops them at the JVM's end if nobody has closed
 * this; after {@code kill -9} the next start does.
 */
public final class EmbeddedStores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStores.class);

    /** What can be embedded. */
    public enum Store {
        POSTGRES,
        REDIS
    }

    private final Path directory;
    private final FileChannel lockFile;
    private final Thread hook = new Thread(this::stopAtExit, "strowger-stores-exit");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration exitPatience = Duration.ZERO;
    private volatile @Nullable EmbeddedPostgres postgres;
    private volatile @Nullable EmbeddedRedis redis;
    private boolean closing;

    private EmbeddedStores(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /**
     * Starts the wanted servers in {@code postgres} and {@code redis} below the data directory, and writes how to reach them
     * to {@code postgres.uri} and {@code redis.uri}, for the owner's eyes only. Takes a few seconds the first time, less than
     * one afterwards.
     *
     * @param dataDirectory made if it is not there
     * @param wanted those for which no address is configured
     * @param progress told in a few words what takes time; called by several threads, never two at a time
     * @throws EmbeddedStoreException with a sentence for the operator; nothing is left running then
     */
    public static EmbeddedStores start(Path dataDirectory, Set<Store> wanted, Consumer<String> progress) {
        Path directory = dataDirectory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            // The real path, because that is how a process left behind names its program.
            directory = directory.toRealPath();
            EmbeddedStores stores = new EmbeddedStores(directory, lock(directory));
            stores.start(wanted, progress);
            return stores;
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("stores.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another one of this process holds it: the same answer.
        }
        channel.close();
        throw new EmbeddedStoreException("the data directory " + directory
                + " is in use by another process: stop that one, or choose another --data-dir");
    }

    private void start(Set<Store> wanted, Consumer<String> progress) throws IOException {
        Runtime.getRuntime().addShutdownHook(hook);
        Consumer<String> oneAtATime = text -> {
            synchronized (progress) {
                progress.accept(text);
            }
        };
        FutureTask<Void> startRedis = task(wanted.contains(Store.REDIS), () -> startRedis(oneAtATime));
        Thread beside = new Thread(startRedis, "strowger-redis-start");
        beside.start();
        try {
            if (wanted.contains(Store.POSTGRES)) {
                startPostgres(oneAtATime);
            }
            startRedis.get();
        } catch (ExecutionException e) {
            closeAfterFailure(beside);
            throw failure(e.getCause());
        } catch (IOException | RuntimeException e) {
            closeAfterFailure(beside);
            throw failure(e);
        } catch (InterruptedException e) {
            closeAfterFailure(beside);
            Thread.currentThread().interrupt();
            throw new EmbeddedStoreException("the start of the embedded stores was interrupted", e);
        }
    }

    private static FutureTask<Void> task(boolean wanted, Callable<Void> start) {
        return new FutureTask<>(wanted ? start : () -> null);
    }

    private void startPostgres(Consumer<String> progress) throws IOException, InterruptedException {
        Path home = directory.resolve("postgres");
        PrivateFiles.createDirectory(home);
        EmbeddedPostgres server = new EmbeddedPostgres(home, progress);
        postgres = server;
        server.start();
        PrivateFiles.write(directory.resolve("postgres.uri"), server.uri() + "\n");
    }

    private @Nullable Void startRedis(Consumer<String> progress) throws IOException, InterruptedException {
        Path home = directory.resolve("redis");
        PrivateFiles.createDirectory(home);
        EmbeddedRedis server = new EmbeddedRedis(home, progress);
        redis = server;
        server.start();
        PrivateFiles.write(directory.resolve("redis.uri"), server.uri() + "\n");
        return null;
    }

    private void closeAfterFailure(Thread beside) {
        try {
            beside.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException e) {
            return e;
        }
        return cause instanceof IOException e
                ? unusable(directory, e)
                : new EmbeddedStoreException("the embedded stores do not start: " + cause, cause);
    }

    private static EmbeddedStoreException unusable(Path directory, IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return new EmbeddedStoreException(
                    "no access to " + denied.getFile()
                            + ": give it to the user who runs Strowger, or choose another --data-dir",
                    cause);
        }
        String reason = cause instanceof FileSystemException file && file.getReason() != null
                ? file.getFile() + ": " + file.getReason()
                : String.valueOf(cause.getMessage());
        return new EmbeddedStoreException(
                "the data directory " + directory + " can't be used (" + reason
                        + "): mend it, or choose another --data-dir",
                cause);
    }

    /** How to reach PostgreSQL, or null when it was not wanted. */
    public @Nullable String postgresUri() {
        EmbeddedPostgres running = postgres;
        return running == null ? null : running.uri();
    }

    /** How to reach Redis, or null when it was not wanted. */
    public @Nullable String redisUri() {
        EmbeddedRedis running = redis;
        return running == null ? null : running.uri();
    }

    /**
     * Says that an ordered shutdown will close this when the JVM ends: the hook then waits that long for it before it stops
     * the servers itself.
     */
    public void closedByShutdown(Duration atMost) {
        exitPatience = atMost;
    }

    /** Stops the servers and removes the files that say how to reach them. Does nothing the second time. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        stop("PostgreSQL", postgres, directory.resolve("postgres.uri"));
        stop("Redis", redis, directory.resolve("redis.uri"));
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.atWarn().log("The lock of the data directory can't be released: {}", e.getMessage());
        }
        closed.countDown();
        if (Thread.currentThread() != hook) {
            removeHook();
        }
    }

    private static void stop(String name, @Nullable EmbeddedServer server, Path uri) {
        if (server == null) {
            return;
        }
        try {
            Files.deleteIfExists(uri);
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.atWarn().log("{} was not stopped, the next start does that: {}", name, e.getMessage());
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook finds everything closed.
        }
    }

    private void stopAtExit() {
        try {
            closed.await(exitPatience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }
}
