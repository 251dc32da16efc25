package io.strowger.bench.recovery;

import io.strowger.bench.rig.Texts;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.HashState;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.command.Tick;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.pipeline.SteppedPipeline;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;

/**
 * Writes a journal as a day's work would: customers write, agents accept and complete, the clock ticks. All stages are the
 * engine's; time is made up. Belongs to one thread.
 */
final class JournalMaker implements Responder {
    private static final int ORGANIZATION = 0;
    private static final int RING_SIZE = 64;
    private static final int CONTACTS = 5_000;
    private static final int COMMANDS_A_FORCE = 1_024;
    private static final int MESSAGES_A_TICK = 16;
    private static final long STEP_NANOS = 5_000_000;
    private static final long START_NANOS = 1_800_000_000_000_000_000L;
    private static final long SEED = 1_891;

    private final OrganizationConfiguration organization;
    private final Texts texts = Texts.load(Texts.USUAL_BYTES, SEED);
    private final Decision answer = new Decision();
    private final ReceiveMessage message = new ReceiveMessage();
    private final AnswerOffer accept = new AnswerOffer();
    private final CompleteConversation complete = new CompleteConversation();
    private final Tick tick = new Tick();
    private long now = START_NANOS;
    private long written;

    private JournalMaker(OrganizationConfiguration organization) {
        this.organization = organization;
    }

    /**
     * Writes a journal of that many records or a few more.
     *
     * @param directory empty
     * @param organization with at least one channel
     */
    static WrittenJournal write(Path directory, OrganizationConfiguration organization, long records) {
        return new JournalMaker(organization).write(directory, records);
    }

    @Override
    public void answered(Decision decision, long decisionNanos, boolean durable, long token) {
        answer.copyFrom(decision);
    }

    private WrittenJournal write(Path directory, long records) {
        Journal journal = Journal.open(JournalConfig.in(directory));
        try (SteppedPipeline pipeline =
                new SteppedPipeline(journal, InlineModels.builtin(), RouterLimits.DEFAULT, () -> now, RING_SIZE)) {
            pipeline.configure(organization);
            organization.agents().forEach(agent -> logIn(pipeline, agent));
            Bytes[] channels = organization.channels().stream()
                    .map(ChannelConfiguration::id)
                    .map(Bytes::of)
                    .toArray(Bytes[]::new);
            for (int number = 0; written < records; number++) {
                message.channel.set(channels[number % channels.length]);
                handle(pipeline, number);
            }
            run(pipeline, RecordLayout.ENGINE, new HashState(), true);
            Recovered.State state = new Recovered.State(answer.sequence, answer.stateHash);
            return new WrittenJournal(directory, journal.durableSequence(), journal.usedBytes(), now, state);
        }
    }

    private void handle(SteppedPipeline pipeline, int number) {
        message.externalId.set(Bytes.of("message-" + number));
        message.contactId.set(Bytes.of("contact-" + number % CONTACTS));
        message.text.set(texts.text(number));
        run(pipeline, ORGANIZATION, message, false);
        if (answer.state == RouteState.OFFERED) {
            Bytes agent = Bytes.of(organization.agents().get(answer.agent).id());
            accept.agent.set(agent);
            accept.offer = answer.offer;
            accept.accepted = true;
            complete.agent.set(agent);
            complete.conversation = answer.conversation;
            run(pipeline, ORGANIZATION, accept, false);
            run(pipeline, ORGANIZATION, complete, false);
        }
        if (number % MESSAGES_A_TICK == 0) {
            run(pipeline, RecordLayout.ENGINE, tick, false);
        }
    }

    private void logIn(SteppedPipeline pipeline, AgentConfiguration agent) {
        AgentConnection connection = new AgentConnection();
        connection.agent.set(Bytes.of(agent.id()));
        connection.connected = true;
        run(pipeline, ORGANIZATION, connection, false);
        SetAgentStatus status = new SetAgentStatus();
        status.agent.set(Bytes.of(agent.id()));
        status.status = AgentStatus.AVAILABLE;
        run(pipeline, ORGANIZATION, status, false);
    }

    private void run(SteppedPipeline pipeline, int number, Command command, boolean last) {
        now += STEP_NANOS;
        long sequence = pipeline.publish(number, command, this, 0);
        if (sequence < 0) {
            throw new IllegalStateException(command.kind() + " was refused: " + sequence);
        }
        pipeline.analyze(sequence);
        pipeline.decide(sequence, true);
        pipeline.commit(sequence, last || sequence % COMMANDS_A_FORCE == 0);
        pipeline.complete(sequence, true);
        boolean mayChangeNothing = command.kind() == CommandKind.HASH_STATE || command.kind() == CommandKind.TICK;
        if (answer.outcome != Outcome.DONE && !mayChangeNothing) {
            throw new IllegalStateException(command.kind() + " ended as " + answer.outcome + " " + answer.detail);
        }
        written = Math.max(written, answer.sequence);
    }
}
