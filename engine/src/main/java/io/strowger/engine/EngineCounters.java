package io.strowger.engine;

/**
 * Counts since the engine started, and levels of now.
 *
 * @param published commands that entered the ring
 * @param refusedFull tries that found the ring or the buffer pool full; who waits for room tries again
 * @param refusedClosed refused because the gate was closed
 * @param refusedTooLarge refused for their size
 * @param refusedLimit refused for an organization's limit
 * @param refusedJournalFull refused for lack of disk
 * @param decided commands decided
 * @param recorded commands that left a record
 * @param duplicates messages whose id was known
 * @param commits batches made durable
 * @param ringRemaining free slots of the ring now
 * @param ringSize slots of the ring
 * @param decidedSequence journal sequence of the last decided record
 * @param durableSequence journal sequence of the last durable record
 * @param missingKeys rule conditions that asked for something a message did not have
 * @param idempotencyEntries message ids remembered now
 * @param idempotencyBytes bytes that they take
 */
public record EngineCounters(
        long published,
        long refusedFull,
        long refusedClosed,
        long refusedTooLarge,
        long refusedLimit,
        long refusedJournalFull,
        long decided,
        long recorded,
        long duplicates,
        long commits,
        long ringRemaining,
        int ringSize,
        long decidedSequence,
        long durableSequence,
        long missingKeys,
        long idempotencyEntries,
        long idempotencyBytes) {}
