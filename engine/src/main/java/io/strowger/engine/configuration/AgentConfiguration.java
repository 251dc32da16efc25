package io.strowger.engine.configuration;

import java.util.List;

/**
 * An agent: a person, or a bot, who handles conversations.
 *
 * @param id the agent's id in tokens and answers
 * @param name what people read
 * @param skills what the agent can do
 * @param queues ids of the queues the agent serves, the most important first
 * @param capacity capacity units that the agent may hold at once, 1 to 65,535
 */
public record AgentConfiguration(String id, String name, List<Requirement> skills, List<String> queues, int capacity) {
    public AgentConfiguration {
        skills = List.copyOf(skills);
        queues = List.copyOf(queues);
    }
}
