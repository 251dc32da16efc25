package io.strowger.verticles.models;

import io.strowger.engine.ModelAssignment;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelNotes;
import io.strowger.models.registry.OrganizationModels;
import io.strowger.models.registry.StoredModel;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API and the command line say of models. */
public final class ModelsJson {
    private ModelsJson() {}

    static JsonObject list(String organization, OrganizationModels inUse, BaseModel base, List<StoredModel> stored) {
        JsonArray models = new JsonArray().add(base(inUse, base));
        for (StoredModel model : stored) {
            if (model.isFor(organization)) {
                models.add(model(inUse, model));
            }
        }
        JsonArray history = new JsonArray();
        inUse.history().forEach(version -> history.add(named(version, base)));
        return new JsonObject()
                .put("organization", organization)
                .put("inForce", named(inUse.active(), base))
                .put("split", split(inUse, base))
                .put("shadow", inUse.shadow() == null ? null : named(inUse.shadow(), base))
                .put("history", history)
                .put("models", models);
    }

    static JsonObject base(OrganizationModels inUse, BaseModel base) {
        LinearModel model = base.model();
        Map<String, Integer> heads = new LinkedHashMap<>();
        model.tasks().forEach(task -> heads.put(task, model.labels(task).size()));
        return new JsonObject()
                .put("version", model.version())
                .put("default", true)
                .put("inUse", inUse(inUse, OrganizationModels.DEFAULT))
                .put("heads", heads(heads))
                .put("origin", new JsonArray().add(base.origin()))
                .putNull("organization")
                .putNull("added")
                .putNull("problem");
    }

    /** A model of the registry that is in use or not. */
    static JsonObject model(OrganizationModels inUse, StoredModel model) {
        return stored(model).put("inUse", inUse(inUse, model.version()));
    }

    /** A model of the registry. */
    public static JsonObject stored(StoredModel model) {
        return new JsonObject()
                .put("version", model.version())
                .put("default", false)
                .put("inUse", new JsonArray())
                .put("heads", heads(model.heads()))
                .put("origin", new JsonArray(List.copyOf(model.origin())))
                .put("organization", orNull(model.organization()))
                .put("added", orNull(model.added()))
                .put("problem", orNull(model.problem()));
    }

    static JsonObject change(
            String organization,
            OrganizationModels before,
            OrganizationModels after,
            BaseModel base,
            List<String> warnings) {
        return new JsonObject()
                .put("organization", organization)
                .put("inForce", named(after.active(), base))
                .put("before", named(before.active(), base))
                .put("changed", !before.equals(after))
                .put("split", split(after, base))
                .put("shadow", after.shadow() == null ? null : named(after.shadow(), base))
                .put("warnings", new JsonArray(List.copyOf(warnings)));
    }

    static JsonObject labels(LinearModel model) {
        JsonObject labels = new JsonObject();
        model.tasks().forEach(task -> labels.put(task, new JsonArray(model.labels(task))));
        return labels;
    }

    static @Nullable JsonObject metrics(ModelNotes notes) {
        try {
            return notes.metrics().isEmpty() ? null : new JsonObject(notes.metrics());
        } catch (DecodeException notJson) {
            return new JsonObject().put("text", notes.metrics());
        }
    }

    private static JsonArray inUse(OrganizationModels inUse, String version) {
        JsonArray uses = new JsonArray();
        if (inUse.active().equals(version)) {
            uses.add("in force");
        }
        if (version.equals(inUse.candidate())) {
            uses.add("split");
        }
        if (version.equals(inUse.shadow())) {
            uses.add("shadow");
        }
        return uses;
    }

    private static JsonObject heads(Map<String, Integer> heads) {
        JsonObject json = new JsonObject();
        heads.forEach(json::put);
        return json;
    }

    private static @Nullable JsonObject split(OrganizationModels models, BaseModel base) {
        return models.candidate() == null
                ? null
                : new JsonObject()
                        .put("version", named(models.candidate(), base))
                        .put("share", (double) models.candidateShare() / ModelAssignment.ALL);
    }

    private static String named(String version, BaseModel base) {
        return version.equals(OrganizationModels.DEFAULT) ? base.model().version() : version;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
