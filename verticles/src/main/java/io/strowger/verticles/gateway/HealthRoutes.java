package io.strowger.verticles.gateway;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.EngineCounters;
import io.strowger.engine.EngineHealth;
import io.strowger.models.drift.DriftWatch;
import io.strowger.models.drift.HeadDrift;
import io.strowger.verticles.projection.Projection;
import io.strowger.verticles.projection.ProjectionStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;

/** Health for orchestrators and people, and metrics. Needs no token; the server listens on the loopback only by default. */
final class HealthRoutes {
    private static final double NANOS_A_SECOND = 1e9;
    private static final int THOUSANDTHS = 3;
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final GatewayDependencies dependencies;
    private final BoundedWorker worker;

    HealthRoutes(Vertx vertx, GatewayDependencies dependencies) {
        this.dependencies = dependencies;
        this.worker = new BoundedWorker(vertx, "strowger-metrics");
    }

    void mount(Router router) {
        router.get("/health/live").handler(HealthRoutes::live);
        router.get("/health/ready").handler(this::ready);
        router.get("/health/detailed").handler(this::detailed);
        router.get("/metrics").handler(this::metrics);
    }

    private static void live(RoutingContext context) {
        JsonWriter json = new JsonWriter(32);
        json.beginObject().name("status").text("up").endObject();
        Responses.json(context.response(), 200, json);
    }

    private void ready(RoutingContext context) {
        EngineHealth health = dependencies.engine().health();
        JsonWriter json = new JsonWriter(128);
        json.beginObject();
        writeStatus(health, json);
        json.endObject();
        Responses.json(context.response(), health.open() ? 200 : 503, json);
    }

    private void detailed(RoutingContext context) {
        EngineHealth health = dependencies.engine().health();
        EngineCounters counters = dependencies.engine().counters();
        JsonWriter json = new JsonWriter(1 << 10);
        json.beginObject();
        writeStatus(health, json);
        json.name("engine").beginObject();
        json.name("open").flag(health.open());
        json.name("failed").flag(health.failed());
        json.name("durableSequence").number(counters.durableSequence());
        json.name("decidedSequence").number(counters.decidedSequence());
        json.name("ringRemaining").number(counters.ringRemaining());
        json.name("ringSize").number(counters.ringSize());
        json.endObject();
        json.name("projections").beginArray();
        for (Projection projection : dependencies.projections()) {
            write(projection.status(), json);
        }
        json.endArray();
        json.name("models").beginArray();
        for (DriftWatch watch : dependencies.drift().all()) {
            write(watch, json);
        }
        json.endArray().endObject();
        Responses.json(context.response(), health.open() ? 200 : 503, json);
    }

    /** On a worker: the figures of queues may have to wait for a moment, and the text of many metrics takes one. */
    private void metrics(RoutingContext context) {
        worker.after(Future.succeededFuture(), () -> {
                    dependencies.queues().refresh();
                    return dependencies.registry().scrape();
                })
                .onSuccess(text -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, METRICS_TYPE)
                        .end(text))
                .onFailure(cause -> {
                    if (cause instanceof RejectedExecutionException) {
                        Responses.problem(
                                context.response(),
                                Problem.of(
                                        ProblemType.OVERLOADED,
                                        BoundedWorker.MOST
                                                + " requests for metrics wait already; ask every few seconds"));
                    } else {
                        context.fail(cause);
                    }
                });
    }

    private void writeStatus(EngineHealth health, JsonWriter json) {
        json.name("status").text(!health.open() ? "not-ready" : isDegraded() ? "degraded" : "ready");
        json.name("reason").textOrNull(health.reason());
    }

    private boolean isDegraded() {
        for (Projection projection : dependencies.projections()) {
            if (projection.status().state() == ProjectionStatus.State.DEGRADED) {
                return true;
            }
        }
        return false;
    }

    private static void write(ProjectionStatus status, JsonWriter json) {
        json.beginObject();
        json.name("name").text(status.name());
        json.name("state").text(status.state().name().toLowerCase(Locale.ROOT));
        json.name("position").number(status.position());
        json.name("lagRecords").number(status.lagRecords());
        json.name("lagSeconds").fixed(Math.round(status.lagNanos() / NANOS_A_SECOND * 1_000), THOUSANDTHS);
        json.name("lastError").textOrNull(status.lastError());
        json.endObject();
    }

    private static void write(DriftWatch watch, JsonWriter json) {
        json.beginObject().name("version").text(watch.model());
        json.name("drift").beginArray();
        for (HeadDrift head : watch.latest()) {
            json.beginObject();
            json.name("head").text(head.head());
            json.name("state").text(head.state().name().toLowerCase(Locale.ROOT));
            json.name("drifted").beginArray();
            head.drifted().forEach(json::text);
            json.endArray();
            json.name("messages").number(head.messages());
            index("labels", head.labels(), json);
            index("confidence", head.confidence(), json);
            index("outOfScope", head.outOfScope(), json);
            index("outOfScopeShare", head.outOfScopeShare(), json);
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static void index(String name, double value, JsonWriter json) {
        json.name(name);
        if (Double.isNaN(value)) {
            json.nothing();
        } else {
            json.fixed(Math.round(value * 1_000), THOUSANDTHS);
        }
    }
}
