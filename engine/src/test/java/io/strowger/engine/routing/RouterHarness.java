package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.AssignConversation;
import io.strowger.engine.command.AwaitCustomer;
import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.ConversationCommand;
import io.strowger.engine.command.CustomerPresence;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.command.PickConversation;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.ScheduleConversation;
import io.strowger.engine.command.SetAgentAvailability;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.command.Tick;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.command.UnassignConversation;
import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.rules.Condition;
import io.strowger.engine.rules.RuleCompiler;
import io.strowger.engine.rules.RuleSet;
import io.strowger.models.Analysis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A router with a clock of its own, and a second router that only ever applies the records of the first: after each one,
 * both must have the same state hash.
 */
final class RouterHarness {
    /** Rules whose condition is a word that the text must contain. */
    static final RuleCompiler WORDS = configuration -> {
        List<Condition> conditions = new ArrayList<>();
        configuration.rules().forEach(rule -> {
            if (rule.condition().isEmpty()) {
                throw new IllegalArgumentException("rule " + rule.id() + " has no condition");
            }
            conditions.add(input -> input.message().text.toText().contains(rule.condition()));
        });
        return new RuleSet(configuration, conditions);
    };

    final Router router;
    final Router replica;
    final List<EventKind> events = new ArrayList<>();
    final List<byte[]> records = new ArrayList<>();

    /** The state's hash after each record; 0 after one that was recovered. */
    final List<Long> hashes = new ArrayList<>();

    final Analysis analysis = new Analysis();
    long now = 1_800_000_000_000_000_000L;
    int organization;

    /** What the next commands say they were made for; 0 for any. */
    long expectedVersion;

    /** The reason that the next commands give. */
    String reason = "";

    /** Whether the clock ticks whenever something is due, before later commands. */
    boolean punctual;

    /** Hears of each command once it is decided. */
    Follower follower = (number, kind, bytes) -> {};

    private final RecordWriter record = new RecordWriter();
    private final ByteWriter recordBytes = new ByteWriter(1 << 12, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter commandBytes = new ByteWriter(1 << 10, RecordLayout.MAX_RECORD_BYTES);
    private final Bytes command = new Bytes();
    private final ByteReader reader = new ByteReader();

    RouterHarness() {
        this(RouterLimits.DEFAULT);
    }

    RouterHarness(RouterLimits limits) {
        this(limits, WORDS);
    }

    RouterHarness(RouterLimits limits, RuleCompiler compiler) {
        router = new Router(limits, compiler);
        replica = new Router(limits, compiler);
    }

    Decision decide(int number, Command what) {
        if (what instanceof ConversationCommand about) {
            about.postscript().expectedVersion = expectedVersion;
            about.postscript().reason.set(Bytes.of(reason));
        }
        if (punctual) {
            tickUntilNow();
        }
        commandBytes.clear();
        what.write(commandBytes);
        command.set(commandBytes.array(), 0, commandBytes.position());
        return decide(number, what.kind());
    }

    /** Decides the command of a record again, at the record's time. */
    void again(byte[] decided) {
        RecordView view = new RecordView().wrap(decided, 0);
        now = view.time();
        view.command(command);
        decide(view.organization(), view.commandKind());
    }

    /** Takes over a record of a journal. */
    void recover(byte[] durable) {
        RecordView view = new RecordView().wrap(durable, 0);
        now = view.time();
        router.apply(view);
        replica.apply(new RecordView().wrap(durable, 0));
        records.add(durable);
        hashes.add(0L);
    }

    /** Who hears of commands. */
    interface Follower {
        void decided(int number, CommandKind kind, byte[] command);
    }

    /** Decides a command by its bytes. */
    Decision decide(int number, CommandKind kind, byte[] bytes) {
        command.set(bytes, 0, bytes.length);
        return decide(number, kind);
    }

    private Decision decide(int number, CommandKind kind) {
        record.begin(recordBytes, router.lastSequence() + 1, now, kind, number, command);
        Decision decision = new Decision();
        router.decide(kind, number, reader.wrap(command), 1, analysis, record, decision);
        events.clear();
        if (record.hasEvents()) {
            int length = record.end();
            byte[] bytes = java.util.Arrays.copyOf(recordBytes.array(), length);
            RecordView view = new RecordView().wrap(bytes, 0);
            while (view.nextEvent()) {
                events.add(view.eventKind());
            }
            records.add(bytes);
            hashes.add(router.stateHash());
            replica.apply(new RecordView().wrap(bytes, 0));
            assertThat(replica.stateHash())
                    .as("hash after record %s", records.size())
                    .isEqualTo(hashes.get(hashes.size() - 1));
        }
        follower.decided(number, kind, command.toArray());
        return decision;
    }

    void pass(Duration time) {
        now += time.toNanos();
    }

    /** Lets time pass and the clock tick, once at every deadline in between. */
    void tickThrough(Duration time) {
        long end = now + time.toNanos();
        while (router.nextDeadline() <= end) {
            now = Math.max(now, router.nextDeadline());
            tick();
        }
        now = end;
        tick();
    }

    private void tickUntilNow() {
        long end = now;
        punctual = false;
        while (router.nextDeadline() <= end) {
            now = Math.max(router.lastTime(), router.nextDeadline());
            tick();
        }
        now = end;
        punctual = true;
    }

    Decision tick() {
        return decide(RecordLayout.ENGINE, new Tick());
    }

    Decision configure(OrganizationConfiguration configuration) {
        return configure(configuration, -1);
    }

    Decision configure(OrganizationConfiguration configuration, long expectedVersion) {
        ByteWriter out = new ByteWriter(1 << 10, 1 << 24);
        ConfigurationCodec.write(configuration, out);
        Configure configure = new Configure();
        configure.expectedVersion = expectedVersion;
        configure.configuration.set(out.array(), 0, out.position());
        return decide(RecordLayout.ENGINE, configure);
    }

    Decision restart(String... labels) {
        Restart restart = new Restart();
        restart.labels.set(Bytes.of(String.join("\n", labels)));
        return decide(RecordLayout.ENGINE, restart);
    }

    Decision message(String channel, String externalId, String conversation, String contact, String text) {
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of(channel));
        message.externalId.set(Bytes.of(externalId));
        message.conversationKey.set(Bytes.of(conversation));
        message.contactId.set(Bytes.of(contact));
        message.text.set(Bytes.of(text));
        return decide(organization, message);
    }

    /** A message of a conversation of that name on the channel {@code chat}. */
    Decision message(String conversation, String text) {
        return message("chat", "", conversation, "", text);
    }

    /** The same with an attribute. */
    Decision message(String conversation, String text, String key, String value) {
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of("chat"));
        message.conversationKey.set(Bytes.of(conversation));
        message.text.set(Bytes.of(text));
        ByteWriter out = new ByteWriter(64, 1 << 10);
        out.writeText(key).writeText(value);
        message.attributes.set(out.array(), 0, out.position());
        return decide(organization, message);
    }

    /** The deep tier's answer to a message: its text decides by the rules' words. */
    Decision reclassify(long conversation, long messageSequence, String text) {
        Reclassify command = new Reclassify();
        command.conversation = conversation;
        command.messageSequence = messageSequence;
        command.modelVersion = 7;
        command.message.text.set(Bytes.of(text));
        return decide(organization, command);
    }

    /** The API says more about a conversation, whose last message had that text. */
    Decision update(long conversation, int priority, String text, String... attributes) {
        UpdateAttributes command = new UpdateAttributes();
        command.conversation = conversation;
        command.priority = priority;
        command.modelVersion = 1;
        command.message.text.set(Bytes.of(text));
        ByteWriter out = new ByteWriter(64, 1 << 16);
        for (String each : attributes) {
            out.writeText(each);
        }
        command.attributes.set(out.array(), 0, out.position());
        return decide(organization, command);
    }

    Decision pick(String agent, long conversation) {
        PickConversation command = new PickConversation();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation;
        return decide(organization, command);
    }

    /** The agent takes the next one, from one queue or, with an empty name, from any. */
    Decision pickNext(String agent, String queue) {
        PickConversation command = new PickConversation();
        command.agent.set(Bytes.of(agent));
        command.queue.set(Bytes.of(queue));
        return decide(organization, command);
    }

    Decision status(String agent, AgentStatus status) {
        SetAgentStatus command = new SetAgentStatus();
        command.agent.set(Bytes.of(agent));
        command.status = status;
        return decide(organization, command);
    }

    Decision connection(String agent, boolean connected) {
        AgentConnection command = new AgentConnection();
        command.agent.set(Bytes.of(agent));
        command.connected = connected;
        return decide(organization, command);
    }

    /** Connects an agent and makes the agent available. */
    void logIn(String agent) {
        connection(agent, true);
        status(agent, AgentStatus.AVAILABLE);
    }

    Decision accept(String agent, long offer) {
        return answer(agent, offer, true);
    }

    Decision decline(String agent, long offer) {
        return answer(agent, offer, false);
    }

    private Decision answer(String agent, long offer, boolean accepted) {
        AnswerOffer command = new AnswerOffer();
        command.agent.set(Bytes.of(agent));
        command.offer = offer;
        command.accepted = accepted;
        return decide(organization, command);
    }

    Decision complete(String agent, long conversation) {
        CompleteConversation command = new CompleteConversation();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation;
        return decide(organization, command);
    }

    Decision cancel(long conversation) {
        CancelConversation command = new CancelConversation();
        command.conversation = conversation;
        return decide(organization, command);
    }

    Decision park(long conversation, boolean parked) {
        ParkConversation command = new ParkConversation();
        command.conversation = conversation;
        command.parked = parked;
        return decide(organization, command);
    }

    Decision transfer(String agent, long conversation, String queue, String toAgent) {
        TransferConversation command = new TransferConversation();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation;
        command.queue.set(Bytes.of(queue));
        command.toAgent.set(Bytes.of(toAgent));
        return decide(organization, command);
    }

    Decision awaitCustomer(String agent, long conversation) {
        AwaitCustomer command = new AwaitCustomer();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation;
        return decide(organization, command);
    }

    Decision reply(String agent, long conversation) {
        NoteReply command = new NoteReply();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation;
        return decide(organization, command);
    }

    Decision schedule(long conversation, long startAt, boolean manual) {
        ScheduleConversation command = new ScheduleConversation();
        command.conversation = conversation;
        command.startAt = startAt;
        command.manual = manual;
        return decide(organization, command);
    }

    Decision customer(long conversation, boolean present) {
        CustomerPresence command = new CustomerPresence();
        command.conversation = conversation;
        command.present = present;
        return decide(organization, command);
    }

    Decision statusWhenFree(String agent, AgentStatus status) {
        SetAgentStatus command = new SetAgentStatus();
        command.agent.set(Bytes.of(agent));
        command.status = status;
        command.whenFree = true;
        return decide(organization, command);
    }

    Decision availability(String agent, String activity, ChannelKind... paused) {
        SetAgentAvailability command = new SetAgentAvailability();
        command.agent.set(Bytes.of(agent));
        command.activity.set(Bytes.of(activity));
        for (ChannelKind kind : paused) {
            command.pausedKinds |= 1 << kind.code();
        }
        return decide(organization, command);
    }

    Decision unassign(String agent, long conversation) {
        UnassignConversation command = new UnassignConversation();
        command.agent.set(Bytes.of(agent));
        command.conversation = conversation;
        return decide(organization, command);
    }

    Decision assign(long conversation, String toAgent) {
        AssignConversation command = new AssignConversation();
        command.conversation = conversation;
        command.toAgent.set(Bytes.of(toAgent));
        command.by.set(Bytes.of("supervisor"));
        return decide(organization, command);
    }

    OrganizationState state() {
        return router.state().organization(organization);
    }

    ConversationState conversation(long id) {
        return state().conversation(id);
    }

    AgentState agent(String id) {
        return state().agents[state().names.agents().number(id)];
    }

    int agentNumber(String id) {
        return state().names.agents().number(id);
    }

    int queueNumber(String id) {
        return state().names.queues().number(id);
    }
}
