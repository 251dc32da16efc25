package io.strowger.verticles.projection;

import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.command.Tick;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationScored;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.time.Duration;
import java.util.List;

/** Writes what happens in a small shop into a journal: queues billing (0) and general (1), agents ada (0) and bob (1). */
final class Shop {
    static final int NUMBER = 0;
    static final String ID = "shop";
    static final int BILLING = 0;
    static final int GENERAL = 1;
    static final int ADA = 0;
    static final int BOB = 1;
    static final long SECOND = Duration.ofSeconds(1).toNanos();

    private static final List<String> LABELS = List.of("en", "refund", "negative", "anger", "high");

    private final JournalledRecords records;
    private long offers;
    private long now = 1_790_000_000L * SECOND;

    Shop(JournalledRecords records) {
        this.records = records;
        records.label(LABELS);
        records.name(NUMBER, configuration());
    }

    /** The first record: the configuration. */
    void configure() {
        ByteWriter bytes = new ByteWriter(1 << 12, 1 << 20);
        ConfigurationCodec.write(configuration(), bytes);
        Configure command = new Configure();
        command.configuration.set(bytes.array(), 0, bytes.position());
        ConfigurationChanged event = new ConfigurationChanged();
        event.organization = NUMBER;
        event.version = 1;
        event.configuration.set(command.configuration);
        records.append(NUMBER, tick(), command, null, event);
    }

    static OrganizationConfiguration configuration() {
        return new OrganizationConfiguration(
                ID,
                List.of(new ChannelConfiguration("web-chat", ChannelKind.CHAT, 1, 3)),
                List.of(queue("billing"), queue("general")),
                List.of(agent("ada", "billing", "general"), agent("bob", "general")),
                List.of(new RuleConfiguration(
                        "money", "text.contains('charged')", "billing", 80, List.of(), List.of("money"), false)),
                "general",
                RoutingLimits.DEFAULT);
    }

    private static QueueConfiguration queue(String id) {
        return new QueueConfiguration(
                id,
                "The queue " + id,
                OrderPolicy.PRIORITY_FIFO,
                0,
                Strategy.LONGEST_IDLE,
                50,
                List.of(),
                30 * SECOND,
                0,
                false);
    }

    private static AgentConfiguration agent(String id, String... queues) {
        return new AgentConfiguration(
                id, "Agent " + id, List.of(new Requirement("language:en", 80)), List.of(queues), 3);
    }

    /** A message that opens a conversation in the queue billing; the conversation's number. */
    long open(String externalId, String text) {
        long sequence = records.nextSequence();
        ConversationOpened opened = new ConversationOpened();
        opened.conversation = sequence;
        opened.key.set(Bytes.of("key-" + externalId));
        opened.contact.set(Bytes.of("u-7"));
        records.append(
                NUMBER,
                tick(),
                message(externalId, text),
                analysis(),
                opened,
                received(sequence, DomainEvent.NOBODY, externalId),
                scored(sequence),
                queued(sequence, QueueReason.ARRIVED));
        return sequence;
    }

    /** A further message to a conversation, which is handled by that agent or by nobody. */
    long write(long conversation, int agent, String externalId, String text) {
        long sequence = records.nextSequence();
        records.append(
                NUMBER,
                tick(),
                message(externalId, text),
                analysis(),
                received(conversation, agent, externalId),
                scored(conversation));
        return sequence;
    }

    /** An offer to an agent; its number. */
    long offer(long conversation, int agent) {
        OfferMade made = new OfferMade();
        made.offer = ++offers;
        made.conversation = conversation;
        made.agent = agent;
        made.queue = BILLING;
        made.cost = 1;
        made.offeredAt = now;
        made.expiresAt = now + 30 * SECOND;
        made.eligibleAgents = 2;
        records.append(NUMBER, tick(), new Tick(), null, made);
        return made.offer;
    }

    void accept(long offer, long conversation, int agent) {
        ConversationAssigned assigned = new ConversationAssigned();
        assigned.assignment = offer;
        assigned.conversation = conversation;
        assigned.agent = agent;
        assigned.cost = 1;
        assigned.assignedAt = now;
        records.append(
                NUMBER,
                tick(),
                new AnswerOffer(),
                null,
                ended(offer, conversation, agent, OfferOutcome.ACCEPTED),
                assigned);
    }

    void decline(long offer, long conversation, int agent) {
        records.append(
                NUMBER, tick(), new AnswerOffer(), null, ended(offer, conversation, agent, OfferOutcome.DECLINED));
    }

    void complete(long assignment, long conversation, int agent) {
        ConversationCompleted completed = new ConversationCompleted();
        completed.conversation = conversation;
        completed.lastAgent = agent;
        completed.completedAt = now;
        records.append(
                NUMBER,
                tick(),
                new CompleteConversation(),
                null,
                assignmentEnded(assignment, conversation, agent, AssignmentEnd.COMPLETED),
                completed);
    }

    void giveBack(long assignment, long conversation, int agent) {
        records.append(
                NUMBER,
                tick(),
                new Tick(),
                null,
                assignmentEnded(assignment, conversation, agent, AssignmentEnd.RETURNED),
                queued(conversation, QueueReason.REQUEUED));
    }

    /** Something promised about a conversation changes how it stands. */
    void promise(long conversation, SlaClock clock, SlaStatus status) {
        SlaClockChanged changed = new SlaClockChanged();
        changed.conversation = conversation;
        changed.clock = clock;
        changed.status = status;
        changed.consumedNanos = 5 * SECOND;
        changed.targetNanos = 60 * SECOND;
        changed.since = status == SlaStatus.RUNNING ? now : 0;
        changed.dueAt = status == SlaStatus.PAUSED ? 0 : now + 55 * SECOND;
        records.append(NUMBER, tick(), new Tick(), null, changed);
    }

    void reply(long conversation, int agent) {
        AgentReplied replied = new AgentReplied();
        replied.conversation = conversation;
        replied.agent = agent;
        records.append(NUMBER, tick(), new NoteReply(), null, replied);
    }

    void cancel(long conversation) {
        ConversationCancelled cancelled = new ConversationCancelled();
        cancelled.conversation = conversation;
        records.append(NUMBER, tick(), new CancelConversation(), null, cancelled);
    }

    void arrive(int agent, AgentStatus status) {
        AgentStatusChanged changed = new AgentStatusChanged();
        changed.agent = agent;
        changed.status = status;
        changed.changedAt = now;
        AgentConnectionChanged connected = new AgentConnectionChanged();
        connected.agent = agent;
        connected.connected = true;
        records.append(NUMBER, tick(), new SetAgentStatus(), null, changed, connected);
    }

    void commit() {
        records.commit();
    }

    /** So many messages, each the first of its conversation, every fourth with a whole life after it, in commits of 100. */
    void busyDay(int messages) {
        for (int index = 0; index < messages; index++) {
            long conversation = open("e-" + records.nextSequence(), "I was charged twice, order " + index);
            if (index % 4 == 0) {
                int agent = index % 8 == 0 ? ADA : BOB;
                long offer = offer(conversation, agent);
                accept(offer, conversation, agent);
                complete(offer, conversation, agent);
            }
            if (index % 100 == 99) {
                commit();
            }
        }
        commit();
    }

    private long tick() {
        now += 1_000_000;
        return now;
    }

    private static ReceiveMessage message(String externalId, String text) {
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of("web-chat"));
        message.externalId.set(Bytes.of(externalId));
        message.contactId.set(Bytes.of("u-7"));
        message.contactName.set(Bytes.of("Ada \"the\\first\""));
        message.contactTier.set(Bytes.of("gold"));
        ByteWriter attributes = new ByteWriter(64, 1 << 10);
        attributes.writeText("order");
        attributes.writeText("4711\t\u0000");
        message.attributes.set(attributes.array(), 0, attributes.position());
        message.text.set(Bytes.of(text));
        return message;
    }

    private static Analysis analysis() {
        Analysis analysis = new Analysis();
        for (Head head : Head.values()) {
            analysis.set(head, head.code(), 9_000);
        }
        analysis.sentimentScore(-4_100);
        return analysis;
    }

    private static MessageReceived received(long conversation, int agent, String externalId) {
        MessageReceived event = new MessageReceived();
        event.conversation = conversation;
        event.agent = agent;
        event.externalId.set(Bytes.of(externalId));
        return event;
    }

    private static ConversationScored scored(long conversation) {
        ConversationScored event = new ConversationScored();
        event.conversation = conversation;
        event.intent = 1;
        event.sentiment = 2;
        event.emotion = 3;
        event.urgency = 4;
        event.sentimentScore = -4_100;
        return event;
    }

    private ConversationQueued queued(long conversation, QueueReason reason) {
        ConversationQueued event = new ConversationQueued();
        event.conversation = conversation;
        event.stay = 1;
        event.queue = BILLING;
        event.priority = 80;
        event.queuedAt = now;
        event.orderKey = now;
        event.preferredAgent = DomainEvent.NOBODY;
        event.version = 1;
        event.reason = reason;
        event.requeues = reason == QueueReason.REQUEUED ? 1 : 0;
        ByteWriter requirements = new ByteWriter(64, 1 << 10);
        Requirements.write(List.of(new Requirement("language:en", 50)), requirements);
        event.requirements.set(requirements.array(), 0, requirements.position());
        event.tags.set(Bytes.of("money\nvip"));
        return event;
    }

    private static OfferEnded ended(long offer, long conversation, int agent, OfferOutcome outcome) {
        OfferEnded event = new OfferEnded();
        event.offer = offer;
        event.conversation = conversation;
        event.agent = agent;
        event.outcome = outcome;
        return event;
    }

    private AssignmentEnded assignmentEnded(long assignment, long conversation, int agent, AssignmentEnd reason) {
        AssignmentEnded event = new AssignmentEnded();
        event.assignment = assignment;
        event.conversation = conversation;
        event.agent = agent;
        event.reason = reason;
        event.endedAt = now;
        return event;
    }
}
