package io.strowger.bench.rig;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * What this process has used so far.
 *
 * @param stageBytes what the engine's stages allocated
 * @param collections garbage collections
 * @param collectionMillis what they took
 * @param cpuNanos processor time
 * @param atNanos when that was, on the scale of {@link System#nanoTime()}; a duration in a difference
 */
record Costs(long stageBytes, long collections, long collectionMillis, long cpuNanos, long atNanos) {
    private static final String STAGES = "strowger-stage-";

    static Costs now() {
        long collections = 0;
        long collectionMillis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += collector.getCollectionCount();
            collectionMillis += collector.getCollectionTime();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long stageBytes = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(STAGES)) {
                stageBytes += threads.getThreadAllocatedBytes(thread.getThreadId());
            }
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Costs(stageBytes, collections, collectionMillis, system.getProcessCpuTime(), System.nanoTime());
    }

    /** What was used between an earlier moment and this one. */
    Costs since(Costs earlier) {
        return new Costs(
                stageBytes - earlier.stageBytes,
                collections - earlier.collections,
                collectionMillis - earlier.collectionMillis,
                cpuNanos - earlier.cpuNanos,
                atNanos - earlier.atNanos);
    }
}
