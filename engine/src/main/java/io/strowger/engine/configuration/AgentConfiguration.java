package io.strowger.engine.configuration;

import java.util.ArrayList;
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
    /** What names of skills begin with that agents have by being who they are. */
    public static final String OWN_SKILL = "agent:";

    public AgentConfiguration {
        skills = List.copyOf(skills);
        queues = List.copyOf(queues);
    }

    /** An agent with the usual {@link AgentMatching}. */
    public AgentConfiguration(String id, String name, List<Requirement> skills, List<String> queues, int capacity) {
        this(id, name, skills, queues, capacity, AgentMatching.USUAL);
    }

    /** The name of the skill that this agent alone has, so that rules can ask for somebody, or for somebody else. */
    public static String ownSkill(String agent) {
        return OWN_SKILL + agent;
    }

    /** The agent's skills, that of being this agent included. */
    public List<Requirement> abilities() {
        List<Requirement> abilities = new ArrayList<>(skills);
        abilities.add(new Requirement(ownSkill(id), Requirement.HIGHEST));
        return abilities;
    }

    /** The agent's level of a skill, {@link Requirement#WITHOUT} without it. */
    public int level(String skill) {
        int level = Requirement.WITHOUT;
        for (Requirement ability : abilities()) {
            if (ability.skill().equals(skill)) {
                level = Math.max(level, ability.level());
            }
        }
        return level;
    }

    /** The terms on which the agent serves the queue at that position of the list. */
    public QueueTerms terms(int position) {
        return matching.terms().isEmpty()
                ? new QueueTerms(position + 1, 0)
                : matching.terms().get(position);
    }
}
