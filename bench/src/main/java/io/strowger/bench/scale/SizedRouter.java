package io.strowger.bench.scale;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.models.Analysis;

/**
 * A router of a size, and rounds of commands that leave it at that size: a message, an accepted offer, a completed
 * conversation. The routing itself is the engine's; a round allocates nothing. Belongs to one thread.
 */
public final class SizedRouter {
    /** Decisions of a round. */
    public static final int ROUND_DECISIONS = 3;

    private static final int ORGANIZATION = 0;
    private static final int MODEL_VERSION = 1;
    private static final int BUFFER_BYTES = 1 << 12;
    private static final long STEP_NANOS = 1_000_000;
    private static final long START_NANOS = 1_800_000_000_000_000_000L;
    private static final int IDEMPOTENCY_BYTES = 1 << 20;
    private static final int CLOSED_CONVERSATIONS = 1_000;

    /** Odd, so that the numbers of all signatures come in a scattered order. */
    private static final int SIGNATURE_STEP = 373;

    private final Size size;
    private final Work work;
    private final Router router;
    private final Bytes[] agents;
    private final long[] held;
    private final RecordWriter record = new RecordWriter();
    private final ByteWriter recordBytes = new ByteWriter(BUFFER_BYTES, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter commandBytes = new ByteWriter(BUFFER_BYTES, RecordLayout.MAX_RECORD_BYTES);
    private final Bytes command = new Bytes();
    private final ByteReader reader = new ByteReader();
    private final Analysis analysis = new Analysis();
    private final Decision decision = new Decision();
    private final ReceiveMessage message = new ReceiveMessage();
    private final AnswerOffer accept = new AnswerOffer();
    private final CompleteConversation complete = new CompleteConversation();
    private final byte[] text = new byte[3];
    private final byte[] id = new byte[Long.BYTES];
    private long now = START_NANOS;
    private long messages;
    private long offers;
    private int turn;

    /** Builds it up to its size; takes up to some seconds for large ones. */
    public SizedRouter(Size size, Work work) {
        this.size = size;
        this.work = work;
        router = new Router(
                new RouterLimits(IDEMPOTENCY_BYTES, Size.MOST_SIGNATURES, CLOSED_CONVERSATIONS),
                SizedOrganization.compiler());
        agents = new Bytes[size.agents()];
        held = new long[size.agents()];
        message.channel.set(Bytes.of(SizedOrganization.CHANNEL));
        message.text.set(text, 0, text.length);
        message.externalId.set(id, 0, id.length);
        message.contactId.set(id, 0, id.length);
        accept.accepted = true;
        configure();
        logIn();
        if (work == Work.BACKLOG) {
            occupyAll();
        }
        for (int waiting = 0; waiting < size.waiting(); waiting++) {
            arrive(waitingSignature());
            require(decision.state == RouteState.QUEUED, "a message was not queued: ");
        }
        for (int round = 0; round < size.signatures(); round++) {
            round();
        }
    }

    /** A round of {@link #ROUND_DECISIONS} decisions. Returns the conversation that was completed. */
    public long round() {
        return work == Work.BACKLOG ? takeFromBacklog() : routeAtOnce();
    }

    /** Conversations that wait, as many as wanted between two rounds. */
    public long waiting() {
        return router.waitingConversations();
    }

    /** Conversations that agents hold. */
    public long assigned() {
        return router.assignedConversations();
    }

    /** Conversations and agents that the router looked at so far, to bring the two together. */
    public long candidates() {
        return router.candidates();
    }

    private long takeFromBacklog() {
        int agent = turn++ % agents.length;
        arrive(signature(size.signatures()));
        long completed = held[agent];
        complete.agent.set(agents[agent]);
        complete.conversation = completed;
        decide(ORGANIZATION, complete);
        held[agent] = accept(agent);
        return completed;
    }

    private long routeAtOnce() {
        arrive(signature(size.signatures() / 2));
        int agent = decision.agent;
        require(agent >= 0, "nobody was asked: ");
        complete.agent.set(agents[agent]);
        complete.conversation = accept(agent);
        decide(ORGANIZATION, complete);
        return complete.conversation;
    }

    private void occupyAll() {
        for (int count = 0; count < agents.length; count++) {
            arrive(0);
            int agent = decision.agent;
            require(agent >= 0, "nobody was asked: ");
            held[agent] = accept(agent);
        }
    }

    private void arrive(int signature) {
        SizedOrganization.write(text, signature, (int) (messages % size.queues()));
        LittleEndian.putLong(id, 0, ++messages);
        decide(ORGANIZATION, message);
    }

    /** Accepts the last offer and returns its conversation. */
    private long accept(int agent) {
        accept.agent.set(agents[agent]);
        accept.offer = ++offers;
        decide(ORGANIZATION, accept);
        return decision.conversation;
    }

    private int waitingSignature() {
        return work == Work.BACKLOG
                ? signature(size.signatures())
                : signature(size.signatures() / 2) | 1 << SizedOrganization.MISSING_SKILL;
    }

    private int signature(int count) {
        return (int) (messages * SIGNATURE_STEP) & (count - 1);
    }

    private void configure() {
        ByteWriter encoded = new ByteWriter(BUFFER_BYTES, RecordLayout.MAX_RECORD_BYTES);
        ConfigurationCodec.write(SizedOrganization.configuration(size, work), encoded);
        Configure configure = new Configure();
        configure.configuration.set(encoded.array(), 0, encoded.position());
        decide(RecordLayout.ENGINE, configure);
    }

    private void logIn() {
        AgentConnection connection = new AgentConnection();
        connection.connected = true;
        SetAgentStatus status = new SetAgentStatus();
        status.status = AgentStatus.AVAILABLE;
        for (int agent = 0; agent < agents.length; agent++) {
            agents[agent] = Bytes.of(SizedOrganization.agent(agent));
            connection.agent.set(agents[agent]);
            status.agent.set(agents[agent]);
            decide(ORGANIZATION, connection);
            decide(ORGANIZATION, status);
        }
    }

    private void decide(int organization, Command what) {
        commandBytes.clear();
        what.write(commandBytes);
        command.set(commandBytes.array(), 0, commandBytes.position());
        now += STEP_NANOS;
        record.begin(recordBytes, router.lastSequence() + 1, now, what.kind(), organization, command);
        router.decide(what.kind(), organization, reader.wrap(command), MODEL_VERSION, analysis, record, decision);
        record.end();
        require(decision.outcome == Outcome.DONE, "a command was refused: ");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise + decision.outcome + " " + decision.detail + ", " + decision.state
                    + " at " + size + ", " + work);
        }
    }
}
