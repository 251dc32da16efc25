package io.strowger.verticles.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.channels.AttributesParser;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.Ids;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.projection.ConversationView;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * What the API says about a waiting conversation. The rules look again at its last message, which is read from the journal:
 * the routing state does not keep it. Belongs to one event loop.
 */
final class UpdateRoute {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MEMBERS = List.of("attributes", "priority", "reason");
    private static final int MAX_PRIORITY = 1_000;

    private final GatewayDependencies dependencies;
    private final Requests requests;
    private final WorkerExecutor workers;

    UpdateRoute(GatewayDependencies dependencies, Requests requests, WorkerExecutor workers) {
        this.dependencies = dependencies;
        this.requests = requests;
        this.workers = workers;
    }

    void mount(Router router) {
        router.patch("/api/v1/conversations/:id")
                .handler(context -> requests.authorized(
                        context, Permission.HANDLE_CONVERSATIONS, caller -> readBody(context, caller)));
    }

    private void readBody(RoutingContext context, Caller caller) {
        BodyReader.read(context.request(), dependencies.settings().bodyLimitBytes(), body -> {
            try {
                JsonNode json = ConversationRoutes.json(body);
                UpdateAttributes command = new UpdateAttributes();
                command.conversation = ConversationRoutes.conversation(context);
                read(json, command);
                ConversationRoutes.remark(context, json, command.postscript());
                requests.whenCurrent(() -> submit(context, caller, command));
            } catch (ProblemException e) {
                requests.refuse(context, e.problem());
            }
        });
    }

    /** Adds the last message, as the journal has it, and publishes. */
    private void submit(RoutingContext context, Caller caller, UpdateAttributes command) {
        ConversationView view = dependencies.live().conversation(caller.organization(), command.conversation);
        if (view == null || view.lastMessage().sequence() == 0) {
            requests.refuse(
                    context,
                    Problem.of(
                            ProblemType.NOT_FOUND,
                            "the organization has no conversation " + Ids.conversation(command.conversation)));
            return;
        }
        if (command.postscript().expectedVersion == 0) {
            // The rules must not look at a message that is the last no more.
            command.postscript().expectedVersion = view.sequence();
        }
        long sequence = view.lastMessage().sequence();
        workers.executeBlocking(() -> isRead(sequence, command), false)
                .onSuccess(found -> {
                    if (found) {
                        requests.submit(
                                context,
                                caller,
                                command,
                                decision -> ConversationRoutes.answer(context, decision, dependencies));
                    } else {
                        requests.refuse(
                                context,
                                Problem.of(
                                        ProblemType.CONFLICT,
                                        "the journal no longer has the conversation's last message, at which the rules"
                                                + " would have to look; park, move or assign it instead"));
                    }
                })
                .onFailure(context::fail);
    }

    private boolean isRead(long sequence, UpdateAttributes into) throws IOException {
        try (JournalReader reader = dependencies.engine().reader(sequence)) {
            RecordView record = new RecordView();
            if (!reader.next(record)
                    || record.sequence() != sequence
                    || record.commandKind() != CommandKind.RECEIVE_MESSAGE) {
                return false;
            }
            into.modelVersion = record.analysis(into.analysis);
            Bytes message = new Bytes();
            record.command(message);
            byte[] copy = message.toArray();
            into.message.read(new ByteReader().wrap(new Bytes().set(copy, 0, copy.length)));
            return true;
        }
    }

    private void read(JsonNode json, UpdateAttributes into) throws ProblemException {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                throw new ProblemException(Problem.of(
                        ProblemType.INVALID_FIELD,
                        name,
                        "a change has attributes, a priority and a reason, no " + name));
            }
        }
        JsonNode priority = json.path("priority");
        if (!priority.isMissingNode() && !priority.isNull()) {
            if (!priority.isInt() || priority.intValue() < 0 || priority.intValue() > MAX_PRIORITY) {
                throw new ProblemException(Problem.of(
                        ProblemType.INVALID_FIELD,
                        "priority",
                        "priority must be a number from 0 to " + MAX_PRIORITY + ", or null to leave it to the rules"));
            }
            into.priority = priority.intValue();
        }
        JsonNode attributes = json.path("attributes");
        if (attributes.isMissingNode() || attributes.isNull()) {
            return;
        }
        if (!attributes.isObject()) {
            throw new ProblemException(Problem.of(
                    ProblemType.INVALID_FIELD, "attributes", "attributes must be an object of names and values"));
        }
        AttributesParser parser = new AttributesParser(dependencies.limits());
        try (JsonParser tokens = JSON.treeAsTokens(attributes)) {
            tokens.nextToken();
            Problem problem = parser.read(tokens);
            if (problem != null) {
                throw new ProblemException(problem);
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.of(ProblemType.MALFORMED_JSON, "the attributes are not JSON"));
        }
        parser.pointAt(into.attributes);
    }
}
