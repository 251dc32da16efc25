package io.strowger.verticles.projection;

/**
 * A pending offer.
 *
 * @param id the offer's number
 * @param conversation what is offered
 * @param agent id of the agent who is asked
 * @param queue id of the queue it comes from
 * @param cost capacity units that it reserves
 * @param offeredAt when, epoch nanoseconds
 * @param expiresAt when it ends without an answer, epoch nanoseconds
 */
public record OfferView(
        long id, ConversationView conversation, String agent, String queue, int cost, long offeredAt, long expiresAt) {}
