package io.strowger.bench.report;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * The Java virtual machine of this process.
 *
 * @param collector the garbage collector's short name, such as {@code G1}
 * @param maxHeapBytes the most that the heap may grow to
 * @param flags as given on its command line, the installation's directory as {@code .}
 */
public record JavaMachine(
        String vendor, String version, String name, String collector, long maxHeapBytes, List<String> flags) {
    public JavaMachine {
        flags = List.copyOf(flags);
    }

    static JavaMachine take(Path home) {
        return new JavaMachine(
                System.getProperty("java.vendor", "unknown"),
                Runtime.version().toString(),
                System.getProperty("java.vm.name", "unknown"),
                collector(ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList()),
                Runtime.getRuntime().maxMemory(),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .map(flag -> CommandText.withoutSecret(flag).replace(home.toString(), "."))
                        .toList());
    }

    /** The collector's name from those of its parts: {@code [G1 Young Generation, G1 Old Generation]} is G1. */
    static String collector(List<String> parts) {
        String first = parts.isEmpty() ? "none" : parts.get(0);
        if (first.startsWith("G1")) {
            return "G1";
        }
        if (first.startsWith("ZGC")) {
            return first.contains("Minor") || first.contains("Major") ? "generational ZGC" : "ZGC";
        }
        if (first.startsWith("Shenandoah")) {
            return "Shenandoah";
        }
        return switch (first) {
            case "PS Scavenge", "PS MarkSweep" -> "Parallel";
            case "Copy", "MarkSweepCompact" -> "Serial";
            default -> first;
        };
    }
}
