package io.strowger.verticles.gateway;

import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.session.EventFeed;
import io.strowger.verticles.session.EventFormat;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/events}: the organization's committed events as server-sent events, from a sequence on, after the one
 * that a client had last, or from now on.
 */
final class EventRoute {
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final String HEARTBEAT = ": still here\n\n";

    private final Vertx vertx;
    private final GatewayDependencies dependencies;
    private final Requests requests;
    private final WorkerExecutor workers;

    EventRoute(Vertx vertx, GatewayDependencies dependencies, Requests requests, WorkerExecutor workers) {
        this.vertx = vertx;
        this.dependencies = dependencies;
        this.requests = requests;
        this.workers = workers;
    }

    void mount(Router router) {
        router.get("/api/v1/events")
                .handler(context -> requests.authorized(context, Permission.READ, caller -> open(context, caller)));
    }

    private void open(RoutingContext context, Caller caller) {
        long from;
        try {
            from = from(context);
        } catch (ProblemException e) {
            requests.refuse(context, e.problem());
            return;
        }
        HttpServerResponse response = context.response();
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.write(": events of " + caller.identity().organization() + "\n\n");
        EventFeed feed = new EventFeed(
                vertx,
                dependencies.engine(),
                dependencies.live(),
                workers,
                caller.organization(),
                from,
                EventFormat.SERVER_SENT,
                response,
                response::end);
        long heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, ignored -> {
            if (!response.writeQueueFull()) {
                response.write(HEARTBEAT);
            }
        });
        response.exceptionHandler(ignored -> {});
        response.closeHandler(ignored -> {
            vertx.cancelTimer(heartbeat);
            feed.close();
        });
        feed.start();
    }

    private long from(RoutingContext context) throws ProblemException {
        String last = context.request().getHeader("Last-Event-ID");
        if (last != null && !last.isBlank()) {
            return sequence("Last-Event-ID", last) + 1;
        }
        String from = context.request().getParam("from");
        return from == null ? dependencies.engine().durableSequence() + 1 : sequence("from", from);
    }

    private static long sequence(String name, @Nullable String value) throws ProblemException {
        try {
            long sequence = value == null ? -1 : Long.parseLong(value.strip());
            if (sequence >= 0 && sequence < Long.MAX_VALUE) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            // Falls through to the problem.
        }
        throw new ProblemException(
                Problem.of(ProblemType.INVALID_PARAMETER, name, name + " must be a sequence: a whole number from 0"));
    }
}
