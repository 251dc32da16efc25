package io.strowger.verticles.gateway;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.verticles.Ids;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.projection.AgentView;
import io.strowger.verticles.projection.ConversationView;
import io.strowger.verticles.projection.Explanations;
import io.strowger.verticles.projection.QueueView;
import io.strowger.verticles.session.ViewWriter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What stands now, as of the last durable record: conversations, queues, agents. A read shows everything that was durable
 * when it came; the header {@code Strowger-Sequence} says as of which record it is.
 */
final class ReadRoutes {
    private static final String SEQUENCE_HEADER = "Strowger-Sequence";
    private static final long ESTIMATE_PATIENCE_MILLIS = 1_000;

    private final GatewayDependencies dependencies;
    private final Requests requests;
    private final WorkerExecutor workers;

    ReadRoutes(Vertx vertx, GatewayDependencies dependencies, Requests requests) {
        this.dependencies = dependencies;
        this.requests = requests;
        this.workers = vertx.createSharedWorkerExecutor(WhyRoutes.WORKERS, 1);
    }

    void mount(Router router) {
        router.get("/api/v1/conversations/:id")
                .handler(context -> requests.authorized(
                        context, Permission.READ, caller -> whenCurrent(context, () -> conversation(context, caller))));
        router.get("/api/v1/queues")
                .handler(context -> requests.authorized(
                        context, Permission.READ, caller -> whenCurrent(context, () -> queues(context, caller))));
        router.get("/api/v1/agents")
                .handler(context -> requests.authorized(
                        context, Permission.READ, caller -> whenCurrent(context, () -> agents(context, caller))));
    }

    private void whenCurrent(RoutingContext context, Runnable read) {
        requests.whenCurrent(() -> {
            context.response()
                    .putHeader(
                            SEQUENCE_HEADER, Long.toString(dependencies.live().position()));
            read.run();
        });
    }

    private void conversation(RoutingContext context, Caller caller) {
        long id = Ids.parseConversation(context.pathParam("id"));
        ConversationView view = id == Ids.INVALID ? null : dependencies.live().conversation(caller.organization(), id);
        HttpServerResponse response = context.response();
        if (view == null) {
            Responses.problem(
                    response,
                    Problem.of(
                            ProblemType.NOT_FOUND,
                            "the organization has no such conversation, or it ended long ago; its id is the"
                                    + " conversationId of an answer"));
            return;
        }
        boolean isWaiting = view.state() == RouteState.QUEUED || view.state() == RouteState.OFFERED;
        if (isWaiting) {
            estimate(context, caller, id).onComplete(estimate -> write(response, view, estimate.result()));
        } else {
            write(response, view, null);
        }
    }

    /** What a waiting conversation can expect; null when nobody can say in time. */
    private Future<@Nullable WaitEstimate> estimate(RoutingContext context, Caller caller, long conversation) {
        Explanations explanations = dependencies.explanations();
        return Future.fromCompletionStage(
                        explanations.whenCurrent().orTimeout(ESTIMATE_PATIENCE_MILLIS, TimeUnit.MILLISECONDS),
                        context.vertx().getOrCreateContext())
                .compose(current -> workers.executeBlocking(
                        () -> explanations.estimate(caller.organization(), conversation), false));
    }

    private static void write(HttpServerResponse response, ConversationView view, @Nullable WaitEstimate estimate) {
        JsonWriter json = new JsonWriter(2 << 10);
        ViewWriter.write(view, estimate, json);
        response.putHeader(HttpHeaders.ETAG, EntityTag.of(view.sequence()));
        Responses.json(response, 200, json);
    }

    private void queues(RoutingContext context, Caller caller) {
        List<QueueView> queues = dependencies.live().queues(caller.organization());
        JsonWriter json = new JsonWriter(4 << 10);
        json.beginObject().name("queues").beginArray();
        for (QueueView queue : queues) {
            ViewWriter.write(queue, json);
        }
        json.endArray().endObject();
        Responses.json(context.response(), 200, json);
    }

    private void agents(RoutingContext context, Caller caller) {
        List<AgentView> agents = dependencies.live().agents(caller.organization());
        JsonWriter json = new JsonWriter(4 << 10);
        json.beginObject().name("agents").beginArray();
        for (AgentView agent : agents) {
            ViewWriter.write(agent, json);
        }
        json.endArray().endObject();
        Responses.json(context.response(), 200, json);
    }
}
