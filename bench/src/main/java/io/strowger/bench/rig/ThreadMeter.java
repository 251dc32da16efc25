package io.strowger.bench.rig;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the calling thread has used so far. Tests count by hand. */
public interface ThreadMeter {
    /** CPU time, user and kernel, in nanoseconds. */
    long cpuNanos();

    /** Bytes allocated on the heap. */
    long allocatedBytes();

    /** The virtual machine's own counters. */
    static ThreadMeter ofJvm() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return new ThreadMeter() {
            @Override
            public long cpuNanos() {
                return threads.getCurrentThreadCpuTime();
            }

            @Override
            public long allocatedBytes() {
                return threads.getCurrentThreadAllocatedBytes();
            }
        };
    }
}
