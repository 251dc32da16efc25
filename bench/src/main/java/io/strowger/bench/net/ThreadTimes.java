package io.strowger.bench.net;

import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time of each of a process's threads up to an instant, as Linux's scheduler counts it.
 *
 * @param nanosById by the thread's id
 * @param namesById what the threads are called, cut to 15 characters by the system
 */
record ThreadTimes(Map<String, Long> nanosById, Map<String, String> namesById) {
    /** A thread's, or several of the same name's, share of one core. */
    record Use(String name, double cores) {}

    /** Reads them now. */
    static ThreadTimes of(long pid) {
        Map<String, Long> nanos = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Path tasks = Path.of("/proc", String.valueOf(pid), "task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                read(thread, nanos, names);
            }
        } catch (IOException e) {
            throw CommandFailure.failed("the CPU times of process " + pid + " cannot be read: " + e, e);
        }
        return new ThreadTimes(nanos, names);
    }

    private static void read(Path thread, Map<String, Long> nanos, Map<String, String> names) {
        try {
            String times = Files.readString(thread.resolve("schedstat"));
            String name = Files.readString(thread.resolve("comm")).strip();
            String id = String.valueOf(thread.getFileName());
            nanos.put(id, Long.parseLong(times.substring(0, times.indexOf(' '))));
            names.put(id, name);
        } catch (IOException ended) {
            // A thread that ended while we looked has nothing to tell.
        }
    }

    /** What each name used since an earlier look, the busiest first; threads that used nothing are left out. */
    List<Use> since(ThreadTimes earlier, double seconds) {
        Map<String, Long> byName = new HashMap<>();
        nanosById.forEach((id, nanos) -> {
            long used = nanos - earlier.nanosById.getOrDefault(id, 0L);
            if (used > 0) {
                byName.merge(namesById.getOrDefault(id, id), used, Long::sum);
            }
        });
        List<Use> uses = new ArrayList<>();
        byName.forEach((name, nanos) -> uses.add(new Use(name, nanos / 1e9 / seconds)));
        uses.sort(Comparator.comparingDouble(Use::cores).reversed().thenComparing(Use::name));
        return uses;
    }

    /** What all threads together used since an earlier look, in cores. */
    double coresSince(ThreadTimes earlier, double seconds) {
        return since(earlier, seconds).stream().mapToDouble(Use::cores).sum();
    }
}
