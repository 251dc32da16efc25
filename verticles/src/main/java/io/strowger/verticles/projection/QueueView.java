package io.strowger.verticles.projection;

/**
 * A queue as of now.
 *
 * @param id the queue's id
 * @param name what people read
 * @param waiting conversations that wait in it, those with a pending offer included
 * @param offered those with a pending offer
 * @param assigned conversations from it that an agent handles, after-work included
 * @param oldestQueuedAt from when the longest waiting one's age counts, epoch nanoseconds; 0 when none waits
 */
public record QueueView(String id, String name, int waiting, int offered, int assigned, long oldestQueuedAt) {}
