package io.strowger.verticles.projection;

/**
 * A conversation that an agent handles.
 *
 * @param id the assignment's number: that of the offer it came from
 * @param conversation what is handled
 * @param agent id of the agent
 * @param cost capacity units that it holds
 * @param assignedAt when, epoch nanoseconds
 * @param wrapUpUntil when the after-work ends by itself, epoch nanoseconds; 0 when the agent still serves the customer
 */
public record AssignmentView(
        long id, ConversationView conversation, String agent, int cost, long assignedAt, long wrapUpUntil) {}
