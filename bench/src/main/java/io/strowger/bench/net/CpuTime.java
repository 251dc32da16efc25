package io.strowger.bench.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** CPU time of processes and of the machine, in the operating system's ticks of 10 ms. */
final class CpuTime {
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;
    private static final long NANOS_A_TICK = 10_000_000;

    private CpuTime() {}

    /** CPU time that a process has used so far, of all its threads, without the processes that it started. */
    static long ofProcess(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** CPU time that nobody used so far, summed over the cores; 0 where the system does not tell. */
    static long idleOfMachine() {
        try {
            String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
            return (Long.parseLong(fields[IDLE]) + Long.parseLong(fields[IO_WAIT])) * NANOS_A_TICK;
        } catch (IOException e) {
            return 0;
        }
    }
}
