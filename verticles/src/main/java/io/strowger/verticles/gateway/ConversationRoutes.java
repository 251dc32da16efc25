package io.strowger.verticles.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.channels.AnswerWriter;
import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.ConversationCommand;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Postscript;
import io.strowger.verticles.Ids;
import io.strowger.verticles.identity.Permission;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;

/** What the API may do with a conversation; see {@link ConversationCommands}. */
final class ConversationRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GatewayDependencies dependencies;
    private final Requests requests;

    ConversationRoutes(GatewayDependencies dependencies, Requests requests) {
        this.dependencies = dependencies;
        this.requests = requests;
    }

    void mount(Router router) {
        router.post("/api/v1/conversations/:id/:action")
                .handler(context -> requests.authorized(
                        context, Permission.HANDLE_CONVERSATIONS, caller -> readBody(context, caller)));
    }

    private void readBody(RoutingContext context, Caller caller) {
        BodyReader.read(context.request(), dependencies.settings().bodyLimitBytes(), body -> {
            try {
                JsonNode json = json(body);
                Command command = ConversationCommands.read(
                        context.pathParam("action"),
                        conversation(context),
                        json,
                        caller.identity().subject());
                if (command instanceof ConversationCommand about) {
                    remark(context, json, about.postscript());
                }
                requests.submit(context, caller, command, decision -> answer(context, decision, dependencies));
            } catch (ProblemException e) {
                requests.refuse(context, e.problem());
            }
        });
    }

    static long conversation(RoutingContext context) throws ProblemException {
        long conversation = Ids.parseConversation(context.pathParam("id"));
        if (conversation == Ids.INVALID) {
            throw new ProblemException(
                    Problem.of(ProblemType.NOT_FOUND, "the path has no conversation's id, as in c-3f"));
        }
        return conversation;
    }

    /** Takes over which version the request was made for, and why. */
    static void remark(RoutingContext context, JsonNode body, Postscript into) throws ProblemException {
        String header = context.request().getHeader(HttpHeaders.IF_MATCH);
        if (header != null) {
            long version = EntityTag.version(header, "conversation");
            if (version == 0) {
                throw new ProblemException(
                        Problem.of(ProblemType.STALE_VERSION, "no conversation ever has the version 0"));
            }
            into.expectedVersion = version == EntityTag.ANY ? 0 : version;
        }
        into.reason.set(ConversationCommands.text("reason", body));
    }

    static JsonNode json(Buffer body) throws ProblemException {
        if (body.length() == 0) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode node = JSON.readTree(body.getBytes());
            if (node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.of(ProblemType.MALFORMED_JSON, "the body is not JSON"));
        }
        throw new ProblemException(Problem.of(ProblemType.MALFORMED_JSON, "the body is not a JSON object"));
    }

    /** Says where a conversation stands after a command. */
    static void answer(RoutingContext context, Decision decision, GatewayDependencies dependencies) {
        JsonWriter json = new JsonWriter(512);
        json.beginObject();
        json.name("conversationId").id('c', decision.conversation);
        json.name("sequence").number(decision.sequence);
        json.name("version").number(decision.conversationVersion);
        json.name("changed").flag(decision.outcome == Outcome.DONE);
        json.name("route");
        AnswerWriter.writeRoute(decision, dependencies.engine().directory(), json);
        json.endObject();
        Responses.json(context.response(), 200, json);
    }
}
