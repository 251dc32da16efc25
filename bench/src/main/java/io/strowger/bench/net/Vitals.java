package io.strowger.bench.net;

/**
 * What a server holds at an instant.
 *
 * @param seconds since the measured part began
 * @param heapBytes in use right after a full collection
 * @param rememberedBytes that part of the heap which remembers the ids of messages: it may grow up to its configured size
 * @param directBytes of buffers outside the heap
 * @param residentBytes of memory that is the process's own, files that it has mapped not counted
 * @param files open handles, of files and connections
 * @param threads of the JVM
 * @param waiting conversations that wait for an agent
 * @param ringMost commands in the ring, the most of all looks since the sample before
 * @param lagMost durable records that the slower projection did not include yet, likewise
 * @param journalBytes on the disk
 * @param storesBytes that PostgreSQL and Redis take of the disk
 */
record Vitals(
        double seconds,
        long heapBytes,
        long rememberedBytes,
        long directBytes,
        long residentBytes,
        long files,
        long threads,
        long waiting,
        long ringMost,
        long lagMost,
        long journalBytes,
        long storesBytes) {

    /** The heap without what remembers the ids of messages. */
    long heapBesidesBytes() {
        return heapBytes - rememberedBytes;
    }
}
