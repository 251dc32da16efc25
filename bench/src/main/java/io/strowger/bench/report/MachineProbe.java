package io.strowger.bench.report;

import com.sun.management.OperatingSystemMXBean;
import io.strowger.bench.report.Environment.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the machine is from Linux's files; on another system, what Java itself knows. */
final class MachineProbe {
    private static final long BYTES_PER_KIB = 1024;
    private static final int SHOWN_DECIMALS = 100;

    private final Path root;
    private final Path home;

    private MachineProbe(Path root, Path home) {
        this.root = root;
        this.home = home;
    }

    static MachineProbe ofThisMachine(Path home) {
        return new MachineProbe(Path.of("/"), home);
    }

    /** A probe that finds {@code proc} and {@code sys} below another directory than the root. */
    static MachineProbe of(Path root, Path home) {
        return new MachineProbe(root, home);
    }

    Machine take() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double load = system.getSystemLoadAverage();
        return new Machine(
                after("model name", lines("proc/cpuinfo")),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes(system),
                System.getProperty("os.name") + " "
                        + first("proc/sys/kernel/osrelease").orElse(System.getProperty("os.version")),
                first("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor").orElse(null),
                isVirtual(),
                containerCores(),
                containerMemoryBytes(),
                load < 0 ? null : (double) Math.round(load * SHOWN_DECIMALS) / SHOWN_DECIMALS,
                freeDiskBytes());
    }

    private Long memoryBytes(OperatingSystemMXBean system) {
        String kib = after("MemTotal", lines("proc/meminfo"));
        return kib == null
                ? system.getTotalMemorySize()
                : Long.parseLong(kib.replace("kB", "").strip()) * BYTES_PER_KIB;
    }

    private boolean isVirtual() {
        String flags = after("flags", lines("proc/cpuinfo"));
        return first("sys/hypervisor/type").isPresent()
                || flags != null && Arrays.asList(flags.split(" ")).contains("hypervisor");
    }

    private @Nullable Double containerCores() {
        Optional<String> both = first("sys/fs/cgroup/cpu.max");
        if (both.isPresent()) {
            String[] quotaAndPeriod = both.get().split(" ");
            return quotaAndPeriod.length < 2 ? null : ratio(quotaAndPeriod[0], quotaAndPeriod[1]);
        }
        return first("sys/fs/cgroup/cpu/cpu.cfs_quota_us")
                .flatMap(quota -> first("sys/fs/cgroup/cpu/cpu.cfs_period_us").map(period -> ratio(quota, period)))
                .orElse(null);
    }

    /** Null without a limit, which the kernel writes as {@code max} or -1. */
    private static @Nullable Double ratio(String quota, String period) {
        Long quotaMicros = number(quota);
        Long periodMicros = number(period);
        return quotaMicros == null || periodMicros == null || quotaMicros <= 0 || periodMicros <= 0
                ? null
                : (double) quotaMicros / periodMicros;
    }

    private @Nullable Long containerMemoryBytes() {
        Long limit = first("sys/fs/cgroup/memory.max")
                .or(() -> first("sys/fs/cgroup/memory/memory.limit_in_bytes"))
                .map(MachineProbe::number)
                .orElse(null);
        // Version 1 of control groups writes no limit as one that no machine has.
        return limit == null || limit >= Long.MAX_VALUE >> 1 ? null : limit;
    }

    private static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException unlimited) {
            return null;
        }
    }

    private @Nullable Long freeDiskBytes() {
        try {
            return Files.getFileStore(home).getUsableSpace();
        } catch (IOException unknown) {
            return null;
        }
    }

    private static @Nullable String after(String key, Stream<String> lines) {
        return lines.filter(line -> line.startsWith(key) && line.indexOf(':') > 0)
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(null);
    }

    private Optional<String> first(String file) {
        return lines(file).findFirst().map(String::strip).filter(line -> !line.isEmpty());
    }

    private Stream<String> lines(String file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1)
                    .lines();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }
}
