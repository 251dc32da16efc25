package io.strowger.verticles.gateway;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.channels.ProblemWriter;
import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.Names;
import io.strowger.verticles.config.ConfigException;
import io.strowger.verticles.config.ConfigProblem;
import io.strowger.verticles.config.OrganizationDocument;
import io.strowger.verticles.config.OrganizationWriter;
import io.strowger.verticles.identity.Permission;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organization's configuration: read as a whole with its version, replaced as a whole by one journalled command. It is
 * parsed and checked on a worker thread, because compiling rules takes milliseconds.
 */
final class ConfigurationRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationRoutes.class);
    private static final String PATH = "/api/v1/configuration";
    private static final String JSON_TYPE = "application/json";
    private static final String YAML_TYPE = "application/yaml";
    private static final int LIMIT_BYTES = 8 << 20;
    private final Vertx vertx;
    private final GatewayDependencies dependencies;
    private final Requests requests;

    ConfigurationRoutes(Vertx vertx, GatewayDependencies dependencies, Requests requests) {
        this.vertx = vertx;
        this.dependencies = dependencies;
        this.requests = requests;
    }

    void mount(Router router) {
        router.get(PATH)
                .handler(context -> requests.authorized(context, Permission.READ, caller -> show(context, caller)));
        router.put(PATH)
                .handler(context ->
                        requests.authorized(context, Permission.CONFIGURE, caller -> replace(context, caller)));
    }

    private static void show(RoutingContext context, Caller caller) {
        Names names = caller.names();
        boolean yaml = MediaTypes.isYaml(context.request().getHeader(HttpHeaders.ACCEPT));
        context.response()
                .putHeader(HttpHeaders.ETAG, EntityTag.of(names.version()))
                .putHeader(HttpHeaders.CONTENT_TYPE, yaml ? YAML_TYPE : JSON_TYPE)
                .end(
                        yaml
                                ? OrganizationWriter.yaml(names.configuration())
                                : OrganizationWriter.json(names.configuration()));
    }

    private void replace(RoutingContext context, Caller caller) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean yaml = MediaTypes.isYaml(type);
        if (!yaml && !MediaTypes.isJson(type)) {
            requests.refuse(
                    context,
                    Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "a configuration is sent as " + JSON_TYPE + " or " + YAML_TYPE));
            return;
        }
        try {
            long expected = expectedVersion(context.request().getHeader(HttpHeaders.IF_MATCH));
            BodyReader.read(context.request(), LIMIT_BYTES, body -> check(context, caller, yaml, expected, body));
        } catch (ProblemException e) {
            requests.refuse(context, e.problem());
        }
    }

    private void check(RoutingContext context, Caller caller, boolean yaml, long expected, Buffer body) {
        vertx.executeBlocking(() -> checked(caller, yaml, body)).onComplete(result -> {
            if (result.succeeded()) {
                configure(context, result.result(), expected);
            } else if (result.cause() instanceof ConfigException refused) {
                refuse(context, refused.problems());
            } else if (result.cause() instanceof ProblemException refused) {
                requests.refuse(context, refused.problem());
            } else {
                LOG.atError().setCause(result.cause()).log("A configuration could not be checked");
                requests.refuse(
                        context,
                        Problem.of(ProblemType.INTERNAL_ERROR, "the server failed on this request; its log says why"));
            }
        });
    }

    /** On a worker thread. */
    private OrganizationDocument checked(Caller caller, boolean yaml, Buffer body) throws ProblemException {
        String text = text(body);
        OrganizationDocument document =
                yaml ? OrganizationDocument.yaml(text, "body") : OrganizationDocument.json(text, "body");
        String id = document.configuration().id();
        if (!id.equals(caller.identity().organization())) {
            throw new ConfigException(new ConfigProblem(
                    document.place("id").toString(),
                    "id",
                    "it is " + id + ", but the token is for "
                            + caller.identity().organization()));
        }
        List<ConfigProblem> problems = dependencies.check().apply(document);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return document;
    }

    private static String text(Buffer body) throws ProblemException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_UTF8, "the body is not valid UTF-8"));
        }
    }

    private void configure(RoutingContext context, OrganizationDocument document, long expected) {
        requests.finish(
                context,
                dependencies.engine().configure(document.configuration(), expected),
                decision -> answer(context, decision));
    }

    private static void answer(RoutingContext context, Decision decision) {
        JsonWriter json = new JsonWriter(64);
        json.beginObject().name("version").number(decision.version);
        json.name("sequence").number(decision.sequence).endObject();
        context.response().putHeader(HttpHeaders.ETAG, EntityTag.of(decision.version));
        Responses.json(context.response(), 200, json);
    }

    private static void refuse(RoutingContext context, List<ConfigProblem> problems) {
        JsonWriter json = new JsonWriter(1 << 10);
        json.beginObject();
        ProblemWriter.writeMembers(
                Problem.of(
                        ProblemType.INVALID_CONFIGURATION,
                        "nothing was changed; "
                                + (problems.size() == 1
                                        ? "there is 1 problem"
                                        : "there are " + problems.size() + " problems")),
                json);
        json.name("problems").beginArray();
        for (ConfigProblem problem : problems) {
            json.beginObject();
            json.name("where").text(problem.where());
            json.name("path").text(problem.path());
            json.name("message").text(problem.message());
            json.endObject();
        }
        json.endArray().endObject();
        Responses.problem(context.response(), ProblemType.INVALID_CONFIGURATION, json);
    }

    private static long expectedVersion(@Nullable String header) throws ProblemException {
        if (header == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "the request needs the header If-Match with the ETag that was read, or * for whichever is there"));
        }
        return EntityTag.version(header, "configuration");
    }
}
