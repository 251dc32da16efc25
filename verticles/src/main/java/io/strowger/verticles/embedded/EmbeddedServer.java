package io.strowger.verticles.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the embedded servers have in common: one process, started by one thread and stopped by any, also while it starts, which
 * an exit of the JVM may ask for. One that ends unasked is started again, on the same port, so that whoever uses it only has
 * to try again.
 */
abstract class EmbeddedServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int START_ATTEMPTS = 3;
    private static final long RESTART_PAUSE_MILLIS = 1_000;

    private final String name;
    private final Path home;
    private final Path log;
    private @Nullable Process process;
    private boolean stopping;

    /** A server that is not started. */
    EmbeddedServer(String name, Path home, Path log) {
        this.name = name;
        this.home = home;
        this.log = log;
    }

    /** Makes ready what the server needs, starts it, and returns when it can be used. */
    abstract void start() throws IOException, InterruptedException;

    /** How to reach it, password included. */
    abstract String uri();

    /** The command that starts the server on a port; called anew with another port when it does not come up. */
    abstract List<String> command(int port) throws IOException;

    abstract boolean awaitReady(Process started) throws IOException, InterruptedException;

    /** Ends a server: asks, waits, then kills. */
    abstract void stop(ProcessHandle server) throws IOException, InterruptedException;

    /** Starts the process; a port that somebody else took in the meantime is replaced by another. */
    final void launch() throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            int port = FreePort.onLoopback();
            Process started = spawn(command(port));
            if (awaitReady(started)) {
                keepRunning(started, port);
                return;
            }
            stop(started.toHandle());
        }
        throw new EmbeddedStoreException(name + " in " + home + " does not start: " + ServerProcess.lastLines(log)
                + "; " + log + " has more, and without " + home + " it begins anew");
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what it starts has a thread of its own
    private void keepRunning(Process running, int port) {
        running.onExit().thenRun(() -> {
            if (!isStopping()) {
                Thread thread = new Thread(() -> startAgain(port), "strowger-restart");
                thread.setDaemon(true);
                thread.start();
            }
        });
    }

    private void startAgain(int port) {
        LOG.atWarn().log("{} in {} has ended unasked and is started again", name, home);
        try {
            while (!isStopping() && !startedAgain(port)) {
                Thread.sleep(RESTART_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean startedAgain(int port) throws InterruptedException {
        try {
            Process started = spawn(command(port));
            if (awaitReady(started)) {
                LOG.atInfo().log("{} in {} runs again", name, home);
                keepRunning(started, port);
                return true;
            }
            stop(started.toHandle());
        } catch (IOException | EmbeddedStoreException e) {
            if (!isStopping()) {
                LOG.atWarn().log("{} in {} does not start again yet: {}", name, home, e.getMessage());
            }
        }
        return false;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized Process spawn(List<String> command) throws IOException {
        if (stopping) {
            throw new EmbeddedStoreException(name + " is not started, because the process ends");
        }
        process = ServerProcess.start(home, log, command);
        return process;
    }

    /** Stops the server, if it runs, and lets it start no more; a few seconds at most. */
    final void stop() throws IOException, InterruptedException {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running != null) {
            stop(running.toHandle());
        }
    }
}
