package io.strowger.bench.recovery;

import java.nio.file.Path;

/**
 * A journal to recover from.
 *
 * @param directory where it is
 * @param records how many records it has
 * @param bytes of its records
 * @param lastNanos the time of its last record, epoch nanoseconds
 * @param state the state that its records lead to
 */
record WrittenJournal(Path directory, long records, long bytes, long lastNanos, Recovered.State state) {}
