package io.strowger.verticles.projection;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.record.RecordView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of the tables organizations, queues and agents, from the latest configuration of each organization in the batch. */
final class ConfigurationRows {
    private final Map<Integer, Change> changes = new LinkedHashMap<>();
    private final ByteReader reader = new ByteReader();
    private final ArrayRows organizations = new ArrayRows("""
            insert into organizations (organization, number, configuration_version, fallback_queue, configured_at, sequence)
            select * from unnest(?::text[], ?::integer[], ?::bigint[], ?::text[], ?::timestamptz[], ?::bigint[])
            on conflict (organization) do update set configuration_version = excluded.configuration_version,
                fallback_queue = excluded.fallback_queue, configured_at = excluded.configured_at,
                sequence = excluded.sequence""", "text", "int4", "int8", "text", "timestamptz", "int8");
    private final ArrayRows forgottenQueues =
            new ArrayRows("update queues set configured = false where organization = any(?::text[])", "text");
    private final ArrayRows forgottenAgents =
            new ArrayRows("update agents set configured = false where organization = any(?::text[])", "text");
    private final ArrayRows queues =
            new ArrayRows("""
            insert into queues (organization, queue, name, place, order_policy, strategy, priority, requirements,
                offer_timeout_nanos, wrap_up_nanos, auto_accept, configured)
            select d.organization, d.queue, d.name, d.place, d.order_policy, d.strategy, d.priority,
                d.requirements::text[], d.offer_timeout_nanos, d.wrap_up_nanos, d.auto_accept, true
            from unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::integer[], ?::text[],
                ?::bigint[], ?::bigint[], ?::boolean[])
                as d(organization, queue, name, place, order_policy, strategy, priority, requirements,
                    offer_timeout_nanos, wrap_up_nanos, auto_accept)
            on conflict (organization, queue) do update set name = excluded.name, place = excluded.place,
                order_policy = excluded.order_policy, strategy = excluded.strategy, priority = excluded.priority,
                requirements = excluded.requirements, offer_timeout_nanos = excluded.offer_timeout_nanos,
                wrap_up_nanos = excluded.wrap_up_nanos, auto_accept = excluded.auto_accept, configured = true""", "text", "text", "text", "int4", "text", "text", "int4", "text", "int8", "int8", "bool");
    private final ArrayRows agents = new ArrayRows("""
            insert into agents (organization, agent, name, place, capacity, skills, queues, configured)
            select d.organization, d.agent, d.name, d.place, d.capacity, d.skills::text[], d.queues::text[], true
            from unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::text[], ?::text[])
                as d(organization, agent, name, place, capacity, skills, queues)
            on conflict (organization, agent) do update set name = excluded.name, place = excluded.place,
                capacity = excluded.capacity, skills = excluded.skills, queues = excluded.queues, configured = true""", "text", "text", "text", "int4", "int4", "text", "text");

    void add(RecordView record, ConfigurationChanged event) {
        OrganizationConfiguration configuration = ConfigurationCodec.read(reader.wrap(event.configuration));
        changes.put(event.organization, new Change(configuration, event.version, record.time(), record.sequence()));
    }

    void write(Connection connection) throws SQLException {
        changes.forEach(this::add);
        organizations.write(connection);
        forgottenQueues.write(connection);
        forgottenAgents.write(connection);
        queues.write(connection);
        agents.write(connection);
    }

    private void add(int number, Change change) {
        OrganizationConfiguration configuration = change.configuration;
        String organization = configuration.id();
        organizations.add(
                organization,
                number,
                change.version,
                configuration.fallbackQueue(),
                Instants.text(change.time),
                change.sequence);
        forgottenQueues.add(organization);
        forgottenAgents.add(organization);
        int place = 0;
        for (QueueConfiguration queue : configuration.queues()) {
            queues.add(
                    organization,
                    queue.id(),
                    queue.name(),
                    place++,
                    Words.of(queue.order()),
                    Words.of(queue.strategy()),
                    queue.priority(),
                    TextArrays.literal(queue.requirements().stream()
                            .map(DecisionRows::text)
                            .toList()),
                    queue.offerTimeoutNanos(),
                    queue.wrapUpNanos(),
                    queue.autoAccept());
        }
        place = 0;
        for (AgentConfiguration agent : configuration.agents()) {
            agents.add(
                    organization,
                    agent.id(),
                    agent.name(),
                    place++,
                    agent.capacity(),
                    TextArrays.literal(
                            agent.skills().stream().map(DecisionRows::text).toList()),
                    TextArrays.literal(agent.queues()));
        }
    }

    void clear() {
        changes.clear();
        organizations.clear();
        forgottenQueues.clear();
        forgottenAgents.clear();
        queues.clear();
        agents.clear();
    }

    private record Change(OrganizationConfiguration configuration, long version, long time, long sequence) {}
}
