package io.strowger.verticles.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.strowger.channels.MessageLimits;
import io.strowger.engine.RoutingEngine;
import io.strowger.verticles.agents.AgentSessions;
import io.strowger.verticles.config.ConfigProblem;
import io.strowger.verticles.config.HttpSettings;
import io.strowger.verticles.config.OrganizationDocument;
import io.strowger.verticles.drift.DriftWatches;
import io.strowger.verticles.identity.Tokens;
import io.strowger.verticles.models.ModelService;
import io.strowger.verticles.projection.Explanations;
import io.strowger.verticles.projection.LiveView;
import io.strowger.verticles.projection.Projection;
import io.strowger.verticles.session.EdgeCounters;
import java.util.List;
import java.util.function.Function;

/**
 * What the gateway needs of the server.
 *
 * @param engine takes the commands
 * @param live what reads show
 * @param explanations answer why
 * @param projections all projections, the live view included, for health and metrics
 * @param tokens tell who calls
 * @param agents the agents' sessions
 * @param settings address and limits
 * @param limits how large the parts of a message may be
 * @param check what is wrong with a configuration beyond its form: names that lead nowhere, rules that do not compile
 * @param models the organizations' models
 * @param drift whether the models' answers drift, for health
 * @param counters for metrics
 * @param registry where metrics are collected
 * @param queues the metrics of queues, to be refreshed before metrics are read
 */
public record GatewayDependencies(
        RoutingEngine engine,
        LiveView live,
        Explanations explanations,
        List<Projection> projections,
        Tokens tokens,
        AgentSessions agents,
        HttpSettings settings,
        MessageLimits limits,
        Function<OrganizationDocument, List<ConfigProblem>> check,
        ModelService models,
        DriftWatches drift,
        EdgeCounters counters,
        PrometheusMeterRegistry registry,
        QueueMetrics queues) {
    public GatewayDependencies {
        projections = List.copyOf(projections);
    }
}
