package io.strowger.verticles;

import io.strowger.verticles.cli.ExitCode;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits for somebody to ask for the process's end: by SIGTERM, SIGINT (Ctrl-C) or SIGHUP. The first request lets whoever
 * waits go on and end things in order; a second one ends the process at once. Before anybody {@linkplain #arm waits}, a
 * request ends the process as signals do.
 */
public final class StopRequest {
    private static final String[] SIGNALS = {"TERM", "INT", "HUP"};

    private final PrintStream err;
    private final CountDownLatch requested = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean isArmed;

    private StopRequest(PrintStream err) {
        this.err = err;
    }

    /** Listens to the signals from now on. */
    public static StopRequest listen(PrintStream err) {
        StopRequest request = new StopRequest(err);
        for (String signal : SIGNALS) {
            Signals.handle(signal, request::received);
        }
        return request;
    }

    /** From now on the first request is waited for. */
    public void arm() {
        isArmed = true;
    }

    /** Asks for the end, as a signal does. */
    public void request() {
        requested.countDown();
    }

    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Returns when the end is asked for. */
    public void await() throws InterruptedException {
        requested.await();
    }

    /** Returns true when the end is asked for, false when the time is over first. */
    public boolean await(long millis) throws InterruptedException {
        return requested.await(millis, TimeUnit.MILLISECONDS);
    }

    private void received() {
        if (!isArmed) {
            System.exit(ExitCode.FAILED);
        }
        if (count.incrementAndGet() == 1) {
            requested.countDown();
        } else {
            err.println("strowger: ended at once, as it was asked for a second time; nothing acknowledged is lost");
            Runtime.getRuntime().halt(ExitCode.FAILED);
        }
    }
}
