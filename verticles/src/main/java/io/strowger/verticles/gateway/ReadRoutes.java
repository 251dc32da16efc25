package io.strowger.verticles.gateway;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.verticles.Ids;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.projection.AgentView;
import io.strowger.verticles.projection.ConversationView;
import io.strowger.verticles.projection.QueueView;
import io.strowger.verticles.session.ViewWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * What stands now, as of the last durable record: conversations, queues, agents. A read shows everything that was durable
 * when it came; the header {@code Strowger-Sequence} says as of which record it is.
 */
final class ReadRoutes {
    private static final String SEQUENCE_HEADER = "Strowger-Sequence";

    private final GatewayDependencies dependencies;
    private final Requests requests;

    ReadRoutes(GatewayDependencies dependencies, Requests requests) {
        this.dependencies = dependencies;
        this.requests = requests;
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
        JsonWriter json = new JsonWriter(2 << 10);
        ViewWriter.write(view, json);
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
