package io.strowger.verticles.gateway;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.explain.AgentVerdict;
import io.strowger.engine.explain.RoutingStep;
import io.strowger.engine.explain.WaitingReport;
import io.strowger.verticles.Ids;
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
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Why a conversation is where it is, why it waits, why an agent does not get it. An answer includes everything that was
 * durable when the request came.
 */
final class WhyRoutes {
    /** The workers on which the copy of the routing state is asked. */
    static final String WORKERS = "strowger-why";

    private static final long PATIENCE_SECONDS = 10;

    private final Explanations explanations;
    private final Requests requests;
    private final WorkerExecutor workers;

    /** Writes an answer, or says that there is none. */
    @FunctionalInterface
    private interface Question {
        boolean answer(int organization, long conversation, JsonWriter json);
    }

    WhyRoutes(Vertx vertx, GatewayDependencies dependencies, Requests requests) {
        this.explanations = dependencies.explanations();
        this.requests = requests;
        this.workers = vertx.createSharedWorkerExecutor(WORKERS, 1);
    }

    void mount(Router router) {
        mount(router, "why", this::why);
        mount(router, "why-waiting", this::whyWaiting);
        router.get("/api/v1/conversations/:id/why-not").handler(context -> {
            String agent = context.request().getParam("agent");
            if (agent == null || agent.isEmpty()) {
                requests.refuse(
                        context,
                        Problem.of(ProblemType.INVALID_PARAMETER, "agent", "say which agent: why-not?agent=ada"));
            } else {
                ask(context, (organization, id, json) -> whyNot(organization, id, agent, json), agent);
            }
        });
    }

    private void mount(Router router, String name, Question question) {
        router.get("/api/v1/conversations/:id/" + name).handler(context -> ask(context, question, null));
    }

    private void ask(RoutingContext context, Question question, @Nullable String agent) {
        requests.authorized(context, Permission.READ, caller -> {
            long id = Ids.parseConversation(context.pathParam("id"));
            if (id == Ids.INVALID) {
                notFound(context, agent);
                return;
            }
            JsonWriter json = new JsonWriter(4 << 10);
            Future.fromCompletionStage(
                            explanations.whenCurrent().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS),
                            context.vertx().getOrCreateContext())
                    .compose(current ->
                            workers.executeBlocking(() -> question.answer(caller.organization(), id, json), false))
                    .onSuccess(known -> {
                        if (known) {
                            Responses.json(context.response(), 200, json);
                        } else {
                            notFound(context, agent);
                        }
                    })
                    .onFailure(cause -> failed(context, cause));
        });
    }

    private void failed(RoutingContext context, Throwable cause) {
        if (cause instanceof TimeoutException || cause.getCause() instanceof TimeoutException) {
            requests.refuse(
                    context,
                    Problem.of(
                            ProblemType.OVERLOADED,
                            "explanations are still behind the journal, as after a start; /health/detailed says how far"));
        } else {
            context.fail(cause);
        }
    }

    private void notFound(RoutingContext context, @Nullable String agent) {
        requests.refuse(
                context,
                Problem.of(
                        ProblemType.NOT_FOUND,
                        "the organization has no such conversation, or it ended long ago; its id is the conversationId of"
                                + " an answer" + (agent == null ? "" : "; or it has no agent " + agent)));
    }

    private boolean why(int organization, long conversation, JsonWriter json) {
        List<RoutingStep> steps = explanations.why(organization, conversation);
        if (!steps.isEmpty()) {
            WhyWriter.write(conversation, explanations.position(), steps, json);
        }
        return !steps.isEmpty();
    }

    private boolean whyWaiting(int organization, long conversation, JsonWriter json) {
        WaitingReport report = explanations.whyWaiting(organization, conversation);
        if (report != null) {
            WhyWriter.write(conversation, report, json);
        }
        return report != null;
    }

    private boolean whyNot(int organization, long conversation, String agent, JsonWriter json) {
        AgentVerdict verdict = explanations.whyNot(organization, conversation, agent);
        if (verdict != null) {
            WhyWriter.write(conversation, explanations.position(), verdict, json);
        }
        return verdict != null;
    }
}
