package io.strowger.verticles.gateway;

import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.EngineRefusedException;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.Decision;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.session.EdgeCounters.Protocol;
import io.strowger.verticles.session.Problems;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the routes share: who calls, waiting for the live view, submitting commands. Belongs to one event loop. */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final long CURRENT_PATIENCE_MILLIS = 1_000;

    private final GatewayDependencies dependencies;
    private final Context context;

    Requests(Vertx vertx, GatewayDependencies dependencies) {
        this.dependencies = dependencies;
        this.context = vertx.getOrCreateContext();
    }

    /** Goes on when the request's token permits it, else answers with the problem. */
    void authorized(RoutingContext request, Permission permission, Consumer<Caller> next) {
        Caller caller;
        try {
            caller = Caller.of(request.request(), permission, dependencies.tokens(), dependencies.engine());
        } catch (ProblemException e) {
            refuse(request, e.problem());
            return;
        }
        next.accept(caller);
    }

    void refuse(RoutingContext request, Problem problem) {
        dependencies.counters().problem(Protocol.HTTP, problem.type());
        Responses.problem(request.response(), problem);
    }

    /** Goes on when the live view includes what is durable now; after a second with what it has. */
    void whenCurrent(Runnable read) {
        RoutingEngine engine = dependencies.engine();
        CompletableFuture<Void> current = dependencies.live().whenAt(engine.durableSequence());
        if (current.isDone()) {
            read.run();
            return;
        }
        Future.fromCompletionStage(
                        current.completeOnTimeout(null, CURRENT_PATIENCE_MILLIS, TimeUnit.MILLISECONDS), context)
                .onComplete(ignored -> read.run());
    }

    /** Publishes a command and goes on with its answer when that took effect and is durable, else answers with the problem. */
    void submit(RoutingContext request, Caller caller, Command command, Consumer<Decision> next) {
        finish(request, dependencies.engine().submit(caller.organization(), command), next);
    }

    /** Goes on with the engine's answer, on the event loop. */
    void finish(RoutingContext request, CompletableFuture<Decision> answer, Consumer<Decision> next) {
        Future.fromCompletionStage(answer, context).onComplete(result -> {
            if (result.succeeded() && result.result().conversationVersion != 0) {
                request.response().putHeader(HttpHeaders.ETAG, EntityTag.of(result.result().conversationVersion));
            }
            Problem problem = result.succeeded() ? Problems.of(result.result()) : problem(result.cause());
            if (problem == null) {
                next.accept(result.result());
            } else {
                refuse(request, problem);
            }
        });
    }

    private static Problem problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof EngineRefusedException refused) {
            return Problems.ofRefusal(refused.refusal());
        }
        LOG.atError().setCause(cause).log("A command failed");
        return Problem.of(ProblemType.INTERNAL_ERROR, "the server failed on this request; its log says why");
    }
}
