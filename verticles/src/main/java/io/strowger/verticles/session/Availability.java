package io.strowger.verticles.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.SetAgentAvailability;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.internal.Bytes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of channels of which an agent wants nothing for now, and what the agent does, as people write them. */
public final class Availability {
    private Availability() {}

    /**
     * Reads {@code paused}, a list of kinds, and {@code activity}, a text; without them nothing is paused and nothing special.
     *
     * @return what is wrong, or null
     */
    public static @Nullable Problem read(JsonNode frame, SetAgentAvailability command) {
        JsonNode paused = frame.path("paused");
        if (!paused.isMissingNode() && !paused.isArray()) {
            return wrong("paused", "paused must be a list of kinds, as in [\"email\"]");
        }
        command.pausedKinds = 0;
        for (JsonNode name : paused) {
            ChannelKind kind = kind(name.asText());
            if (kind == null) {
                return wrong("paused", "paused names kinds: chat, messaging, email, voice");
            }
            command.pausedKinds |= 1 << kind.code();
        }
        JsonNode activity = frame.path("activity");
        if (!activity.isMissingNode() && !activity.isNull() && !activity.isTextual()) {
            return wrong("activity", "activity must be a text");
        }
        Bytes text = Bytes.of(activity.asText(""));
        if (text.length() > SetAgentAvailability.MAX_ACTIVITY_BYTES) {
            return wrong("activity", "activity is longer than " + SetAgentAvailability.MAX_ACTIVITY_BYTES + " bytes");
        }
        command.activity.set(text);
        return null;
    }

    /** Writes the same members into the object that the caller began. */
    static void write(int pausedKinds, Bytes activity, JsonWriter json) {
        json.name("paused").beginArray();
        for (ChannelKind kind : ChannelKind.values()) {
            if ((pausedKinds >> kind.code() & 1) == 1) {
                json.text(word(kind));
            }
        }
        json.endArray();
        json.name("activity").textOrNull(activity);
    }

    private static @Nullable ChannelKind kind(String name) {
        for (ChannelKind kind : ChannelKind.values()) {
            if (word(kind).equals(name)) {
                return kind;
            }
        }
        return null;
    }

    private static String word(ChannelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Problem wrong(String field, String sentence) {
        return Problem.of(ProblemType.INVALID_FIELD, field, sentence);
    }
}
