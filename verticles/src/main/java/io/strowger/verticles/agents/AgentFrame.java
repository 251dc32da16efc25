package io.strowger.verticles.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.AwaitCustomer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.ConversationCommand;
import io.strowger.engine.command.CorrectAnalysis;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.command.PickConversation;
import io.strowger.engine.command.SetAgentAvailability;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.command.UnassignConversation;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.Ids;
import io.strowger.verticles.session.Availability;
import io.strowger.verticles.session.Corrections;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A frame that came from an agent: a command, or what is wrong with it.
 *
 * @param id the agent's name for the frame, which the answer repeats; null when it has none
 * @param command what to publish, null when there is a problem
 * @param acceptedOffer the offer that it accepts, {@link Frame#NO_OFFER} for anything else
 * @param problem null when there is a command or a question
 * @param waiting asks what there is to pick; then there is no command
 */
record AgentFrame(
        @Nullable String id,
        @Nullable Command command,
        long acceptedOffer,
        @Nullable Problem problem,
        @Nullable WaitingFrame waiting) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_ID_CHARACTERS = 256;

    /** Reads a frame of the agent with that id. */
    static AgentFrame read(byte[] text, String agent) {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (IOException e) {
            return refused(null, Problem.of(ProblemType.MALFORMED_JSON, "the frame is not JSON"));
        }
        if (!frame.isObject()) {
            return refused(null, Problem.of(ProblemType.MALFORMED_JSON, "a frame is a JSON object"));
        }
        String id = frame.path("id").isValueNode() && !frame.path("id").isNull()
                ? frame.path("id").asText()
                : null;
        if (id != null && id.length() > MAX_ID_CHARACTERS) {
            return refused(
                    null,
                    Problem.of(
                            ProblemType.FIELD_TOO_LONG,
                            "id",
                            "id is longer than " + MAX_ID_CHARACTERS + " characters"));
        }
        AgentFrame read = switch (frame.path("type").asText()) {
            case "status" -> status(id, frame, agent);
            case "availability" -> availability(id, frame, agent);
            case "accept" -> answer(id, frame, agent, true);
            case "decline" -> answer(id, frame, agent, false);
            case "complete" -> complete(id, frame, agent);
            case "transfer" -> transfer(id, frame, agent);
            case "await" -> await(id, frame, agent);
            case "reply" -> reply(id, frame, agent);
            case "unassign" -> unassign(id, frame, agent);
            case "park" -> park(id, frame, agent);
            case "correct" -> correct(id, frame, agent);
            case "pick" -> pick(id, frame, agent);
            case "waiting" -> waiting(id, frame);
            default ->
                refused(
                        id,
                        Problem.of(
                                ProblemType.INVALID_FIELD,
                                "type",
                                "type must be status, availability, accept, decline, complete, transfer, await, reply, unassign,"
                                        + " park, correct, pick or waiting"));
        };
        if (read.command() instanceof ConversationCommand command) {
            Problem problem = FrameRemarks.read(frame, command.postscript());
            return problem == null ? read : refused(id, problem);
        }
        return read;
    }

    private static AgentFrame status(@Nullable String id, JsonNode frame, String agent) {
        SetAgentStatus command = new SetAgentStatus();
        command.agent.set(Bytes.of(agent));
        command.whenFree = frame.path("whenFree").asBoolean(false);
        switch (frame.path("status").asText().toLowerCase(Locale.ROOT)) {
            case "available" -> command.status = AgentStatus.AVAILABLE;
            case "away" -> command.status = AgentStatus.AWAY;
            case "draining" -> command.status = AgentStatus.DRAINING;
            case "offline" -> command.status = AgentStatus.OFFLINE;
            default -> {
                return refused(
                        id,
                        Problem.of(
                                ProblemType.INVALID_FIELD,
                                "status",
                                "status must be available, away, draining or offline"));
            }
        }
        return accepted(id, command);
    }

    private static AgentFrame availability(@Nullable String id, JsonNode frame, String agent) {
        SetAgentAvailability command = new SetAgentAvailability();
        command.agent.set(Bytes.of(agent));
        Problem problem = Availability.read(frame, command);
        return problem == null ? accepted(id, command) : refused(id, problem);
    }

    private static AgentFrame answer(@Nullable String id, JsonNode frame, String agent, boolean accepted) {
        long offer = Ids.parseOffer(frame.path("offer").asText());
        if (offer == Ids.INVALID) {
            return refused(
                    id, Problem.of(ProblemType.INVALID_FIELD, "offer", "offer must be an offer's id, as in o-3f"));
        }
        AnswerOffer command = new AnswerOffer();
        command.agent.set(Bytes.of(agent));
        command.offer = offer;
        command.accepted = accepted;
        Problem problem = accepted ? null : FrameRemarks.read(frame, command);
        if (problem != null) {
            return refused(id, problem);
        }
        return new AgentFrame(id, command, accepted ? offer : Frame.NO_OFFER, null, null);
    }

    private static AgentFrame complete(@Nullable String id, JsonNode frame, String agent) {
        CompleteConversation command = new CompleteConversation();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation(frame);
        return command.conversation == Ids.INVALID ? noConversation(id) : accepted(id, command);
    }

    private static AgentFrame transfer(@Nullable String id, JsonNode frame, String agent) {
        TransferConversation command = new TransferConversation();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation(frame);
        command.queue.set(Bytes.of(frame.path("queue").asText()));
        command.toAgent.set(Bytes.of(frame.path("agent").asText()));
        if (command.conversation == Ids.INVALID) {
            return noConversation(id);
        }
        if (command.queue.isEmpty() && command.toAgent.isEmpty()) {
            return refused(
                    id, Problem.of(ProblemType.MISSING_FIELD, "queue", "a transfer needs a queue, an agent, or both"));
        }
        return accepted(id, command);
    }

    private static AgentFrame reply(@Nullable String id, JsonNode frame, String agent) {
        NoteReply command = new NoteReply();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation(frame);
        return command.conversation == Ids.INVALID ? noConversation(id) : accepted(id, command);
    }

    private static AgentFrame await(@Nullable String id, JsonNode frame, String agent) {
        AwaitCustomer command = new AwaitCustomer();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation(frame);
        return command.conversation == Ids.INVALID ? noConversation(id) : accepted(id, command);
    }

    private static AgentFrame unassign(@Nullable String id, JsonNode frame, String agent) {
        UnassignConversation command = new UnassignConversation();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation(frame);
        return command.conversation == Ids.INVALID ? noConversation(id) : accepted(id, command);
    }

    private static AgentFrame park(@Nullable String id, JsonNode frame, String agent) {
        ParkConversation command = new ParkConversation();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation(frame);
        command.parked = frame.path("parked").asBoolean(true);
        return command.conversation == Ids.INVALID ? noConversation(id) : accepted(id, command);
    }

    /** One conversation, or, without one, the next of a queue or of all. */
    private static AgentFrame pick(@Nullable String id, JsonNode frame, String agent) {
        PickConversation command = new PickConversation();
        command.agent.set(Bytes.of(agent));
        command.queue.set(Bytes.of(frame.path("queue").asText()));
        if (frame.has("conversation")) {
            command.conversation = conversation(frame);
        }
        return command.conversation == Ids.INVALID && frame.has("conversation")
                ? noConversation(id)
                : accepted(id, command);
    }

    private static AgentFrame waiting(@Nullable String id, JsonNode frame) {
        Problem problem = WaitingFrame.problem(frame);
        return problem == null
                ? new AgentFrame(id, null, Frame.NO_OFFER, null, WaitingFrame.of(id, frame))
                : refused(id, problem);
    }

    private static AgentFrame correct(@Nullable String id, JsonNode frame, String agent) {
        CorrectAnalysis command = new CorrectAnalysis();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation(frame);
        if (command.conversation == Ids.INVALID) {
            return noConversation(id);
        }
        Problem problem = Corrections.read(frame, command);
        return problem == null ? accepted(id, command) : refused(id, problem);
    }

    private static long conversation(JsonNode frame) {
        return Ids.parseConversation(frame.path("conversation").asText());
    }

    private static AgentFrame noConversation(@Nullable String id) {
        return refused(
                id,
                Problem.of(
                        ProblemType.INVALID_FIELD,
                        "conversation",
                        "conversation must be a conversation's id, as in c-3f"));
    }

    private static AgentFrame accepted(@Nullable String id, Command command) {
        return new AgentFrame(id, command, Frame.NO_OFFER, null, null);
    }

    private static AgentFrame refused(@Nullable String id, Problem problem) {
        return new AgentFrame(id, null, Frame.NO_OFFER, problem, null);
    }
}
