package io.strowger.verticles.ingest;

import io.strowger.channels.MessageLimits;
import io.strowger.engine.RoutingEngine;
import io.strowger.verticles.config.TcpSettings;
import io.strowger.verticles.identity.Tokens;
import io.strowger.verticles.projection.LiveView;
import io.strowger.verticles.session.EdgeCounters;

/**
 * What the ingress needs of the server.
 *
 * @param engine takes the messages
 * @param live wakes event streams
 * @param tokens tell who connects
 * @param settings address and limits
 * @param limits how large the parts of a message may be
 * @param counters for metrics
 */
public record IngestDependencies(
        RoutingEngine engine,
        LiveView live,
        Tokens tokens,
        TcpSettings settings,
        MessageLimits limits,
        EdgeCounters counters) {}
