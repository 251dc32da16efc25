package io.strowger.verticles.gateway;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.statistics.StatisticsSnapshot;
import io.strowger.engine.statistics.TallyRow;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.projection.Explanations;
import io.strowger.verticles.session.StatisticsWriter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Figures by queue, agent and channel, all as of one record, which includes everything that was durable when asked. */
final class StatisticsRoutes {
    private static final long PATIENCE_SECONDS = 10;
    private static final int QUARTER_MINUTES = (int) TimeUnit.NANOSECONDS.toMinutes(TallyRow.QUARTER_NANOS);
    private static final int MOST_MINUTES = TallyRow.QUARTERS * QUARTER_MINUTES;
    private static final int INVALID = -1;

    /** The worker that adds figures up; not the one that explains, so that nobody waits for figures who did not ask for them. */
    private static final String WORKERS = "strowger-statistics";

    private final Explanations explanations;
    private final Requests requests;
    private final BoundedWorker worker;

    StatisticsRoutes(Vertx vertx, GatewayDependencies dependencies, Requests requests) {
        this.explanations = dependencies.explanations();
        this.requests = requests;
        this.worker = new BoundedWorker(vertx, WORKERS);
    }

    void mount(Router router) {
        router.get("/api/v1/statistics")
                .handler(context ->
                        requests.authorized(context, Permission.READ, caller -> statistics(context, caller)));
    }

    private void statistics(RoutingContext context, Caller caller) {
        String asked = context.request().getParam("minutes");
        int quarters = quarters(asked);
        if (quarters == INVALID) {
            requests.refuse(
                    context,
                    Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "minutes",
                            "minutes must be a multiple of " + QUARTER_MINUTES + " from " + QUARTER_MINUTES + " to "
                                    + MOST_MINUTES + ", or be left out for all time, not " + asked));
            return;
        }
        Future<Void> current = Future.fromCompletionStage(
                explanations.whenCurrent().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS),
                context.vertx().getOrCreateContext());
        worker.after(current, () -> write(caller.organization(), quarters))
                .onSuccess(json -> Responses.json(context.response(), 200, json))
                .onFailure(cause -> failed(context, cause));
    }

    /** 0 for all time. */
    private static int quarters(@Nullable String minutes) {
        if (minutes == null) {
            return 0;
        }
        try {
            int asked = Integer.parseInt(minutes);
            boolean isPossible = asked > 0 && asked <= MOST_MINUTES && asked % QUARTER_MINUTES == 0;
            return isPossible ? asked / QUARTER_MINUTES : INVALID;
        } catch (NumberFormatException e) {
            return INVALID;
        }
    }

    private JsonWriter write(int organization, int quarters) {
        StatisticsSnapshot snapshot = explanations.statistics(organization, quarters);
        if (snapshot == null) {
            throw new IllegalStateException("the caller's organization has no state");
        }
        JsonWriter json = new JsonWriter(16 << 10);
        StatisticsWriter.write(snapshot, json);
        return json;
    }

    private void failed(RoutingContext context, Throwable cause) {
        if (cause instanceof RejectedExecutionException) {
            requests.refuse(
                    context,
                    Problem.of(
                            ProblemType.OVERLOADED,
                            BoundedWorker.MOST
                                    + " requests for statistics wait already; ask every few seconds, not more"
                                    + " often"));
        } else if (cause instanceof TimeoutException || cause.getCause() instanceof TimeoutException) {
            requests.refuse(
                    context,
                    Problem.of(
                            ProblemType.OVERLOADED,
                            "statistics are still behind the journal, as after a start; /health/detailed says how far"));
        } else {
            context.fail(cause);
        }
    }
}
