package io.strowger.verticles.config;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.PickConversation;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.simulation.VirtualRouter;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** An organization of conf/examples at work: its rules, the shipped models and the real router, with a clock that the test sets. */
final class ExampleCentre {
    private static final TextAnalyzer ANALYZER = InlineModels.builtin();
    private static final List<String> LABELS = Arrays.stream(Head.values())
            .flatMap(head -> ANALYZER.labels(head).stream())
            .distinct()
            .toList();
    private static final int ORGANIZATION = 0;

    private final VirtualRouter router;
    private final Names names;
    private final Happened happened;

    private ExampleCentre(String name, long now) {
        router = new VirtualRouter(now, RouterLimits.DEFAULT);
        Restart restart = new Restart();
        restart.labels.set(Bytes.of(String.join("\n", LABELS)));
        router.decide(RecordLayout.ENGINE, restart);
        accepted(router.decide(
                RecordLayout.ENGINE, configured(OrganizationFiles.read(Path.of("../conf/examples", name)))));
        names = Objects.requireNonNull(router.directory().organization(ORGANIZATION));
        happened = new Happened(names);
        router.listener(happened::hear);
    }

    /** The example of that name; its clock stands at that instant, such as {@code 2027-03-01T09:00:00Z}. */
    static ExampleCentre of(String name, String instant) {
        return new ExampleCentre(name, ChronoUnit.NANOS.between(Instant.EPOCH, Instant.parse(instant)));
    }

    private static Configure configured(OrganizationConfiguration organization) {
        ByteWriter bytes = new ByteWriter(1 << 12, 1 << 24);
        ConfigurationCodec.write(organization, bytes);
        Configure configure = new Configure();
        configure.expectedVersion = 0;
        configure.configuration.set(bytes.array(), 0, bytes.position());
        return configure;
    }

    /** These agents connect and are available, in that order. */
    void logIn(String... agents) {
        for (String each : agents) {
            AgentConnection connection = new AgentConnection();
            connection.agent.set(Bytes.of(each));
            connection.connected = true;
            done(connection);
            SetAgentStatus status = new SetAgentStatus();
            status.agent.set(Bytes.of(each));
            status.status = AgentStatus.AVAILABLE;
            done(status);
        }
    }

    /** A message without a contact; attributes are keys and values in turns. Returns its conversation. */
    long write(String conversation, String channel, String text, String... attributes) {
        return writeAs("", conversation, channel, text, attributes);
    }

    /** The same from a contact of that tier. */
    long writeAs(String tier, String conversation, String channel, String text, String... attributes) {
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of(channel));
        message.conversationKey.set(Bytes.of(conversation));
        message.contactTier.set(Bytes.of(tier));
        message.text.set(Bytes.of(text));
        ByteWriter given = new ByteWriter(64, 1 << 16);
        for (String each : attributes) {
            given.writeText(each);
        }
        message.attributes.set(given.array(), 0, given.position());
        return accepted(router.decide(ORGANIZATION, message, 1, understood(message.text))).conversation;
    }

    private Analysis understood(Bytes text) {
        Analysis found = new Analysis();
        ANALYZER.fork().analyze(text.array(), text.offset(), text.length(), found);
        Analysis numbered = new Analysis();
        for (Head head : Head.values()) {
            if (found.label(head) != Analysis.NONE) {
                String label = ANALYZER.labels(head).get(found.label(head));
                numbered.set(head, router.directory().labels().number(label), found.confidence(head));
            }
        }
        numbered.sentimentScore(found.sentimentScore());
        return numbered;
    }

    /** Lets time pass, and the clock tick whenever something is due. */
    void pass(String time) {
        long end = router.now() + Durations.parse(time).toNanos();
        while (router.nextDeadline() <= end) {
            router.moveTo(router.nextDeadline());
            router.tick();
        }
        router.moveTo(end);
    }

    void accept(String agent, long conversation) {
        done(answer(agent, conversation, true));
    }

    void decline(String agent, long conversation) {
        done(answer(agent, conversation, false));
    }

    private AnswerOffer answer(String agent, long conversation, boolean accepted) {
        AnswerOffer answer = new AnswerOffer();
        answer.agent.set(Bytes.of(agent));
        answer.offer = happened.to(conversation).offerTo(agent);
        answer.accepted = accepted;
        return answer;
    }

    /** The agent tells that the customer was answered. */
    void reply(String agent, long conversation) {
        NoteReply reply = new NoteReply();
        reply.agent.set(Bytes.of(agent));
        reply.conversation = conversation;
        done(reply);
    }

    /** The agent ends it, and the after-work as well. */
    void complete(String agent, long conversation) {
        CompleteConversation complete = new CompleteConversation();
        complete.agent.set(Bytes.of(agent));
        complete.conversation = conversation;
        done(complete);
        if (happened.to(conversation).state.equals("after-work")) {
            done(complete);
        }
    }

    /** The agent picks the first one of a queue; returns which. */
    long pickFrom(String queue, String agent) {
        PickConversation pick = new PickConversation();
        pick.agent.set(Bytes.of(agent));
        pick.queue.set(Bytes.of(queue));
        return accepted(router.decide(ORGANIZATION, pick)).conversation;
    }

    /** How the conversation stands. */
    Happened.Story of(long conversation) {
        return happened.to(conversation);
    }

    private void done(Command command) {
        accepted(router.decide(ORGANIZATION, command));
    }

    private static Decision accepted(Decision decision) {
        if (decision.outcome != Outcome.DONE && decision.outcome != Outcome.UNCHANGED) {
            throw new AssertionError(decision.outcome + ": " + decision.detail);
        }
        return decision;
    }
}
