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
 * CPU time of each of a process's threads, as Linux counts it.
 *
 * @param ticksById ticks of 10 ms by the thread's id, user and system together
 * @param namesById what the threads are called, cut to 15 characters by the system
 */
record ThreadTimes(Map<String, Long> ticksById, Map<String, String> namesById) {
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final double SECONDS_A_TICK = 0.01;

    /** A thread's, or several of the same name's, share of one core. */
    record Use(String name, double cores) {}

    /** Reads them now. */
    static ThreadTimes of(long pid) {
        Map<String, Long> ticks = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Path tasks = Path.of("/proc", String.valueOf(pid), "task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                read(thread, ticks, names);
            }
        } catch (IOException e) {
            throw CommandFailure.failed("the CPU times of process " + pid + " cannot be read: " + e, e);
        }
        return new ThreadTimes(ticks, names);
    }

    private static void read(Path thread, Map<String, Long> ticks, Map<String, String> names) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            int nameEnd = stat.lastIndexOf(')');
            String[] fields = stat.substring(nameEnd + 2).split(" ");
            String id = String.valueOf(thread.getFileName());
            ticks.put(id, Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]));
            names.put(id, stat.substring(stat.indexOf('(') + 1, nameEnd));
        } catch (IOException ended) {
            // A thread that ended between the two looks has nothing to tell.
        }
    }

    /** What each name used since an earlier look, the busiest first; threads that used nothing are left out. */
    List<Use> since(ThreadTimes earlier, double seconds) {
        Map<String, Long> byName = new HashMap<>();
        ticksById.forEach((id, ticks) -> {
            long used = ticks - earlier.ticksById.getOrDefault(id, 0L);
            if (used > 0) {
                byName.merge(namesById.getOrDefault(id, id), used, Long::sum);
            }
        });
        List<Use> uses = new ArrayList<>();
        byName.forEach((name, ticks) -> uses.add(new Use(name, ticks * SECONDS_A_TICK / seconds)));
        uses.sort(Comparator.comparingDouble(Use::cores).reversed().thenComparing(Use::name));
        return uses;
    }
}
