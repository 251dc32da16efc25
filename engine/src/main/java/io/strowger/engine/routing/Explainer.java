package io.strowger.engine.routing;

import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.AssignmentForced;
import io.strowger.engine.event.BatchClosed;
import io.strowger.engine.event.BatchPaired;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationForgotten;
import io.strowger.engine.event.ConversationPicked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.ExclusionEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.explain.AgentVerdict;
import io.strowger.engine.explain.DecidedBy;
import io.strowger.engine.explain.Hindrance;
import io.strowger.engine.explain.Pickable;
import io.strowger.engine.explain.Promise;
import io.strowger.engine.explain.RoutingStep;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.explain.WaitingReport;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.statistics.QueueGlance;
import io.strowger.engine.statistics.StatisticsExtract;
import io.strowger.engine.statistics.TallyRow;
import io.strowger.models.Analysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second copy of the routing state that follows the journal, for questions that take too long for the deciding thread:
 * why a conversation waits, why an agent was chosen, why another was not. The copy is exact, since state changes by events
 * only; before an agent is asked, it holds what the router saw. Not safe for use by several threads at once.
 */
public final class Explainer {
    /** Message ids are not asked for here, so few are kept. */
    private static final long IDEMPOTENCY_BYTES = 1 << 20;

    private final RouterState state;
    private final EventApplier applier;
    private final RoutingEvents events = new RoutingEvents();
    private final Analysis analysis = new Analysis();
    private final StepHistory history;
    private final StatisticsKeeper statistics;
    private long recycledConversation;
    private long forcedConversation;
    private long pickedConversation;
    private final BatchNotes batches = new BatchNotes();

    /**
     * An explainer that has read nothing.
     *
     * @param limits those of the router that it explains
     * @param maxSteps so many past steps are kept in all, the oldest conversations' go first
     */
    public Explainer(RouterLimits limits, int maxSteps) {
        state = new RouterState(
                new RouterLimits(IDEMPOTENCY_BYTES, limits.maxSignatures(), limits.maxClosedConversations()));
        applier = new EventApplier(state);
        history = new StepHistory(maxSteps);
        statistics = new StatisticsKeeper(state);
    }

    /** Reads the next record of the journal. */
    public void apply(RecordView record) {
        record.analysis(analysis);
        record.rewind();
        applier.begin(record.sequence(), record.time());
        recycledConversation = 0;
        forcedConversation = 0;
        pickedConversation = 0;
        batches.clear();
        while (record.nextEvent()) {
            DomainEvent event = events.ofKind(record.eventKind());
            event.read(record.content());
            note(record, event);
            statistics.before(record.eventOrganization(), event, record.time());
            applier.apply(record.eventOrganization(), event);
            statistics.after(record.eventOrganization(), event, record.time());
        }
        applier.end(analysis);
        state.work.clear();
        state.touched.clear();
    }

    /** The last record read, 0 for none. */
    public long sequence() {
        return state.lastSequence;
    }

    /** The names behind numbers as of that record. */
    public Directory directory() {
        return state.directory;
    }

    /** A hash over the state, equal to the router's at the same record, but for the message ids. */
    long stateHash() {
        return StateHash.of(state);
    }

    /** What was decided about a conversation, the oldest first; empty for an unknown one and for one long ago. */
    public List<RoutingStep> why(int organization, long conversation) {
        return history.of(organization, conversation);
    }

    /** Where a conversation stands and what keeps each agent of its queue from it; null for an unknown one. */
    public @Nullable WaitingReport whyWaiting(int organization, long conversation) {
        ConversationState about = find(organization, conversation);
        return about == null ? null : report(about);
    }

    /** What keeps an agent from a conversation; null when there is no such agent, or no such conversation. */
    public @Nullable AgentVerdict whyNot(int organization, long conversation, String agent) {
        ConversationState about = find(organization, conversation);
        if (about == null || about.queue == DomainEvent.NOBODY) {
            return null;
        }
        int number = about.organization.names.agents().number(agent);
        return number < 0 || number >= about.organization.agents.length
                ? null
                : Verdicts.of(about, about.organization.agents[number]);
    }

    /** What a waiting conversation can expect as of the last record read; null for one that does not wait. */
    public @Nullable WaitEstimate estimate(int organization, long conversation) {
        ConversationState waiting = find(organization, conversation);
        return waiting == null || !waiting.isWaiting() ? null : WaitEstimates.of(waiting, state.lastTime);
    }

    /**
     * An organization's figures as of the last record read, not added up yet; null for an unknown one. Takes time in
     * proportion to the conversations that wait or are in hand, and to queues, agents and channels.
     *
     * @param quarters how many quarters of an hour, the running one included, at most {@link TallyRow#QUARTERS}; 0 for all
     *     time
     */
    public @Nullable StatisticsExtract statistics(int organization, int quarters) {
        OrganizationState found = state.find(organization);
        return found == null ? null : statistics.extract(found, quarters);
    }

    /** What an agent can pick, or could if nothing were in the way, the first ones; null when there is no such agent. */
    public @Nullable List<Pickable> pickable(int organization, String agent, int most) {
        OrganizationState found = state.find(organization);
        int number = found == null ? DomainEvent.NOBODY : found.names.agents().number(agent);
        return found == null || number < 0 || number >= found.agents.length
                ? null
                : PickList.of(found.agents[number], most);
    }

    /**
     * Configured queues at a glance as of the last record read, in the order of organizations and of their configurations.
     * Takes time in proportion to these.
     *
     * @param most so many, the others are left out
     */
    public List<QueueGlance> queues(int most) {
        List<QueueGlance> glances = new ArrayList<>();
        for (int number = 0; number < state.organizations.length; number++) {
            OrganizationState found = state.find(number);
            if (found != null) {
                glances.addAll(statistics.glances(found, most - glances.size()));
            }
        }
        return glances;
    }

    private @Nullable ConversationState find(int organization, long conversation) {
        OrganizationState found = state.find(organization);
        return found == null ? null : found.conversations.find(conversation);
    }

    private WaitingReport report(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        List<AgentVerdict> verdicts = new ArrayList<>();
        Map<Hindrance, Integer> counts = new EnumMap<>(Hindrance.class);
        long next = conversation.preferredAgent == DomainEvent.NOBODY ? 0 : conversation.preferredUntil;
        if (conversation.isWaiting()) {
            for (AgentState agent : organization.agents) {
                if (!agent.removed && agent.serves(conversation.queue)) {
                    AgentVerdict verdict = Verdicts.of(conversation, agent);
                    verdicts.add(verdict);
                    counts.merge(verdict.hindrance(), 1, Integer::sum);
                    next = earlier(next, verdict.until());
                }
            }
        }
        verdicts.sort(Comparator.comparing(AgentVerdict::hindrance).reversed());
        Names names = organization.names;
        return new WaitingReport(
                state.lastSequence,
                state.lastTime,
                conversation.state,
                conversation.queue == DomainEvent.NOBODY ? null : names.queues().name(conversation.queue),
                conversation.priority,
                conversation.enteredAt,
                conversation.isWaiting() ? WaitEstimates.of(conversation, state.lastTime) : null,
                conversation.isWaiting() ? organization.queues[conversation.queue].line.size() : 0,
                requirements(conversation),
                agentName(names, conversation.preferredAgent),
                counts,
                List.copyOf(verdicts),
                next,
                promises(conversation));
    }

    private static List<Promise> promises(ConversationState conversation) {
        SlaState sla = conversation.slaOrNull();
        List<Promise> promises = new ArrayList<>();
        for (SlaClock clock : SlaClock.values()) {
            if (sla != null && sla.status(clock) != SlaStatus.NONE) {
                promises.add(sla.promise(clock));
            }
        }
        return promises;
    }

    private long earlier(long known, long instant) {
        return instant > state.lastTime && (known == 0 || instant < known) ? instant : known;
    }

    private static List<Requirement> requirements(ConversationState conversation) {
        Signature signature = conversation.signature;
        return signature == null ? List.of() : Verdicts.requirements(signature);
    }

    private static @Nullable String agentName(Names names, int agent) {
        return agent == DomainEvent.NOBODY ? null : names.agents().name(agent);
    }

    /** Looks at an event before it is applied: then the state is the one in which it was decided. */
    private void note(RecordView record, DomainEvent event) {
        EventKind kind = event.kind();
        switch (kind) {
            case EXCLUSION_ENDED -> recycledConversation = ((ExclusionEnded) event).conversation;
            case CONVERSATION_PICKED -> pickedConversation = ((ConversationPicked) event).conversation;
            case ASSIGNMENT_FORCED -> forcedConversation = ((AssignmentForced) event).conversation;
            case BATCH_CLOSED -> batches.closed((BatchClosed) event);
            case BATCH_PAIRED ->
                batches.paired((BatchPaired) event, state.organization(record.eventOrganization()).names);
            case CONVERSATION_QUEUED -> queued(record, (ConversationQueued) event);
            case OFFER_MADE -> {
                OfferMade made = (OfferMade) event;
                chosen(record, made.conversation, made.agent, made.offer, false);
            }
            case CONVERSATION_ASSIGNED -> {
                ConversationAssigned assigned = (ConversationAssigned) event;
                OrganizationState organization = state.organization(record.eventOrganization());
                if (organization.offers.find(assigned.assignment) == null) {
                    chosen(record, assigned.conversation, assigned.agent, assigned.assignment, true);
                }
            }
            case SLA_CLOCK_CHANGED -> {
                SlaClockChanged changed = (SlaClockChanged) event;
                if (changed.status == SlaStatus.BREACHED) {
                    broken(record, changed);
                }
            }
            case CONVERSATION_FORGOTTEN ->
                history.forget(record.eventOrganization(), ((ConversationForgotten) event).conversation);
            default -> {
                // Where a conversation goes is not decided by it.
            }
        }
    }

    private void queued(RecordView record, ConversationQueued event) {
        Names names = state.organization(record.eventOrganization()).names;
        history.add(
                record.eventOrganization(),
                event.conversation,
                new RoutingStep.Queued(
                        record.sequence(),
                        record.time(),
                        names.queues().name(event.queue),
                        event.priority,
                        Verdicts.requirements(event.requirements),
                        event.reason,
                        event.rule == DomainEvent.NOBODY ? null : names.rules().name(event.rule),
                        event.version,
                        agentName(names, event.preferredAgent),
                        event.tags.isEmpty()
                                ? List.of()
                                : List.of(event.tags.toString().split("\n"))));
    }

    private void broken(RecordView record, SlaClockChanged event) {
        OrganizationState organization = state.organization(record.eventOrganization());
        ConversationState conversation = organization.conversation(event.conversation);
        history.add(
                record.eventOrganization(),
                event.conversation,
                new RoutingStep.Broken(
                        record.sequence(),
                        record.time(),
                        organization.names.queues().name(conversation.queue),
                        conversation.priority,
                        requirements(conversation),
                        Promise.of(event)));
    }

    private void chosen(RecordView record, long id, int agent, long offer, boolean assigned) {
        OrganizationState organization = state.organization(record.eventOrganization());
        ConversationState conversation = organization.conversation(id);
        QueueState queue = organization.queues[conversation.queue];
        AgentState winner = organization.agents[agent];
        Ranking ranking = conversation.signature == null ? null : new Ranking(conversation, record.time());
        history.add(
                record.eventOrganization(),
                id,
                new RoutingStep.Chosen(
                        record.sequence(),
                        record.time(),
                        queue.configuration.id(),
                        conversation.priority,
                        requirements(conversation),
                        offer,
                        assigned,
                        winner.configuration.id(),
                        queue.configuration.strategy(),
                        ranking == null ? List.of() : ranking.candidates(),
                        ranking != null && ranking.hasMore(),
                        batches.of(id, agent) == null ? decidedBy(id, winner, ranking) : DecidedBy.BATCH,
                        batches.of(id, agent)));
    }

    private DecidedBy decidedBy(long conversation, AgentState winner, @Nullable Ranking ranking) {
        if (recycledConversation == conversation) {
            return DecidedBy.RECYCLED;
        }
        if (pickedConversation == conversation) {
            return DecidedBy.PICKED;
        }
        return ranking == null || forcedConversation == conversation ? DecidedBy.CHOSEN : ranking.decidedBy(winner);
    }
}
