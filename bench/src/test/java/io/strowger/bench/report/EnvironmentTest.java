package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06.789Z"), ZoneOffset.ofHours(1));

    @TempDir
    private Path root;

    @Test
    void shouldReadThisMachine() {
        ByteArrayOutputStream ignored = new ByteArrayOutputStream();
        Environment taken = Environment.take(SampleReports.console(root, ignored, ignored), CLOCK);
        assertThat(taken.takenAt()).hasToString("2026-02-03T05:05:06+01:00");
        assertThat(taken.machine().cores()).isPositive();
        assertThat(taken.machine().memoryBytes()).isPositive();
        assertThat(taken.machine().freeDiskBytes()).isPositive();
        assertThat(taken.java().version())
                .startsWith(String.valueOf(Runtime.version().feature()));
        assertThat(taken.java().collector()).isNotBlank().doesNotContain("Generation", "Scavenge");
        assertThat(taken.build().commit()).isNull();
        assertThat(EnvironmentText.line(taken)).contains("2026-02-03");
    }

    @Test
    void shouldReadLinuxFiles() throws Exception {
        write("proc/cpuinfo", "processor\t: 0\nmodel name\t: Fast One\nflags\t\t: fpu hypervisor avx\n");
        write("proc/meminfo", "MemTotal:       1024 kB\nMemFree:  1 kB\n");
        write("proc/sys/kernel/osrelease", "6.1.0\n");
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
        write("sys/fs/cgroup/cpu.max", "150000 100000\n");
        write("sys/fs/cgroup/memory.max", "1073741824\n");
        Environment.Machine machine = MachineProbe.of(root, root).take();
        assertThat(machine.cpu()).isEqualTo("Fast One");
        assertThat(machine.memoryBytes()).isEqualTo(1 << 20);
        assertThat(machine.kernel()).endsWith(" 6.1.0");
        assertThat(machine.governor()).isEqualTo("performance");
        assertThat(machine.virtual()).isTrue();
        assertThat(machine.containerCores()).isEqualTo(1.5);
        assertThat(machine.containerMemoryBytes()).isEqualTo(1L << 30);
    }

    @Test
    void shouldKnowNoLimitFromAnUnlimitedContainer() throws Exception {
        write("sys/fs/cgroup/cpu.max", "max 100000\n");
        write("sys/fs/cgroup/memory.max", "max\n");
        assertThat(MachineProbe.of(root, root).take().containerCores()).isNull();
        assertThat(MachineProbe.of(root, root).take().containerMemoryBytes()).isNull();
    }

    @Test
    void shouldReadTheOlderControlGroups() throws Exception {
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertThat(MachineProbe.of(root, root).take().containerCores()).isEqualTo(0.5);
        assertThat(MachineProbe.of(root, root).take().containerMemoryBytes()).isNull();
    }

    @Test
    void shouldGetByWithoutLinuxFiles() {
        Environment.Machine machine = MachineProbe.of(root, root).take();
        assertThat(machine.cpu()).isNull();
        assertThat(machine.governor()).isNull();
        assertThat(machine.virtual()).isFalse();
        assertThat(machine.memoryBytes()).isPositive();
    }

    @Test
    void shouldCallFiguresIndicativeOnFewCoresAndOnVirtualMachines() {
        assertThat(SampleReports.environment(2, false).indication()).contains("2 cores");
        assertThat(SampleReports.environment(1, false).indication()).contains("1 core,");
        assertThat(SampleReports.environment(16, true).indication()).contains("16 cores of a virtual machine");
        assertThat(SampleReports.environment(16, false).indication()).isNull();
    }

    @Test
    void shouldNameTheCollectorOnce() {
        assertThat(JavaMachine.collector(List.of("G1 Young Generation", "G1 Old Generation")))
                .isEqualTo("G1");
        assertThat(JavaMachine.collector(List.of("G1 Young Generation", "G1 Concurrent GC")))
                .isEqualTo("G1");
        assertThat(JavaMachine.collector(List.of("PS MarkSweep", "PS Scavenge")))
                .isEqualTo("Parallel");
        assertThat(JavaMachine.collector(List.of("Copy", "MarkSweepCompact"))).isEqualTo("Serial");
        assertThat(JavaMachine.collector(List.of("ZGC Cycles", "ZGC Pauses"))).isEqualTo("ZGC");
        assertThat(JavaMachine.collector(List.of("ZGC Minor Cycles", "ZGC Minor Pauses")))
                .isEqualTo("generational ZGC");
    }

    private void write(String file, String content) throws Exception {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
