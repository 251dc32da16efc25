package io.strowger.engine.routing;

import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.rules.RuleCompiler;
import io.strowger.models.Analysis;
import org.jspecify.annotations.Nullable;

/**
 * The deterministic state machine: (state, command) to events. It reads no clock, no random source, and no file; the state
 * changes by applying events only, so that applying a journal's records to a new router gives the state of the one that
 * wrote them. Every method must be called from the deciding thread. Deciding messages, answers, completions and ticks
 * allocates nothing once pools and tables have grown.
 */
public final class Router {
    private final RouterState state;
    private final Scope scope;
    private final Matching matching;
    private final MessageDecider messages;
    private final OfferDecider offers;
    private final ConversationDecider conversations;
    private final TransferDecider transfers;
    private final AssignmentDecider assignments;
    private final LifecycleDecider lifecycle;
    private final PickDecider picks;
    private final AgentDecider agents;
    private final AvailabilityDecider availability;
    private final ConfigurationDecider configurations;
    private final TimerDecider timers;
    private final SlaDecider promises;
    private final Closing closing;
    private final ExceptionDecider exceptions;
    private final RoutingEvents recovered = new RoutingEvents();
    private final Analysis recoveredAnalysis = new Analysis();

    public Router(RouterLimits limits, RuleCompiler compiler) {
        state = new RouterState(limits);
        scope = new Scope(state);
        OfferMaker offerMaker = new OfferMaker(scope);
        matching = new Matching(scope, offerMaker);
        closing = new Closing(scope);
        RuleSets ruleSets = new RuleSets(compiler);
        Followers followers = new Followers();
        Placement placement = new Placement(scope, followers);
        exceptions = new ExceptionDecider(scope, placement, closing);
        StepDecider steps = new StepDecider(scope, placement, ruleSets);
        followers.follow(steps, exceptions);
        Cooldown cooldown = new Cooldown(scope);
        Remarks remarks = new Remarks(scope);
        lifecycle = new LifecycleDecider(scope, placement, closing, remarks);
        messages = new MessageDecider(scope, placement, closing, ruleSets, lifecycle, steps, exceptions, remarks);
        offers = new OfferDecider(scope, placement, cooldown, closing, remarks, exceptions);
        conversations = new ConversationDecider(scope, placement, closing, remarks);
        transfers = new TransferDecider(scope, placement, cooldown, offerMaker, remarks);
        picks = new PickDecider(scope, matching, placement, remarks);
        agents = new AgentDecider(scope, offers);
        availability = new AvailabilityDecider(scope, placement);
        ReturnDecider returns = new ReturnDecider(scope, placement, cooldown, agents);
        assignments = new AssignmentDecider(scope, placement, closing, returns, remarks);
        promises = new SlaDecider(scope, remarks);
        CalendarDecider calendars = new CalendarDecider(scope, placement);
        configurations = new ConfigurationDecider(scope, ruleSets, calendars);
        timers = new TimerDecider(
                scope,
                matching,
                offers,
                agents,
                returns,
                placement,
                closing,
                lifecycle,
                calendars,
                steps,
                exceptions,
                promises);
    }

    /**
     * Decides one command: emits events into the record, which was begun with the command's bytes, applies each at once,
     * and fills the decision. Without events there is no record.
     *
     * @param organization the organization's number, or {@link io.strowger.engine.record.RecordLayout#ENGINE} for the
     *     clock, the restart, and the first configuration of an organization
     * @param modelVersion the version of the model that made the analysis
     * @param analysis of a message, with stable label numbers; else not looked at
     */
    public void decide(
            CommandKind kind,
            int organization,
            ByteReader command,
            long modelVersion,
            Analysis analysis,
            RecordWriter record,
            Decision decision) {
        decision.clear();
        decision.organization = organization;
        scope.begin(record, decision);
        exceptions.begin();
        Outcome outcome = dispatch(kind, organization, command, modelVersion, analysis);
        exceptions.run(promises);
        matching.run();
        promises.settle();
        ConversationState about = scope.about;
        if (about != null) {
            Answers.fill(about, decision);
        }
        OrganizationState commanded = state.find(organization);
        if (commanded != null) {
            closing.trim(commanded);
        }
        scope.applier.end(analysis);
        decision.outcome = outcome;
        if (record.hasEvents()) {
            decision.sequence = record.sequence();
        }
        if (kind == CommandKind.RECEIVE_MESSAGE && outcome == Outcome.DONE) {
            decision.analysis.copyFrom(analysis);
        }
    }

    /** Recovery: applies all events of a record. */
    public void apply(RecordView record) {
        record.analysis(recoveredAnalysis);
        record.rewind();
        scope.applier.begin(record.sequence(), record.time());
        while (record.nextEvent()) {
            DomainEvent event = recovered.ofKind(record.eventKind());
            event.read(record.content());
            scope.applier.apply(record.eventOrganization(), event);
        }
        scope.applier.end(recoveredAnalysis);
        state.work.clear();
        state.touched.clear();
    }

    /** The sequence of the last record decided or applied, 0 for none. */
    public long lastSequence() {
        return state.lastSequence;
    }

    /** The time of the last record decided or applied, epoch nanoseconds; 0 for none. */
    public long lastTime() {
        return state.lastTime;
    }

    /** When the next timer is due at the earliest, epoch nanoseconds; {@link Long#MAX_VALUE} for none. */
    public long nextDeadline() {
        return state.wheel.nextDeadline();
    }

    /** A hash over the whole state, whatever the order in which it came about. Takes time in proportion to the state. */
    public long stateHash() {
        return StateHash.of(state);
    }

    /** The names behind the numbers; a new one after each change. */
    public Directory directory() {
        return state.directory;
    }

    /** How often rule conditions asked for something that the message did not have. */
    public long missingKeys() {
        return messages.missingKeys();
    }

    /** Messages whose id was known. */
    public long duplicates() {
        return messages.duplicates();
    }

    /** Message ids remembered now. */
    public long idempotencyEntries() {
        return state.idempotency.entries();
    }

    /** Bytes that the remembered ids take. */
    public long idempotencyBytes() {
        return state.idempotency.bytes();
    }

    /** Conversations and agents that were looked at to bring the two together, since the start: not those passed over. */
    public long candidates() {
        return matching.candidates();
    }

    /** Conversations that wait now, those with an offer included. */
    public long waitingConversations() {
        long count = 0;
        for (OrganizationState organization : state.organizations) {
            count += organization.statistics.waiting;
        }
        return count;
    }

    /** Offers without an answer now. */
    public long pendingOffers() {
        long count = 0;
        for (OrganizationState organization : state.organizations) {
            count += organization.statistics.pendingOffers;
        }
        return count;
    }

    /** Conversations that agents handle now, those in wrap-up included. */
    public long assignedConversations() {
        long count = 0;
        for (OrganizationState organization : state.organizations) {
            count += organization.statistics.assigned;
        }
        return count;
    }

    /**
     * What a waiting conversation can expect; null for one that does not wait. Takes a number of steps that grows with the
     * logarithm of its queue's length.
     *
     * @param now epoch nanoseconds, not less than {@link #lastTime()}
     */
    public @Nullable WaitEstimate estimate(int organization, long conversation, long now) {
        OrganizationState found = state.find(organization);
        ConversationState waiting = found == null ? null : found.conversations.find(conversation);
        return waiting == null || !waiting.isWaiting() ? null : WaitEstimates.of(waiting, now);
    }

    /** The state itself, for tests of its invariants. */
    RouterState state() {
        return state;
    }

    /** What changes the state, for tests that look at it between two events. */
    EventApplier applier() {
        return scope.applier;
    }

    private Outcome dispatch(CommandKind kind, int number, ByteReader command, long modelVersion, Analysis analysis) {
        switch (kind) {
            case TICK -> {
                timers.fireDue();
                return scope.record().hasEvents() ? Outcome.DONE : Outcome.UNCHANGED;
            }
            case RESTART -> {
                configurations.restart(command);
                timers.fireDue();
                return Outcome.DONE;
            }
            case NAME_LABELS -> {
                return configurations.nameLabels(command);
            }
            case CONFIGURE -> {
                Outcome outcome = configurations.configure(number, command);
                if (outcome == Outcome.DONE) {
                    timers.fireDue();
                }
                return outcome;
            }
            default -> {
                OrganizationState organization = state.find(number);
                return organization == null
                        ? Outcome.UNKNOWN_ORGANIZATION
                        : dispatch(kind, organization, command, modelVersion, analysis);
            }
        }
    }

    private Outcome dispatch(
            CommandKind kind,
            OrganizationState organization,
            ByteReader command,
            long modelVersion,
            Analysis analysis) {
        return switch (kind) {
            case RECEIVE_MESSAGE -> messages.decide(organization, command, modelVersion, analysis);
            case SET_AGENT_STATUS -> agents.decideStatus(organization, command);
            case SET_AGENT_AVAILABILITY -> availability.decide(organization, command);
            case AGENT_CONNECTION -> agents.decideConnection(organization, command);
            case ANSWER_OFFER -> offers.decide(organization, command);
            case COMPLETE -> conversations.complete(organization, command);
            case TRANSFER -> transfers.decide(organization, command);
            case PARK -> conversations.park(organization, command);
            case CANCEL -> conversations.cancel(organization, command);
            case CORRECT -> conversations.correct(organization, command);
            case SCHEDULE -> lifecycle.schedule(organization, command);
            case CUSTOMER_PRESENCE -> lifecycle.presence(organization, command);
            case AWAIT_CUSTOMER -> assignments.awaitCustomer(organization, command);
            case NOTE_REPLY -> promises.reply(organization, command);
            case UNASSIGN -> assignments.unassign(organization, command);
            case PICK -> picks.pick(organization, command);
            case ASSIGN -> assignments.assign(organization, command);
            case RECLASSIFY -> messages.reclassify(organization, command);
            case UPDATE_ATTRIBUTES -> messages.update(organization, command);
            default -> throw new IllegalArgumentException("a command of the kind " + kind + " can't be decided");
        };
    }
}
