package io.strowger.verticles.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Postscript;
import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.session.Instants;
import org.jspecify.annotations.Nullable;

/** What an agent's frame may say besides: for which version it was made, why, when to ask again. Stateless: any thread. */
final class FrameRemarks {
    private FrameRemarks() {}

    /** Reads version and reason; returns what is wrong with them, or null. */
    static @Nullable Problem read(JsonNode frame, Postscript into) {
        JsonNode version = frame.path("version");
        if (isThere(version)) {
            if (!version.canConvertToLong() || !version.isIntegralNumber() || version.longValue() < 1) {
                return Problem.of(
                        ProblemType.INVALID_FIELD, "version", "version must be the number that the conversation had");
            }
            into.expectedVersion = version.longValue();
        }
        return reason(frame, into.reason);
    }

    /** Reads the reason of a declined offer and from when to ask again; returns what is wrong with them, or null. */
    static @Nullable Problem read(JsonNode frame, AnswerOffer into) {
        JsonNode retryAt = frame.path("retryAt");
        if (isThere(retryAt)) {
            into.retryAt = Instants.epochNanos(retryAt.asText());
            if (into.retryAt == Instants.INVALID) {
                return Problem.of(
                        ProblemType.INVALID_FIELD,
                        "retryAt",
                        "retryAt must be an instant, as in 2026-11-21T08:00:00Z, before the year 2262");
            }
        }
        return reason(frame, into.reason);
    }

    private static @Nullable Problem reason(JsonNode frame, Bytes into) {
        JsonNode reason = frame.path("reason");
        if (isThere(reason)) {
            if (!reason.isTextual()) {
                return Problem.of(ProblemType.INVALID_FIELD, "reason", "reason must be a text");
            }
            into.set(Bytes.of(reason.textValue()));
        }
        return null;
    }

    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
