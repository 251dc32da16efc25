package io.strowger.verticles.projection;

import io.strowger.engine.event.AgentStatus;
import java.util.List;

/**
 * An agent as of now.
 *
 * @param index the agent's number in the organization's names
 * @param id the agent's id
 * @param name what people read
 * @param status declared by the agent, or set by the engine
 * @param statusSince when it became that, epoch nanoseconds; 0 for never
 * @param connected whether a session is open
 * @param lost whether the grace for a lost session is over
 * @param capacity capacity units that the agent may hold
 * @param used those held by offers, assignments and after-work
 * @param offers pending offers
 * @param assignments conversations handled, after-work included
 * @param queues ids of the queues served, the most important first
 */
public record AgentView(
        int index,
        String id,
        String name,
        AgentStatus status,
        long statusSince,
        boolean connected,
        boolean lost,
        int capacity,
        int used,
        int offers,
        int assignments,
        List<String> queues) {}
