package io.strowger.bench.net;

import com.sun.management.UnixOperatingSystemMXBean;
import io.strowger.verticles.cli.CommandFailure;
import java.lang.management.ManagementFactory;

/** How many files, connections among them, the system lets this process have open. */
final class FileLimit {
    /** Class files, selectors and results that are opened while a run goes on. */
    private static final long BESIDES = 64;

    private FileLimit() {}

    /** Refuses a number of connections that this process may not open. */
    static void check(int connections) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            check(connections, system.getMaxFileDescriptorCount(), system.getOpenFileDescriptorCount());
        }
    }

    static void check(int connections, long limit, long open) {
        if (connections > limit - open - BESIDES) {
            throw CommandFailure.wrongCall("--connections is " + connections + ", and this process may have " + limit
                    + " files open, of which " + open + " are: take fewer, or raise the limit, such as with ulimit -n "
                    + (connections + open + 2 * BESIDES) + " (for the server, too)");
        }
    }
}
