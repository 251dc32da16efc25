package io.strowger.verticles.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.explain.Pickable;
import io.strowger.verticles.session.AnswerLoop;
import io.strowger.verticles.session.WhyWriter;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An agent asks what there is to pick. It is looked up off the event loop, once everything is included that was durable
 * when the frame came.
 *
 * @param id the agent's name for the frame, or null
 * @param limit how many to show at most
 */
record WaitingFrame(@Nullable String id, int limit) {
    static final int USUAL_LIMIT = 20;
    static final int MAX_LIMIT = 200;

    private static final long PATIENCE_SECONDS = 10;

    /** What is wrong with the frame's limit, or null. */
    static @Nullable Problem problem(JsonNode frame) {
        JsonNode limit = frame.path("limit");
        boolean fits = limit.isMissingNode() || limit.isInt() && limit.intValue() >= 1 && limit.intValue() <= MAX_LIMIT;
        return fits
                ? null
                : Problem.of(ProblemType.INVALID_FIELD, "limit", "limit must be a number from 1 to " + MAX_LIMIT);
    }

    static WaitingFrame of(@Nullable String id, JsonNode frame) {
        return new WaitingFrame(id, frame.path("limit").asInt(USUAL_LIMIT));
    }

    /** Answers the agent of a session, on its event loop. */
    void answer(AgentSession session, AgentSessions sessions, AnswerLoop loop, AgentKey key, String agent) {
        Future.fromCompletionStage(
                        sessions.explanations().whenCurrent().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS),
                        loop.context())
                .compose(current -> loop.context()
                        .executeBlocking(
                                () -> sessions.explanations().pickable(key.organization(), agent, limit), false))
                .onSuccess(list -> {
                    JsonWriter json = loop.json();
                    json.beginObject().name("type").text("waiting");
                    if (id != null) {
                        json.name("re").text(id);
                    }
                    WhyWriter.writeMembers(list == null ? List.<Pickable>of() : list, json);
                    json.endObject();
                    session.send(json);
                })
                .onFailure(cause -> {
                    JsonWriter json = loop.json();
                    Frames.error(
                            Problem.of(
                                    ProblemType.OVERLOADED,
                                    "the list is still behind the journal, as after a start; ask again"),
                            id,
                            json);
                    session.send(json);
                });
    }
}
