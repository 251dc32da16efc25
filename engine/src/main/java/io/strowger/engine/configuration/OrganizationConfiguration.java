package io.strowger.engine.configuration;

import io.strowger.engine.calendar.CalendarConfiguration;
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
 * @param calendars when queues are open
 */
public record OrganizationConfiguration(
        String id,
        List<ChannelConfiguration> channels,
        List<QueueConfiguration> queues,
        List<AgentConfiguration> agents,
        List<RuleConfiguration> rules,
        String fallbackQueue,
        RoutingLimits limits,
        List<CalendarConfiguration> calendars) {
    public OrganizationConfiguration {
        channels = List.copyOf(channels);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        rules = List.copyOf(rules);
        calendars = List.copyOf(calendars);
    }

    /** An organization without calendars. */
    public OrganizationConfiguration(
            String id,
            List<ChannelConfiguration> channels,
            List<QueueConfiguration> queues,
            List<AgentConfiguration> agents,
            List<RuleConfiguration> rules,
            String fallbackQueue,
            RoutingLimits limits) {
        this(id, channels, queues, agents, rules, fallbackQueue, limits, List.of());
    }

    /** The same with other queues and calendars. */
    public OrganizationConfiguration with(
            List<QueueConfiguration> otherQueues, List<CalendarConfiguration> otherCalendars) {
        return new OrganizationConfiguration(
                id, channels, otherQueues, agents, rules, fallbackQueue, limits, otherCalendars);
    }
}
