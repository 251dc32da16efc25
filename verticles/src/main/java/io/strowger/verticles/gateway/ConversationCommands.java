package io.strowger.verticles.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.AssignConversation;
import io.strowger.engine.command.AwaitCustomer;
import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.CorrectAnalysis;
import io.strowger.engine.command.CustomerPresence;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.command.PickConversation;
import io.strowger.engine.command.ScheduleConversation;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.command.UnassignConversation;
import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.session.Corrections;
import io.strowger.verticles.session.Instants;
import org.jspecify.annotations.Nullable;

/** Reads what the API tells a conversation to do. Stateless: any thread. */
final class ConversationCommands {
    private ConversationCommands() {}

    /**
     * The command of a request.
     *
     * @param by the subject of the token
     * @throws ProblemException when there is no such action or its fields are wrong
     */
    static Command read(@Nullable String action, long conversation, JsonNode body, String by) throws ProblemException {
        switch (String.valueOf(action)) {
            case "complete" -> {
                CompleteConversation complete = new CompleteConversation();
                complete.conversation = conversation;
                return complete;
            }
            case "cancel" -> {
                CancelConversation cancel = new CancelConversation();
                cancel.conversation = conversation;
                return cancel;
            }
            case "park", "resume" -> {
                ParkConversation park = new ParkConversation();
                park.conversation = conversation;
                park.parked = "park".equals(action);
                return park;
            }
            case "await" -> {
                AwaitCustomer await = new AwaitCustomer();
                await.conversation = conversation;
                return await;
            }
            case "reply" -> {
                NoteReply reply = new NoteReply();
                reply.conversation = conversation;
                return reply;
            }
            case "unassign" -> {
                UnassignConversation unassign = new UnassignConversation();
                unassign.conversation = conversation;
                return unassign;
            }
            case "assign" -> {
                AssignConversation assign = new AssignConversation();
                assign.conversation = conversation;
                assign.toAgent.set(text("agent", body));
                assign.by.set(Bytes.of(by));
                if (assign.toAgent.isEmpty()) {
                    throw new ProblemException(Problem.of(
                            ProblemType.MISSING_FIELD, "agent", "an assignment needs the agent who gets it"));
                }
                return assign;
            }
            case "pick" -> {
                return pick(conversation, body, by);
            }
            case "schedule" -> {
                ScheduleConversation schedule = new ScheduleConversation();
                schedule.conversation = conversation;
                schedule.startAt = instant("startAt", body);
                schedule.manual = body.path("manual").asBoolean(false);
                return schedule;
            }
            case "leave", "return" -> {
                CustomerPresence presence = new CustomerPresence();
                presence.conversation = conversation;
                presence.present = "return".equals(action);
                return presence;
            }
            case "correct" -> {
                CorrectAnalysis correct = new CorrectAnalysis();
                correct.conversation = conversation;
                Problem problem = Corrections.read(body, correct);
                if (problem != null) {
                    throw new ProblemException(problem);
                }
                return correct;
            }
            case "transfer" -> {
                TransferConversation transfer = new TransferConversation();
                transfer.conversation = conversation;
                transfer.queue.set(text("queue", body));
                transfer.toAgent.set(text("agent", body));
                if (transfer.queue.isEmpty() && transfer.toAgent.isEmpty()) {
                    throw new ProblemException(Problem.of(
                            ProblemType.MISSING_FIELD, "queue", "a transfer needs a queue, an agent, or both"));
                }
                return transfer;
            }
            default ->
                throw new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "a conversation can be told to complete, cancel, transfer, await, reply, unassign, assign, pick,"
                                + " schedule, leave, return, park, resume or correct, nothing else"));
        }
    }

    /** An agent takes it; forced, a supervisor gives it to that agent whatever stands against it. */
    private static Command pick(long conversation, JsonNode body, String by) throws ProblemException {
        Bytes agent = text("agent", body);
        if (agent.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemType.MISSING_FIELD, "agent", "a pick needs the agent who takes it"));
        }
        JsonNode force = body.path("force");
        if (!force.isMissingNode() && !force.isBoolean()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_FIELD, "force", "force must be true or false"));
        }
        if (force.asBoolean(false)) {
            AssignConversation assign = new AssignConversation();
            assign.conversation = conversation;
            assign.toAgent.set(agent);
            assign.by.set(Bytes.of(by));
            return assign;
        }
        PickConversation pick = new PickConversation();
        pick.conversation = conversation;
        pick.agent.set(agent);
        return pick;
    }

    private static long instant(String field, JsonNode body) throws ProblemException {
        long instant = Instants.epochNanos(body.path(field).asText());
        if (instant == Instants.INVALID) {
            throw new ProblemException(Problem.of(
                    ProblemType.INVALID_FIELD,
                    field,
                    field + " must be an instant, as in 2026-11-21T08:00:00Z, before the year 2262"));
        }
        return instant;
    }

    static Bytes text(String field, JsonNode body) throws ProblemException {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return new Bytes();
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemType.INVALID_FIELD, field, field + " must be a string that is not empty"));
        }
        return Bytes.of(value.textValue());
    }
}
