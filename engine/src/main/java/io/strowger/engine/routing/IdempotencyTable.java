package io.strowger.engine.routing;

import io.strowger.engine.command.Decision;
import io.strowger.engine.internal.Bytes;

/** Signatures of the idempotency table. */
public final class IdempotencyTable {
    public static final long DEFAULT_LIMIT_BYTES = 512L << 20;

    /** The longest id of a message. */
    public static final int MAX_ID_BYTES = 4 << 10;

    /** @param limitBytes what the entries may take together; the oldest leave first */
    public IdempotencyTable(long limitBytes) {
        throw new UnsupportedOperationException("" + limitBytes);
    }

    /**
     * Looks up the first answer to a message.
     *
     * @param now epoch nanoseconds
     * @param into gets all of the first answer but its detail, and {@link Decision#duplicate} set; untouched when unknown
     * @return whether the id is known and its window has not passed
     */
    public boolean find(int organization, int channel, Bytes externalId, long now, Decision into) {
        throw new UnsupportedOperationException();
    }

    /**
     * Remembers the answer to a message whose id is not known, and forgets what is past its window or too much.
     *
     * @param answer copied, but for its detail
     * @param now epoch nanoseconds, never less than in the call before
     * @param windowNanos for how long it is remembered at most
     */
    public void put(int organization, int channel, Bytes externalId, Decision answer, long now, long windowNanos) {
        throw new UnsupportedOperationException();
    }

    /** The number of ids remembered. */
    public long entries() {
        throw new UnsupportedOperationException();
    }

    /** Bytes that the entries take. */
    public long bytes() {
        throw new UnsupportedOperationException();
    }

    /** A hash of all entries, whatever the order they came in. */
    public long stateHash() {
        throw new UnsupportedOperationException();
    }

    /** Hands out all entries in the order of {@link #put}: putting them again, in that order, makes an equal table. */
    public void forEach(Visitor visitor) {
        throw new UnsupportedOperationException();
    }

    /** Takes the entries of {@link #forEach}, in the order and shape of {@link #put}; the objects are reused. */
    @FunctionalInterface
    public interface Visitor {
        void entry(int organization, int channel, Bytes externalId, Decision answer, long putAt, long windowNanos);
    }
}
