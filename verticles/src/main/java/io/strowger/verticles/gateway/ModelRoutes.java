package io.strowger.verticles.gateway;

import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.ModelAssignment;
import io.strowger.models.ModelFormatException;
import io.strowger.models.registry.RegistryException;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.models.ModelService;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organization's models: shown, put in force, rolled back, shared with a candidate, compared in the shadow. Files of models
 * are large, so they are read on one thread of their own, which nothing else of the server waits for.
 */
final class ModelRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ModelRoutes.class);
    private static final String PATH = "/api/v1/models";
    private static final String JSON_TYPE = "application/json";
    private static final String THREAD = "strowger-models";
    private static final int OK = 200;

    private final WorkerExecutor files;
    private final GatewayDependencies dependencies;
    private final ModelService models;
    private final Requests requests;

    ModelRoutes(Vertx vertx, GatewayDependencies dependencies, Requests requests) {
        this.files = vertx.createSharedWorkerExecutor(THREAD, 1);
        this.dependencies = dependencies;
        this.models = dependencies.models();
        this.requests = requests;
    }

    void mount(Router router) {
        router.get(PATH).handler(context -> read(context, models::list));
        router.get(PATH + "/shadow").handler(context -> read(context, models::shadowReport));
        router.put(PATH + "/shadow")
                .handler(context ->
                        changeWith(context, (organization, body) -> models.shadow(organization, version(body))));
        router.delete(PATH + "/shadow")
                .handler(context -> change(context, organization -> models.shadow(organization, null)));
        router.put(PATH + "/split")
                .handler(context -> changeWith(
                        context, (organization, body) -> models.split(organization, version(body), share(body))));
        router.delete(PATH + "/split")
                .handler(context -> change(context, organization -> models.split(organization, null, 0)));
        router.post(PATH + "/rollback").handler(context -> change(context, models::rollback));
        router.get(PATH + "/:version")
                .handler(context ->
                        read(context, organization -> models.show(organization, context.pathParam("version"))));
        router.delete(PATH + "/:version")
                .handler(context ->
                        change(context, organization -> models.remove(organization, context.pathParam("version"))));
        router.post(PATH + "/:version/activate")
                .handler(context ->
                        change(context, organization -> models.activate(organization, context.pathParam("version"))));
    }

    private void read(RoutingContext context, Call call) {
        requests.authorized(context, Permission.READ, caller -> run(context, () -> call.of(organization(caller))));
    }

    private void change(RoutingContext context, Call call) {
        requests.authorized(context, Permission.CONFIGURE, caller -> run(context, () -> call.of(organization(caller))));
    }

    private void changeWith(RoutingContext context, CallWithBody call) {
        requests.authorized(
                context,
                Permission.CONFIGURE,
                caller -> BodyReader.read(
                        context.request(),
                        dependencies.settings().bodyLimitBytes(),
                        body -> run(context, () -> call.of(organization(caller), object(body)))));
    }

    private static String organization(Caller caller) {
        return caller.identity().organization();
    }

    private void run(RoutingContext context, Callable<JsonObject> work) {
        files.executeBlocking(work, false).onComplete(result -> {
            if (result.succeeded()) {
                context.response()
                        .setStatusCode(OK)
                        .putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE)
                        .end(result.result().toBuffer());
            } else {
                requests.refuse(context, problem(result.cause()));
            }
        });
    }

    private static Problem problem(Throwable cause) {
        if (cause instanceof ProblemException refused) {
            return refused.problem();
        }
        if (cause instanceof ModelFormatException) {
            return Problem.of(ProblemType.INVALID_MODEL, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof RegistryException refused) {
            ProblemType type = switch (refused.kind()) {
                case UNKNOWN -> ProblemType.NOT_FOUND;
                case CONFLICT -> ProblemType.CONFLICT;
                case INVALID -> ProblemType.INVALID_MODEL;
            };
            return Problem.of(type, String.valueOf(refused.getMessage()));
        }
        LOG.atError().setCause(cause).log("A request about models failed");
        return Problem.of(ProblemType.INTERNAL_ERROR, "the server failed on this request; its log says why");
    }

    private static JsonObject object(Buffer body) throws ProblemException {
        try {
            return body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw new ProblemException(Problem.of(ProblemType.MALFORMED_JSON, "the body is not a JSON object"));
        }
    }

    private static String version(JsonObject body) throws ProblemException {
        Object version = body.getValue("version");
        if (version instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new ProblemException(Problem.of(
                version == null ? ProblemType.MISSING_FIELD : ProblemType.INVALID_FIELD,
                "version",
                "version must be the version of a model, as GET " + PATH + " shows it"));
    }

    private static int share(JsonObject body) throws ProblemException {
        Object share = body.getValue("share");
        if (share instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return (int) Math.round(number.doubleValue() * ModelAssignment.ALL);
        }
        throw new ProblemException(Problem.of(
                share == null ? ProblemType.MISSING_FIELD : ProblemType.INVALID_FIELD,
                "share",
                "share must be a number from 0 to 1: the share of the conversations"));
    }

    private interface Call {
        JsonObject of(String organization) throws Exception;
    }

    private interface CallWithBody {
        JsonObject of(String organization, JsonObject body) throws Exception;
    }
}
