package io.strowger.verticles.gateway;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.strowger.channels.ProblemType;
import io.strowger.engine.EngineCounters;
import io.strowger.engine.RoutingEngine;
import io.strowger.verticles.projection.Projection;
import io.strowger.verticles.projection.ProjectionStatus;
import io.strowger.verticles.session.EdgeCounters;
import io.strowger.verticles.session.EdgeCounters.Protocol;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Shows the engine's, the projections' and the connections' counts as metrics. Binding twice changes nothing. */
final class ServerMetrics {
    private static final double NANOS_A_SECOND = 1e9;

    private final MeterRegistry registry;

    private ServerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    static void bind(GatewayDependencies dependencies) {
        ServerMetrics metrics = new ServerMetrics(dependencies.registry());
        metrics.engine(dependencies.engine());
        for (Projection projection : dependencies.projections()) {
            metrics.projection(projection);
        }
        for (Protocol protocol : Protocol.values()) {
            metrics.edge(protocol, dependencies.counters());
        }
        FunctionCounter.builder("edge_unknown_fields", dependencies.counters(), EdgeCounters::unknownFields)
                .description("Fields of messages that were ignored because no message has them")
                .register(dependencies.registry());
    }

    private void engine(RoutingEngine engine) {
        counter("engine_published", "Commands that entered the ring", engine, EngineCounters::published);
        counter("engine_decided", "Commands decided", engine, EngineCounters::decided);
        counter("engine_recorded", "Commands that left a record", engine, EngineCounters::recorded);
        counter("engine_duplicates", "Messages whose id was known", engine, EngineCounters::duplicates);
        counter("engine_commits", "Batches made durable", engine, EngineCounters::commits);
        counter(
                "engine_missing_keys",
                "Rule conditions that asked for something absent",
                engine,
                EngineCounters::missingKeys);
        counter(
                "engine_full_tries",
                "Tries to enter the ring that found no room; what waits for some tries again, and what was refused at last"
                        + " is a problem of its protocol",
                engine,
                EngineCounters::refusedFull);
        refused("closed", engine, EngineCounters::refusedClosed);
        refused("too_large", engine, EngineCounters::refusedTooLarge);
        refused("organization_limit", engine, EngineCounters::refusedLimit);
        refused("journal_full", engine, EngineCounters::refusedJournalFull);
        gauge("engine_ring_remaining", "Free slots of the ring", engine, EngineCounters::ringRemaining);
        gauge("engine_ring_size", "Slots of the ring", engine, EngineCounters::ringSize);
        gauge("engine_decided_sequence", "Last decided record", engine, EngineCounters::decidedSequence);
        gauge("engine_durable_sequence", "Last durable record", engine, EngineCounters::durableSequence);
        gauge("engine_idempotency_entries", "Message ids remembered", engine, EngineCounters::idempotencyEntries);
        gauge("engine_idempotency_bytes", "Bytes of remembered ids", engine, EngineCounters::idempotencyBytes);
        Gauge.builder("engine_open", engine, each -> each.health().open() ? 1 : 0)
                .description("1 while messages are taken")
                .register(registry);
    }

    private void counter(
            String name, String description, RoutingEngine engine, ToDoubleFunction<EngineCounters> value) {
        FunctionCounter.builder(name, engine, each -> value.applyAsDouble(each.counters()))
                .description(description)
                .register(registry);
    }

    private void refused(String reason, RoutingEngine engine, ToDoubleFunction<EngineCounters> value) {
        FunctionCounter.builder("engine_refused", engine, each -> value.applyAsDouble(each.counters()))
                .description("Commands that the engine did not take")
                .tag("reason", reason)
                .register(registry);
    }

    private void gauge(String name, String description, RoutingEngine engine, ToDoubleFunction<EngineCounters> value) {
        Gauge.builder(name, engine, each -> value.applyAsDouble(each.counters()))
                .description(description)
                .register(registry);
    }

    private void projection(Projection projection) {
        Gauge.builder("projection_position", projection, each -> each.status().position())
                .description("Last record that the projection includes")
                .tag("projection", projection.name())
                .register(registry);
        Gauge.builder(
                        "projection_lag_records",
                        projection,
                        each -> each.status().lagRecords())
                .description("Durable records that the projection does not include yet")
                .tag("projection", projection.name())
                .register(registry);
        Gauge.builder(
                        "projection_lag_seconds",
                        projection,
                        each -> each.status().lagNanos() / NANOS_A_SECOND)
                .description("How long the oldest of those has been waiting")
                .tag("projection", projection.name())
                .register(registry);
        Gauge.builder(
                        "projection_running",
                        projection,
                        each -> each.status().state() == ProjectionStatus.State.RUNNING ? 1 : 0)
                .description("1 while the projection follows")
                .tag("projection", projection.name())
                .register(registry);
    }

    private void edge(Protocol protocol, EdgeCounters counters) {
        String name = protocol.name().toLowerCase(Locale.ROOT);
        if (protocol != Protocol.HTTP) {
            Gauge.builder("edge_connections", counters, each -> each.openConnections(protocol))
                    .description("Open connections")
                    .tag("protocol", name)
                    .register(registry);
        }
        FunctionCounter.builder("edge_messages", counters, each -> each.messages(protocol))
                .description("Messages and frames that came in, whatever became of them")
                .tag("protocol", name)
                .register(registry);
        for (ProblemType type : ProblemType.values()) {
            FunctionCounter.builder("edge_problems", counters, each -> each.problems(protocol, type))
                    .description("Problems answered")
                    .tag("protocol", name)
                    .tag("type", type.slug())
                    .register(registry);
        }
    }
}
