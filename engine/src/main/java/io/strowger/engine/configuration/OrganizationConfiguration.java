package io.strowger.engine.configuration;

import java.util.List;

/**
 * Everything that an organization configures, as one immutable value: replaced as a whole, versioned, and journalled.
 *
 * @param id the organization's name in tokens
 * @param channels where messages come from
 * @param queues where conversations wait
 * @param agents who handles them
 * @param rules which conversation goes where
 * @param fallbackQueue id of the queue for conversations that no rule sends anywhere
 * @param limits times and counts
 */
public record OrganizationConfiguration(
        String id,
        List<ChannelConfiguration> channels,
        List<QueueConfiguration> queues,
        List<AgentConfiguration> agents,
        List<RuleConfiguration> rules,
        String fallbackQueue,
        RoutingLimits limits) {
    public OrganizationConfiguration {
        channels = List.copyOf(channels);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        rules = List.copyOf(rules);
    }
}
