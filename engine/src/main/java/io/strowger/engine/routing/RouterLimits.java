package io.strowger.engine.routing;

/**
 * Bounds of the router's state.
 *
 * @param idempotencyBytes what the remembered ids of messages may take together
 * @param maxSignatures requirement signatures that an organization may have, 1 to 65,536
 * @param maxClosedConversations closed conversations that an organization keeps for reopening; the oldest leave first
 * @param endedOffersKept ended offers that an organization remembers, to tell a late answer what became of its offer
 */
public record RouterLimits(long idempotencyBytes, int maxSignatures, int maxClosedConversations, int endedOffersKept) {
    /** What holds when nothing is set. */
    public static final RouterLimits DEFAULT =
            new RouterLimits(IdempotencyTable.DEFAULT_LIMIT_BYTES, 1_024, 1_000_000, 4_096);

    public RouterLimits {
        if (maxSignatures < 1 || maxSignatures > 65_536) {
            throw new IllegalArgumentException("maxSignatures is " + maxSignatures + ", it must be 1 to 65,536");
        }
        if (maxClosedConversations < 0 || endedOffersKept < 1) {
            throw new IllegalArgumentException("maxClosedConversations is " + maxClosedConversations
                    + " and endedOffersKept " + endedOffersKept + ", they must be at least 0 and 1");
        }
    }
}
