package io.strowger.engine.routing;

import io.strowger.engine.command.Decision;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.Hashes;

/**
 * Remembers the first answer to each message that carries its source's id, for a window of time and up to a number of bytes:
 * whichever ends first, the oldest leave first. A repeated message gets the first answer from here.
 *
 * <p>Only {@link #put} changes anything, and what it forgets depends on nothing but the puts before, so recovery ends with
 * the same table. Owned by the deciding thread. Entries are bytes in chunks, found by an index of numbers: at capacity
 * nothing is allocated, and the collector has nothing to walk through.
 */
public final class IdempotencyTable {
    /** About four million ids. */
    public static final long DEFAULT_LIMIT_BYTES = 512L << 20;

    /** The longest id of a message. */
    public static final int MAX_ID_BYTES = 4 << 10;

    private static final long LEAST_LIMIT_BYTES = 16 << 10;
    private static final long MOST_LIMIT_BYTES = 16L << 30;

    private final long limitBytes;
    private final EntryChunks chunks = new EntryChunks();
    private final EntryQueue[] queues = new EntryQueue[WindowClass.count()];
    private final EntryIndex index;
    private final IdempotencyEntry entry = new IdempotencyEntry();
    private final Bytes scratchId = new Bytes();
    private long entries;
    private long bytes;
    private long hashSum;
    private long putCount;

    /**
     * An empty table.
     *
     * @param limitBytes what the entries may take together; the oldest leave first
     */
    public IdempotencyTable(long limitBytes) {
        if (limitBytes < LEAST_LIMIT_BYTES || limitBytes > MOST_LIMIT_BYTES) {
            throw new IllegalArgumentException("the limit of the idempotency table is " + limitBytes
                    + " bytes, it must be " + LEAST_LIMIT_BYTES + " to " + MOST_LIMIT_BYTES);
        }
        this.limitBytes = limitBytes;
        this.index = new EntryIndex(chunks, limitBytes);
        for (int at = 0; at < queues.length; at++) {
            queues[at] = new EntryQueue(chunks);
        }
    }

    /**
     * Looks up the first answer to a message.
     *
     * @param organization number of the organization
     * @param channel index of the channel
     * @param externalId the source's id, not empty
     * @param now epoch nanoseconds
     * @param into gets all of the first answer but its detail, and {@link Decision#duplicate} set; untouched when unknown
     * @return whether the id is known and its window has not passed
     */
    public boolean find(int organization, int channel, Bytes externalId, long now, Decision into) {
        long address = index.find(keyHash(organization, channel, externalId), organization, channel, externalId);
        if (address == EntryChunks.NOWHERE || !entry.at(chunks, address).isAliveAt(now)) {
            return false;
        }
        entry.readAnswer(into);
        into.duplicate = true;
        return true;
    }

    /**
     * Remembers the answer to a message whose id is not known, and forgets what is past its window or too much. An id that
     * is known gets the new answer.
     *
     * @param organization number of the organization
     * @param channel index of the channel
     * @param externalId the source's id, not empty, up to {@link #MAX_ID_BYTES}
     * @param answer copied, but for its detail
     * @param now epoch nanoseconds, never less than in the call before
     * @param windowNanos for how long it is remembered at most
     */
    public void put(int organization, int channel, Bytes externalId, Decision answer, long now, long windowNanos) {
        if (externalId.isEmpty() || externalId.length() > MAX_ID_BYTES) {
            throw new IllegalArgumentException(
                    "the id of a message has " + externalId.length() + " bytes, it must have 1 to " + MAX_ID_BYTES);
        }
        int size = IdempotencyEntry.bytes(externalId.length());
        forgetExpired(now);
        long hash = keyHash(organization, channel, externalId);
        long known = index.find(hash, organization, channel, externalId);
        if (known != EntryChunks.NOWHERE) {
            forget(known);
        }
        while (bytes + size > limitBytes) {
            forgetOldest();
        }
        long address = queues[WindowClass.of(windowNanos)].add(size);
        entry.at(chunks, address).write(organization, channel, externalId, answer, now, windowNanos, ++putCount);
        index.add(hash, address);
        entries++;
        bytes += size;
        hashSum += entry.contentHash();
    }

    /** The number of ids remembered, of which some may be past their window. */
    public long entries() {
        return entries;
    }

    /** Bytes that the entries take. */
    public long bytes() {
        return bytes;
    }

    /** A hash of all entries, equal for equal tables, whatever was forgotten before. */
    public long stateHash() {
        return Hashes.mix(hashSum + entries);
    }

    /** Hands out all entries in the order of {@link #put}: putting them again, in that order, makes an equal table. */
    public void forEach(Visitor visitor) {
        EntryQueue.Cursor[] cursors = new EntryQueue.Cursor[queues.length];
        for (int at = 0; at < queues.length; at++) {
            cursors[at] = queues[at].cursor();
        }
        IdempotencyEntry visited = new IdempotencyEntry();
        Bytes externalId = new Bytes();
        Decision answer = new Decision();
        long address;
        while ((address = takeOldest(cursors)) != EntryChunks.NOWHERE) {
            visited.at(chunks, address);
            if (!visited.isForgotten()) {
                answer.clear();
                visited.readAnswer(answer);
                visitor.entry(
                        visited.organization(),
                        visited.channel(),
                        visited.externalId(externalId),
                        answer,
                        visited.putAt(),
                        visited.windowNanos());
            }
        }
    }

    /** Takes the entries of {@link #forEach}, in the order and shape of {@link #put}; the objects are reused. */
    @FunctionalInterface
    public interface Visitor {
        void entry(int organization, int channel, Bytes externalId, Decision answer, long putAt, long windowNanos);
    }

    private long takeOldest(EntryQueue.Cursor[] cursors) {
        EntryQueue.Cursor oldest = cursors[0];
        long least = Long.MAX_VALUE;
        for (EntryQueue.Cursor cursor : cursors) {
            if (cursor.address() != EntryChunks.NOWHERE) {
                long number = entry.at(chunks, cursor.address()).putNumber();
                if (number < least) {
                    least = number;
                    oldest = cursor;
                }
            }
        }
        long address = oldest.address();
        if (address != EntryChunks.NOWHERE) {
            oldest.advance();
        }
        return address;
    }

    /** The entries of a queue have similar windows, so the first that is still alive ends it. */
    private void forgetExpired(long now) {
        for (EntryQueue queue : queues) {
            while (!queue.isEmpty()) {
                entry.at(chunks, queue.first());
                if (!entry.isForgotten()) {
                    if (entry.isAliveAt(now)) {
                        break;
                    }
                    forget(queue.first());
                }
                queue.removeFirst();
            }
        }
    }

    private void forgetOldest() {
        EntryQueue oldest = queues[0];
        long least = Long.MAX_VALUE;
        for (EntryQueue queue : queues) {
            if (!queue.isEmpty()) {
                long number = entry.at(chunks, queue.first()).putNumber();
                if (number < least) {
                    least = number;
                    oldest = queue;
                }
            }
        }
        if (!entry.at(chunks, oldest.first()).isForgotten()) {
            forget(oldest.first());
        }
        oldest.removeFirst();
    }

    /** Its bytes stay until all before it in its queue have gone. */
    private void forget(long address) {
        entry.at(chunks, address);
        index.remove(keyHash(entry.organization(), entry.channel(), entry.externalId(scratchId)), address);
        entries--;
        bytes -= entry.size();
        hashSum -= entry.contentHash();
        entry.markForgotten();
    }

    private static long keyHash(int organization, int channel, Bytes externalId) {
        return Hashes.combine(
                externalId.contentHash(), ((long) organization << Integer.SIZE) | (channel & 0xffff_ffffL));
    }
}
