package io.strowger.bench.net;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time that a server and the stores that it started have used up to an instant.
 *
 * @param atNanos the instant, on the scale of {@link System#nanoTime()}
 * @param server the server's own threads
 * @param stores the threads of each of the stores' processes, by its id
 * @param storeNames of the same processes
 */
record ProcessTimes(long atNanos, ThreadTimes server, Map<Long, ThreadTimes> stores, Map<Long, String> storeNames) {
    static final List<String> STORES = List.of("PostgreSQL", "Redis");

    private static final ThreadTimes NONE = new ThreadTimes(Map.of(), Map.of());

    static ProcessTimes of(ProcessHandle server) {
        Map<Long, ThreadTimes> stores = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        server.descendants().filter(ProcessHandle::isAlive).forEach(process -> {
            stores.put(process.pid(), ThreadTimes.of(process.pid()));
            names.put(process.pid(), storeOf(process));
        });
        return new ProcessTimes(System.nanoTime(), ThreadTimes.of(server.pid()), stores, names);
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
        return server.since(earlier.server, secondsSince(earlier));
    }

    /** How much of a core the server's JVM used since an earlier look. */
    double serverCoresSince(ProcessTimes earlier) {
        return server.coresSince(earlier.server, secondsSince(earlier));
    }

    /** How much of a core a store, all of its processes together, used since an earlier look. */
    double storeCoresSince(ProcessTimes earlier, String store) {
        double cores = 0;
        for (Map.Entry<Long, ThreadTimes> process : stores.entrySet()) {
            if (store.equals(storeNames.get(process.getKey()))) {
                ThreadTimes before = earlier.stores.getOrDefault(process.getKey(), NONE);
                cores += process.getValue().coresSince(before, secondsSince(earlier));
            }
        }
        return cores;
    }
}
