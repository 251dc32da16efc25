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
 * @param workflows what becomes of conversations that wait
 */
public record OrganizationConfiguration(
        String id,
        List<ChannelConfiguration> channels,
        List<QueueConfiguration> queues,
        List<AgentConfiguration> agents,
        List<RuleConfiguration> rules,
        String fallbackQueue,
        RoutingLimits limits,
        List<CalendarConfiguration> calendars,
        Workflows workflows) {
    public OrganizationConfiguration {
        channels = List.copyOf(channels);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        rules = List.copyOf(rules);
        calendars = List.copyOf(calendars);
    }

    /** An organization without calendars and exception rules. */
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

    /** An organization without exception rules. */
    public OrganizationConfiguration(
            String id,
            List<ChannelConfiguration> channels,
            List<QueueConfiguration> queues,
            List<AgentConfiguration> agents,
            List<RuleConfiguration> rules,
            String fallbackQueue,
            RoutingLimits limits,
            List<CalendarConfiguration> calendars) {
        this(id, channels, queues, agents, rules, fallbackQueue, limits, calendars, Workflows.NONE);
    }

    /** The same with other queues and calendars. */
    public OrganizationConfiguration with(
            List<QueueConfiguration> otherQueues, List<CalendarConfiguration> otherCalendars) {
        return new OrganizationConfiguration(
                id, channels, otherQueues, agents, rules, fallbackQueue, limits, otherCalendars, workflows);
    }

    /** The same with other workflows. */
    public OrganizationConfiguration with(Workflows other) {
        return new OrganizationConfiguration(
                id, channels, queues, agents, rules, fallbackQueue, limits, calendars, other);
    }

    /** The same with other rules. */
    public OrganizationConfiguration withRules(List<RuleConfiguration> other) {
        return new OrganizationConfiguration(
                id, channels, queues, agents, other, fallbackQueue, limits, calendars, workflows);
    }

    /** Whether conversations that wait may be moved, or what they ask for changed: by steps or by exception rules. */
    public boolean hasWorkflows() {
        return !workflows.exceptions().isEmpty()
                || rules.stream().anyMatch(rule -> !rule.steps().isEmpty());
    }
}
