package io.strowger.verticles.demo;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision as people read it.
 *
 * @param language of the text, as analyzed
 * @param text what the customer wrote
 * @param queue where it went
 * @param rule by which rule, in words
 * @param intent label
 * @param intentConfidence a fraction
 * @param sentiment label
 * @param sentimentScore from -1 to 1
 * @param urgency label
 * @param priority 0 to 1000
 * @param state queued, offered and so on
 * @param agent who was asked or has it, null for nobody
 */
record DecisionPicture(
        String language,
        String text,
        String queue,
        String rule,
        String intent,
        double intentConfidence,
        String sentiment,
        double sentimentScore,
        String urgency,
        int priority,
        String state,
        @Nullable String agent) {
    private static final String NOTHING = "-";

    static DecisionPicture of(CustomerMessage message, JsonObject answer) {
        JsonObject analysis = answer.getJsonObject("analysis", new JsonObject());
        JsonObject route = answer.getJsonObject("route", new JsonObject());
        JsonObject sentiment = head(analysis, "sentiment");
        JsonObject intent = head(analysis, "intent");
        return new DecisionPicture(
                head(analysis, "language").getString("label", NOTHING),
                message.text(),
                text(route, "queue"),
                text(route, "rule"),
                intent.getString("label", NOTHING),
                intent.getDouble("confidence", 0.0),
                sentiment.getString("label", NOTHING),
                sentiment.getDouble("score", 0.0),
                head(analysis, "urgency").getString("label", NOTHING),
                route.getInteger("priority", 0),
                text(route, "state"),
                route.getString("agent"));
    }

    /** Why it went there, in a few words. */
    String reason() {
        return String.format(
                Locale.ROOT,
                "%s %.0f %%, %s %+.2f, %s urgency",
                intent,
                100 * intentConfidence,
                sentiment,
                sentimentScore,
                urgency);
    }

    private static JsonObject head(JsonObject analysis, String name) {
        JsonObject head = analysis.getJsonObject(name);
        return head == null ? new JsonObject() : head;
    }

    private static String text(JsonObject json, String name) {
        String value = json.getString(name);
        return value == null ? NOTHING : value;
    }
}
