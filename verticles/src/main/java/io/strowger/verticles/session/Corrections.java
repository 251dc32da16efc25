package io.strowger.verticles.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.CorrectAnalysis;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Head;
import io.strowger.verticles.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what somebody says that a head should have answered: the same members over HTTP and in an agent's frame. */
public final class Corrections {
    private static final List<String> HEADS = Arrays.stream(Head.values())
            .map(head -> head.name().toLowerCase(Locale.ROOT))
            .toList();

    private Corrections() {}

    /** Fills the message, the head and the label of a command; returns what is wrong with them, or null. */
    public static @Nullable Problem read(JsonNode json, CorrectAnalysis into) {
        into.message = Ids.parseMessage(json.path("message").textValue());
        if (into.message == Ids.INVALID) {
            return Problem.of(ProblemType.INVALID_FIELD, "message", "message must be a message's id, as in m-3f");
        }
        into.head = HEADS.indexOf(json.path("head").asText());
        if (into.head < 0) {
            return Problem.of(ProblemType.INVALID_FIELD, "head", "head must be one of " + String.join(", ", HEADS));
        }
        String label = json.path("label").textValue();
        if (label == null || label.isBlank()) {
            return Problem.of(
                    label == null ? ProblemType.MISSING_FIELD : ProblemType.INVALID_FIELD,
                    "label",
                    "label must be the right answer, a string that is not empty");
        }
        into.label.set(Bytes.of(label));
        return null;
    }
}
