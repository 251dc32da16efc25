package io.strowger.bench.report;

import io.strowger.bench.report.Environment.Machine;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment in words. */
final class EnvironmentText {
    private static final long GIB = 1L << 30;
    private static final int SHORT_COMMIT = 12;

    private EnvironmentText() {}

    /** What matters most, in a line. */
    static String line(Environment environment) {
        Machine machine = environment.machine();
        JavaMachine java = environment.java();
        return "Measured on " + environment.takenAt().toLocalDate() + " with Strowger " + build(environment) + ", Java "
                + java.version() + " (" + java.vendor() + ", " + java.collector() + "), on "
                + (machine.cpu() == null ? "an unnamed processor" : machine.cpu()) + ", " + machine.cores()
                + (machine.cores() == 1 ? " core" : " cores") + ", " + machine.kernel() + ".";
    }

    /** Everything, by label. */
    static Map<String, String> lines(Environment environment) {
        Machine machine = environment.machine();
        JavaMachine java = environment.java();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "Time",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT)
                        .format(environment.takenAt()));
        lines.put("Strowger", build(environment));
        lines.put("Processor", machine.cpu() == null ? "unknown" : machine.cpu());
        lines.put("Cores", machine.cores() + (machine.virtual() ? ", of a virtual machine" : ""));
        lines.put("Governor", machine.governor() == null ? "not to be read" : machine.governor());
        lines.put("Memory", gibibytes(machine.memoryBytes()));
        lines.put("Container limits", limits(machine));
        lines.put("Kernel", machine.kernel());
        lines.put(
                "Load at the start",
                machine.loadAverage() == null
                        ? "unknown"
                        : machine.loadAverage().toString());
        lines.put("Free disk", gibibytes(machine.freeDiskBytes()));
        lines.put("Java", java.version() + ", " + java.vendor() + ", " + java.name());
        lines.put("Collector", java.collector() + ", heap up to " + gibibytes(java.maxHeapBytes()));
        lines.put("Flags", java.flags().isEmpty() ? "none" : String.join(" ", java.flags()));
        return lines;
    }

    private static String build(Environment environment) {
        Environment.Build build = environment.build();
        if (build.commit() == null) {
            return build.version();
        }
        String commit = build.commit()
                .substring(0, Math.min(SHORT_COMMIT, build.commit().length()));
        boolean isDirty = build.dirty() != null && build.dirty();
        return build.version() + ", commit " + commit + (isDirty ? " with changes" : "");
    }

    private static String limits(Machine machine) {
        String cores = machine.containerCores() == null ? "" : Figures.number(machine.containerCores()) + " cores";
        String memory = machine.containerMemoryBytes() == null ? "" : gibibytes(machine.containerMemoryBytes());
        if (cores.isEmpty() && memory.isEmpty()) {
            return "none";
        }
        return cores.isEmpty() || memory.isEmpty() ? cores + memory : cores + ", " + memory;
    }

    private static String gibibytes(@Nullable Long bytes) {
        return bytes == null ? "unknown" : Figures.number((double) bytes / GIB) + " GiB";
    }
}
