package io.strowger.engine.routing;

/**
 * Bounds of the router's state.
 *
 * @param idempotencyBytes what the remembered ids of messages may take together; change it, and a recovered state differs
 * @param maxSignatures requirement signatures that an organization's rules may lead to, 1 to 65,536
 * @param maxClosedConversations closed conversations that an organization keeps for reopening; the oldest leave first
 */
public record RouterLimits(long idempotencyBytes, int maxSignatures, int maxClosedConversations) {
    /** What holds when nothing is set. */
    public static final RouterLimits DEFAULT = new RouterLimits(IdempotencyTable.DEFAULT_LIMIT_BYTES, 1_024, 1_000_000);

    public RouterLimits {
        if (maxSignatures < 1 || maxSignatures > 65_536) {
            throw new IllegalArgumentException("maxSignatures is " + maxSignatures + ", it must be 1 to 65,536");
        }
        if (maxClosedConversations < 0) {
            throw new IllegalArgumentException(
                    "maxClosedConversations is " + maxClosedConversations + ", it must be at least 0");
        }
    }
}
