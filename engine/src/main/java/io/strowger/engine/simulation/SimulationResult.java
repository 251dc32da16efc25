package io.strowger.engine.simulation;

import java.util.List;

/**
 * What a simulation found. Shared by whoever reads it; not changed any more.
 *
 * @param scenario what was simulated
 * @param seed of all random numbers
 * @param replications how many runs there were
 * @param queues in the order of the configuration; a customer counts where the rules sent the conversation first
 * @param streams in the order of the scenario
 * @param total all customers
 * @param agents in the order of the configuration
 * @param commands how many commands the router decided
 */
public record SimulationResult(
        Scenario scenario,
        long seed,
        int replications,
        List<GroupResult> queues,
        List<GroupResult> streams,
        GroupResult total,
        List<AgentResult> agents,
        long commands) {
    public SimulationResult {
        queues = List.copyOf(queues);
        streams = List.copyOf(streams);
        agents = List.copyOf(agents);
    }

    /**
     * A queue's result.
     *
     * @throws IllegalArgumentException when there is no such queue
     */
    public GroupResult queue(String id) {
        return find(queues, id);
    }

    /**
     * A stream's result.
     *
     * @throws IllegalArgumentException when there is no such stream
     */
    public GroupResult stream(String name) {
        return find(streams, name);
    }

    private static GroupResult find(List<GroupResult> groups, String name) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the simulation has no " + name));
    }
}
