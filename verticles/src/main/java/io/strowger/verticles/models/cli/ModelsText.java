package io.strowger.verticles.models.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what the API says in JSON. */
final class ModelsText {
    private static final String NOTHING = "-";

    private ModelsText() {}

    static void list(JsonObject list, PrintStream out) {
        List<JsonObject> models = objects(list.getJsonArray("models"));
        out.printf("models of the organization %s%n", list.getString("organization"));
        out.printf("  %-16s  %-10s  %-20s  %s%n", "VERSION", "USE", "ADDED", "HEADS");
        for (JsonObject model : models) {
            String problem = model.getString("problem");
            out.printf(
                    "  %-16s  %-10s  %-20s  %s%n",
                    model.getString("version"),
                    orNothing(words(model.getJsonArray("inUse"))),
                    added(model),
                    problem == null ? heads(model) : "DAMAGED: " + problem);
        }
        JsonObject split = list.getJsonObject("split");
        if (split != null) {
            out.printf("  %s of the conversations go to %s%n", percent(split), split.getString("version"));
        }
    }

    static void model(JsonObject model, PrintStream out) {
        row("version", model.getString("version"), out);
        row("use", orNothing(words(model.getJsonArray("inUse"))), out);
        row("added", added(model), out);
        if (model.getString("organization") != null) {
            row("own of", model.getString("organization"), out);
        }
        objectsOrTexts(model.getJsonArray("origin")).forEach(part -> row("from", part, out));
        JsonObject labels = model.getJsonObject("labels", new JsonObject());
        for (String head : model.getJsonObject("heads").fieldNames()) {
            row(
                    head,
                    model.getJsonObject("heads").getInteger(head) + " labels: "
                            + String.join(" ", objectsOrTexts(labels.getJsonArray(head, new JsonArray()))),
                    out);
        }
        JsonObject metrics = model.getJsonObject("metrics");
        if (metrics != null) {
            row("metrics", metrics.encode(), out);
        }
        String card = model.getString("card", "");
        if (!card.isEmpty()) {
            out.println();
            out.print(card.endsWith("\n") ? card : card + "\n");
        }
    }

    static void change(JsonObject change, PrintStream out, PrintStream err) {
        objectsOrTexts(change.getJsonArray("warnings")).forEach(warning -> err.println("warning: " + warning));
        String organization = change.getString("organization");
        String inForce = change.getString("inForce");
        String before = change.getString("before");
        out.printf(
                "%s is in force for the organization %s%s%n",
                inForce, organization, inForce.equals(before) ? "" : ", before it was " + before);
        JsonObject split = change.getJsonObject("split");
        if (split != null) {
            out.printf("%s of the conversations go to %s%n", percent(split), split.getString("version"));
        }
        if (change.getString("shadow") != null) {
            out.printf("%s runs in its shadow%n", change.getString("shadow"));
        }
    }

    static void shadow(JsonObject report, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%s in the shadow since %s: %,d messages compared, %,d records passed over%n",
                report.getString("shadow"),
                report.getString("since"),
                report.getLong("compared"),
                report.getLong("skippedRecords"));
        if (report.getString("problem") != null) {
            out.println("  " + report.getString("problem"));
        }
        for (JsonObject head : objects(report.getJsonArray("heads"))) {
            out.printf(
                    Locale.ROOT,
                    "  %-10s %,d of %,d answers differ (%.1f %%)%n",
                    head.getString("head"),
                    head.getLong("disagreed"),
                    head.getLong("answered"),
                    100 * head.getDouble("share"));
            for (JsonObject pair : objects(head.getJsonArray("pairs"))) {
                out.printf(
                        Locale.ROOT,
                        "    %,8d  %s, the shadow says %s%n",
                        pair.getLong("count"),
                        pair.getString("inForce"),
                        pair.getString("shadow"));
            }
            if (head.getInteger("morePairs") > 0) {
                out.printf("              and %d other pairs%n", head.getInteger("morePairs"));
            }
        }
    }

    static String heads(JsonObject model) {
        JsonObject heads = model.getJsonObject("heads");
        return heads.fieldNames().stream()
                .map(head -> head + " " + heads.getInteger(head))
                .collect(Collectors.joining(", "));
    }

    private static String added(JsonObject model) {
        if (model.getBoolean("default", false)) {
            return "the default";
        }
        String added = model.getString("added");
        return added == null ? NOTHING : added.substring(0, Math.min(19, added.length())) + "Z";
    }

    private static String percent(JsonObject split) {
        return String.format(Locale.ROOT, "%.4g", 100 * split.getDouble("share"))
                        .replaceAll("\\.?0+$", "") + " %";
    }

    private static void row(String name, String value, PrintStream out) {
        out.printf("%-10s %s%n", name, value);
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    private static String words(JsonArray array) {
        return String.join(", ", objectsOrTexts(array));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> objectsOrTexts(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }
}
