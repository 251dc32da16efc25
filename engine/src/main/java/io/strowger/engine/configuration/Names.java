package io.strowger.engine.configuration;

import java.util.List;

/**
 * The names behind an organization's indices in records. Append-only, so the latest names resolve every earlier record.
 * Immutable.
 *
 * @param organization the organization's number
 * @param version the version of the configuration in force
 * @param configuration that configuration
 */
public record Names(
        int organization,
        long version,
        OrganizationConfiguration configuration,
        NameTable channels,
        NameTable queues,
        NameTable agents,
        NameTable rules,
        NameTable exceptions) {
    /** The names of an organization's first configuration. */
    public static Names first(int organization, OrganizationConfiguration configuration) {
        return grown(
                organization,
                1,
                configuration,
                NameTable.EMPTY,
                NameTable.EMPTY,
                NameTable.EMPTY,
                NameTable.EMPTY,
                NameTable.EMPTY);
    }

    /** The names after a further configuration. */
    public Names next(long nextVersion, OrganizationConfiguration next) {
        return grown(organization, nextVersion, next, channels, queues, agents, rules, exceptions);
    }

    private static Names grown(
            int organization,
            long version,
            OrganizationConfiguration configuration,
            NameTable channels,
            NameTable queues,
            NameTable agents,
            NameTable rules,
            NameTable exceptions) {
        return new Names(
                organization,
                version,
                configuration,
                channels.with(ids(configuration.channels(), ChannelConfiguration::id)),
                queues.with(ids(configuration.queues(), QueueConfiguration::id)),
                agents.with(ids(configuration.agents(), AgentConfiguration::id)),
                rules.with(ids(configuration.rules(), RuleConfiguration::id)),
                exceptions.with(ids(configuration.workflows().exceptions(), ExceptionRule::id)));
    }

    private static <T> List<String> ids(List<T> values, java.util.function.Function<T, String> id) {
        return values.stream().map(id).toList();
    }
}
