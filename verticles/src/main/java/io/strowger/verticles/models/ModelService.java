package io.strowger.verticles.models;

import io.strowger.engine.ModelAssignment;
import io.strowger.models.ModelFormatException;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelNotes;
import io.strowger.models.registry.ModelStore;
import io.strowger.models.registry.ModelsInUse;
import io.strowger.models.registry.OrganizationModels;
import io.strowger.models.registry.RegistryException;
import io.strowger.models.registry.RegistryException.Kind;
import io.strowger.models.registry.StoredModel;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes which models an organization uses. A change is checked first (every file of the model is read), takes effect in the
 * engine, and is durable when the call returns; if any of it fails, what was in use stays in use. Blocking, safe from any
 * thread; changes wait for one another, reads wait for nobody.
 */
public final class ModelService {
    private static final Logger LOG = LoggerFactory.getLogger(ModelService.class);

    private final ModelStore store;
    private final ModelsInUse inUse;
    private final BaseModel base;
    private final ModelUser user;

    ModelService(Path root, BaseModel base, ModelUser user) {
        this.store = new ModelStore(root);
        this.inUse = new ModelsInUse(root);
        this.base = base;
        this.user = user;
    }

    /** For a data directory whose server does not run; whoever changes something holds the registry's lock. */
    public static ModelService atRest(Path root, BaseModel base) {
        return new ModelService(root, base, ModelUser.NOBODY);
    }

    /**
     * Takes up what was in use when the server ended.
     *
     * @throws RegistryException whose message says which file is damaged and how to mend that
     */
    synchronized void restore() throws IOException, RegistryException {
        for (Map.Entry<String, OrganizationModels> each : inUse.read().entrySet()) {
            if (!user.knows(each.getKey())) {
                LOG.atWarn()
                        .addKeyValue("organization", each.getKey())
                        .log("Models are in use for an unknown organization");
                continue;
            }
            try {
                user.assign(each.getKey(), assignment(each.getValue()));
            } catch (ModelFormatException e) {
                throw new RegistryException(
                        Kind.INVALID,
                        e.getMessage() + ". It is in use for the organization " + each.getKey()
                                + ": './strowger models add' it again, or take another one with './strowger models rollback'"
                                + " or './strowger models activate default'");
            }
            try {
                startShadow(each.getKey(), each.getValue().shadow());
            } catch (ModelFormatException e) {
                LOG.atWarn().addKeyValue("organization", each.getKey()).log("No shadow runs: {}", e.getMessage());
            }
        }
    }

    /** The models that an organization may use, and which of them it uses. */
    public JsonObject list(String organization) throws IOException {
        return ModelsJson.list(organization, inUse.of(organization), base, store.list());
    }

    /** All that is known of a model. */
    public JsonObject show(String organization, String version) throws IOException, RegistryException {
        OrganizationModels models = inUse.of(organization);
        if (isDefault(version)) {
            return ModelsJson.base(models, base).put("labels", ModelsJson.labels(base.model()));
        }
        StoredModel stored = mine(organization, version);
        LinearModel model = store.load(stored.version());
        ModelNotes notes = store.notes(stored.version());
        return ModelsJson.model(models, stored)
                .put("labels", ModelsJson.labels(model))
                .put("metrics", ModelsJson.metrics(notes))
                .put("card", notes.card());
    }

    /** Puts a model in force. */
    public synchronized JsonObject activate(String organization, String version) throws IOException, RegistryException {
        OrganizationModels before = inUse.of(organization);
        return change(organization, before, before.activate(resolved(organization, version)));
    }

    /** Puts the model in force that was before. */
    public synchronized JsonObject rollback(String organization) throws IOException, RegistryException {
        OrganizationModels before = inUse.of(organization);
        OrganizationModels after = before.rollback();
        while (after != null && (isGone(after.active()) || after.active().equals(before.active()))) {
            after = after.rollback();
        }
        if (after == null) {
            throw new RegistryException(
                    Kind.CONFLICT,
                    "there is nothing to go back to: no other model was in force before " + before.active());
        }
        return change(organization, before, after);
    }

    /** Has a model analyze a share of the conversations, in ten-thousandths; null for none. */
    public synchronized JsonObject split(String organization, @Nullable String version, int share)
            throws IOException, RegistryException {
        OrganizationModels before = inUse.of(organization);
        String candidate = version == null ? null : resolved(organization, version);
        if (candidate != null && candidate.equals(before.active())) {
            throw new RegistryException(
                    Kind.CONFLICT, "the model " + candidate + " is in force, so all conversations are its own already");
        }
        if (share < 0 || share > ModelAssignment.ALL) {
            throw new RegistryException(Kind.INVALID, "a share is from 0 to 1");
        }
        return change(organization, before, before.split(candidate, share));
    }

    /** Has a model analyze every message once more, for comparison; null for none. */
    public synchronized JsonObject shadow(String organization, @Nullable String version)
            throws IOException, RegistryException {
        OrganizationModels before = inUse.of(organization);
        String shadow = version == null ? null : resolved(organization, version);
        OrganizationModels after = before.shadow(shadow);
        startShadow(organization, shadow);
        try {
            inUse.put(organization, after);
        } catch (IOException e) {
            startShadow(organization, before.shadow());
            throw e;
        }
        return ModelsJson.change(organization, before, after, base, List.of());
    }

    /**
     * What the model in the shadow says otherwise than the one in force.
     *
     * @throws RegistryException when none runs
     */
    public JsonObject shadowReport(String organization) throws IOException, RegistryException {
        ShadowReport report = user.shadowReport(organization);
        if (report == null) {
            String shadow = inUse.of(organization).shadow();
            throw new RegistryException(
                    Kind.CONFLICT,
                    shadow == null
                            ? "no model runs in the shadow; './strowger models shadow VERSION' starts one"
                            : "the model " + shadow + " runs in the shadow as soon as the server does");
        }
        return report.toJson();
    }

    /** Deletes a model that nobody uses. */
    public synchronized JsonObject remove(String organization, String version) throws IOException, RegistryException {
        StoredModel stored = mine(organization, version);
        for (Map.Entry<String, OrganizationModels> each : inUse.read().entrySet()) {
            if (each.getValue().uses(stored.version())) {
                throw new RegistryException(
                        Kind.CONFLICT,
                        "the model " + stored.version() + " is in use for the organization " + each.getKey()
                                + "; activate another one first, or end its split or shadow");
            }
        }
        store.remove(stored.version());
        LOG.atInfo().addKeyValue("model", stored.version()).log("A model was removed");
        return new JsonObject().put("removed", stored.version());
    }

    private JsonObject change(String organization, OrganizationModels before, OrganizationModels after)
            throws IOException, RegistryException {
        user.assign(organization, assignment(after));
        try {
            inUse.put(organization, after);
        } catch (IOException e) {
            user.assign(organization, assignment(before));
            throw e;
        }
        LOG.atInfo()
                .addKeyValue("organization", organization)
                .addKeyValue("model", after.active())
                .addKeyValue("before", before.active())
                .addKeyValue("candidate", after.candidate())
                .log("The models in use changed");
        List<String> warnings = new ArrayList<>();
        if (!before.routesBy(after.active())) {
            warnings.addAll(user.warnings(organization, model(after.active())));
        }
        if (after.candidate() != null && !before.routesBy(after.candidate())) {
            warnings.addAll(user.warnings(organization, model(after.candidate())));
        }
        return ModelsJson.change(organization, before, after, base, warnings);
    }

    private void startShadow(String organization, @Nullable String version) throws IOException {
        user.shadow(organization, version == null ? null : model(version));
    }

    private @Nullable ModelAssignment assignment(OrganizationModels models) throws IOException {
        String candidate = models.candidate();
        if (candidate == null && models.active().equals(OrganizationModels.DEFAULT)) {
            return null;
        }
        TextAnalyzer second = candidate == null ? null : user.analyzer(model(candidate));
        return new ModelAssignment(user.analyzer(model(models.active())), second, models.candidateShare());
    }

    private LinearModel model(String version) throws IOException {
        return version.equals(OrganizationModels.DEFAULT) ? base.model() : store.load(version);
    }

    private String resolved(String organization, String version) throws IOException, RegistryException {
        return isDefault(version)
                ? OrganizationModels.DEFAULT
                : mine(organization, version).version();
    }

    private boolean isDefault(String version) {
        return version.equals(OrganizationModels.DEFAULT)
                || version.equals(base.model().version());
    }

    /** Whether a model was removed meanwhile. */
    private boolean isGone(String version) {
        return !isDefault(version) && !store.has(version);
    }

    /** A model that the organization may use: another organization's own looks as if it were not there. */
    private StoredModel mine(String organization, String version) throws IOException, RegistryException {
        StoredModel stored = store.find(version);
        if (!stored.isFor(organization)) {
            throw new RegistryException(
                    Kind.UNKNOWN,
                    "there is no model '" + version + "'; './strowger models list' shows those that there are");
        }
        return stored;
    }
}
