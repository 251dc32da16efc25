package io.strowger.engine.routing;

import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.Hashes;
import io.strowger.engine.internal.InvariantViolation;
import io.strowger.engine.rules.RuleSet;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about one organization. What agents, queues and channels are called by is their number in {@link Names}. */
final class OrganizationState {
    final int number;
    Names names;
    RoutingLimits limits;

    ChannelState[] channels = {};
    QueueState[] queues = {};
    AgentState[] agents = {};
    CapacityClass[] capacityClasses = {};
    int fallbackQueue;
    long configurationHash;

    /** Numbers of the queues and rules by their positions in the configuration. */
    int[] queueNumbers = {};

    int[] ruleNumbers = {};

    /** What is done when something happens to waiting conversations. */
    ExceptionTable exceptions = ExceptionTable.NONE;

    final Watches watches = new Watches(this);

    NameIndex channelIndex = NameIndex.EMPTY;
    NameIndex queueIndex = NameIndex.EMPTY;
    NameIndex agentIndex = NameIndex.EMPTY;
    final SignatureTable signatures = new SignatureTable();

    /** Null until rules are needed for the first time after a recovery. */
    @Nullable
    RuleSet rules;

    final LongMap<ConversationState> conversations = new LongMap<>();
    final ConversationTable byKey = ConversationTable.byKey();
    final ConversationTable byContact = ConversationTable.byContact();

    /** Closed conversations in the order of closing. */
    final ConversationList closed = new ConversationList();

    /** Pending and remembered offers. */
    final LongMap<OfferState> offers = new LongMap<>();

    /** Ended offers in the order of ending. */
    final OfferList endedOffers = new OfferList();

    OrganizationCalendars calendars = new OrganizationCalendars(List.of());

    /** Conversations with live promises. */
    final PromisedConversations promised = new PromisedConversations();

    /** Whether any queue promises something. */
    boolean promises;

    long slaTimer = TimingWheel.NO_TIMER;

    /** Where changed conversations are noted while something is promised. */
    TouchedConversations touched = new TouchedConversations();

    final OrganizationStatistics statistics = new OrganizationStatistics();

    /** The state of the generator that draws agents. */
    long generator;

    /** When the fairness window ends, 0 while nothing is counted. */
    long fairnessUntil;

    long fairnessTimer;

    private final ArrayDeque<ConversationState> freeConversations = new ArrayDeque<>();
    private final ArrayDeque<OfferState> freeOffers = new ArrayDeque<>();
    private final ArrayDeque<Exclusion> freeExclusions = new ArrayDeque<>();

    OrganizationState(Names names) {
        this.number = names.organization();
        this.names = names;
        this.limits = names.configuration().limits();
        this.generator = Hashes.mix(number + 1L);
    }

    /** The place of a rule in the present configuration, or {@link DomainEvent#NOBODY} when it is gone. */
    int positionOfRule(int rule) {
        for (int position = 0; position < ruleNumbers.length; position++) {
            if (ruleNumbers[position] == rule) {
                return position;
            }
        }
        return DomainEvent.NOBODY;
    }

    long version() {
        return names.version();
    }

    /** A conversation that the state has. */
    ConversationState conversation(long id) {
        ConversationState conversation = conversations.find(id);
        if (conversation == null) {
            throw new InvariantViolation("organization " + number + " has no conversation " + id);
        }
        return conversation;
    }

    /** A conversation that the state has, for a record to change. */
    ConversationState changed(long id, long sequence) {
        ConversationState conversation = conversation(id);
        conversation.changedBy = sequence;
        if (promises || conversation.slaOrNull() != null) {
            touched.add(conversation);
        }
        return conversation;
    }

    /** An offer that the state has. */
    OfferState offer(long id) {
        OfferState offer = offers.find(id);
        if (offer == null) {
            throw new InvariantViolation("organization " + number + " has no offer " + id);
        }
        return offer;
    }

    CapacityClass capacity(ConversationState conversation) {
        return channels[conversation.channel].capacity;
    }

    /** Whether an agent could ever take a conversation with these requirements from a queue, capacity aside. */
    boolean suits(AgentState agent, ConversationState conversation, int queue, Bytes requirements) {
        return agent.isAround()
                && agent.serves(queue)
                && signatures.areMet(agent, capacity(conversation), requirements);
    }

    /** The queue itself, or the fallback queue when it was removed. */
    QueueState queueInForce(int queue) {
        return queues[queue].removed ? queues[fallbackQueue] : queues[queue];
    }

    /** A cleared conversation from the pool. */
    ConversationState takeConversation() {
        ConversationState free = freeConversations.pollLast();
        return free != null ? free : new ConversationState(this);
    }

    void giveBack(ConversationState conversation) {
        conversation.clear();
        freeConversations.addLast(conversation);
    }

    OfferState takeOffer() {
        OfferState free = freeOffers.pollLast();
        return free != null ? free : new OfferState();
    }

    void giveBack(OfferState offer) {
        freeOffers.addLast(offer);
    }

    Exclusion takeExclusion() {
        Exclusion free = freeExclusions.pollLast();
        return free != null ? free : new Exclusion();
    }

    void giveBack(Exclusion exclusion) {
        exclusion.conversation = null;
        exclusion.agent = null;
        freeExclusions.addLast(exclusion);
    }
}
