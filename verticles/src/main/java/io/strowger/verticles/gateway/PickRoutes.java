package io.strowger.verticles.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.PickConversation;
import io.strowger.engine.explain.Pickable;
import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.projection.Explanations;
import io.strowger.verticles.session.WhyWriter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What waits for an agent to pick, and the next of it for the agent. Belongs to one event loop. */
final class PickRoutes {
    private static final int USUAL_LIMIT = 20;
    private static final int MAX_LIMIT = 200;
    private static final long PATIENCE_SECONDS = 10;

    private final GatewayDependencies dependencies;
    private final Explanations explanations;
    private final Requests requests;
    private final WorkerExecutor workers;

    PickRoutes(Vertx vertx, GatewayDependencies dependencies, Requests requests) {
        this.dependencies = dependencies;
        this.explanations = dependencies.explanations();
        this.requests = requests;
        this.workers = vertx.createSharedWorkerExecutor("strowger-why", 1);
    }

    void mount(Router router) {
        router.get("/api/v1/agents/:id/waiting")
                .handler(context -> requests.authorized(context, Permission.READ, caller -> waiting(context, caller)));
        router.post("/api/v1/agents/:id/pick")
                .handler(context -> requests.authorized(
                        context, Permission.HANDLE_CONVERSATIONS, caller -> pickNext(context, caller)));
    }

    private void waiting(RoutingContext context, Caller caller) {
        int limit = limit(context.request().getParam("limit"));
        if (limit == 0) {
            requests.refuse(
                    context,
                    Problem.of(ProblemType.INVALID_PARAMETER, "limit", "limit must be from 1 to " + MAX_LIMIT));
            return;
        }
        String agent = context.pathParam("id");
        Future.fromCompletionStage(
                        explanations.whenCurrent().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS),
                        context.vertx().getOrCreateContext())
                .compose(current -> workers.executeBlocking(
                        () -> explanations.pickable(caller.organization(), agent, limit), false))
                .onSuccess(list -> answer(context, agent, list))
                .onFailure(context::fail);
    }

    private void answer(RoutingContext context, String agent, @Nullable List<Pickable> list) {
        if (list == null) {
            requests.refuse(
                    context, Problem.of(ProblemType.NOT_FOUND, "the organization has no agent of the id " + agent));
            return;
        }
        JsonWriter json = new JsonWriter(4 << 10);
        json.beginObject();
        json.name("agent").text(agent);
        json.name("sequence").number(explanations.position());
        WhyWriter.writeMembers(list, json);
        json.endObject();
        Responses.json(context.response(), 200, json);
    }

    private void pickNext(RoutingContext context, Caller caller) {
        BodyReader.read(context.request(), dependencies.settings().bodyLimitBytes(), body -> {
            try {
                JsonNode json = ConversationRoutes.json(body);
                PickConversation command = new PickConversation();
                command.agent.set(Bytes.of(context.pathParam("id")));
                command.queue.set(ConversationCommands.text("queue", json));
                command.postscript().reason.set(ConversationCommands.text("reason", json));
                requests.submit(
                        context,
                        caller,
                        command,
                        decision -> ConversationRoutes.answer(context, decision, dependencies));
            } catch (ProblemException e) {
                requests.refuse(context, e.problem());
            }
        });
    }

    /** The limit that a request asks for; 0 when it is none. */
    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return USUAL_LIMIT;
        }
        try {
            int limit = Integer.parseInt(asked);
            return limit < 1 || limit > MAX_LIMIT ? 0 : limit;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
