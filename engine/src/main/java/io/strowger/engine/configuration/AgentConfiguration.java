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
 * @param matching the finer points of what the agent is asked for
 */
public record AgentConfiguration(
        String id, String name, List<Requirement> skills, List<String> queues, int capacity, AgentMatching matching) {
    public AgentConfiguration {
        skills = List.copyOf(skills);
        queues = List.copyOf(queues);
    }

    /** An agent with the usual {@link AgentMatching}. */
    public AgentConfiguration(String id, String name, List<Requirement> skills, List<String> queues, int capacity) {
        this(id, name, skills, queues, capacity, AgentMatching.USUAL);
    }

    /** The terms on which the agent serves the queue at that position of the list. */
    public QueueTerms terms(int position) {
        return matching.terms().isEmpty()
                ? new QueueTerms(position + 1, 0)
                : matching.terms().get(position);
    }
}
