package io.strowger.bench.net;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time that a server and the stores that it started have used up to an instant.
 *
 * @param atNanos the instant, on the scale of {@link System#nanoTime()}
 * @param threads the server's own
 * @param storeNanos of each of the stores' processes, by its id
 * @param storeNames of the same
 */
record ProcessTimes(long atNanos, ThreadTimes threads, Map<Long, Long> storeNanos, Map<Long, String> storeNames) {
    static final List<String> STORES = List.of("PostgreSQL", "Redis");

    static ProcessTimes of(ProcessHandle server) {
        Map<Long, Long> nanos = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        server.descendants().forEach(process -> {
            nanos.put(process.pid(), CpuTime.ofProcess(process));
            names.put(process.pid(), storeOf(process));
        });
        return new ProcessTimes(System.nanoTime(), ThreadTimes.of(server.pid()), nanos, names);
    }

    private static String storeOf(ProcessHandle process) {
        String command = process.info().command().orElse("");
        return command.contains("redis") ? "Redis" : "PostgreSQL";
    }

    double secondsSince(ProcessTimes earlier) {
        return (atNanos - earlier.atNanos) / 1e9;
    }

    /** What the server's threads used since an earlier look. */
    List<ThreadTimes.Use> threadsSince(ProcessTimes earlier) {
        return threads.since(earlier.threads, secondsSince(earlier));
    }

    /** How much of a core a store, all of its processes together, used since an earlier look. */
    double coresSince(ProcessTimes earlier, String store) {
        double used = 0;
        for (Map.Entry<Long, Long> process : storeNanos.entrySet()) {
            if (store.equals(storeNames.get(process.getKey()))) {
                used += process.getValue() - earlier.storeNanos.getOrDefault(process.getKey(), 0L);
            }
        }
        return used / 1e9 / secondsSince(earlier);
    }
}
