package io.strowger.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How late Linux may wake a thread that sleeps: 50 µs unless told otherwise, which is more than a schedule of ten thousand a
 * second can bear.
 */
public final class TimerSlack {
    private TimerSlack() {}

    /** Asks for the current thread to be woken as punctually as can be; where that is not possible, nothing changes. */
    public static void least() {
        try {
            Path thread = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            Files.writeString(Path.of("/proc", String.valueOf(thread.getFileName()), "timerslack_ns"), "1");
        } catch (IOException | UnsupportedOperationException e) {
            // Another system, or not permitted: what it costs is inside the figures.
        }
    }
}
