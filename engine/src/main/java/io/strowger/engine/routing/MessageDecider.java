package io.strowger.engine.routing;

import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.configuration.ConfigurationCheck;
import io.strowger.engine.configuration.RulePreference;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AttributesGiven;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationScored;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.RuleInput;
import io.strowger.engine.rules.RuleOutcome;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import org.jspecify.annotations.Nullable;

/** Decides messages: which conversation they belong to, and where that one goes. */
final class MessageDecider {
    /** The API, where an agent's id could stand. */
    private static final Bytes NOBODY = new Bytes();

    private final Scope scope;
    private final Placement placement;
    private final Closing closing;
    private final RuleSets ruleSets;
    private final LifecycleDecider lifecycle;
    private final Remarks remarks;
    private final StepDecider steps;
    private final ExceptionDecider exceptions;
    private final ReceiveMessage message = new ReceiveMessage();
    private final Reclassify reclassify = new Reclassify();
    private final UpdateAttributes update = new UpdateAttributes();
    private final RuleInput input = new RuleInput();
    private final RuleOutcome outcome = new RuleOutcome();
    private long duplicates;

    MessageDecider(
            Scope scope,
            Placement placement,
            Closing closing,
            RuleSets ruleSets,
            LifecycleDecider lifecycle,
            StepDecider steps,
            ExceptionDecider exceptions,
            Remarks remarks) {
        this.scope = scope;
        this.placement = placement;
        this.closing = closing;
        this.ruleSets = ruleSets;
        this.lifecycle = lifecycle;
        this.remarks = remarks;
        this.steps = steps;
        this.exceptions = exceptions;
    }

    Outcome decide(OrganizationState organization, ByteReader command, long modelVersion, Analysis analysis) {
        message.read(command);
        int channel = organization.channelIndex.find(message.channel);
        if (channel == DomainEvent.NOBODY || organization.channels[channel].removed) {
            return Outcome.UNKNOWN_CHANNEL;
        }
        if (isTooLong(message.externalId) || isTooLong(message.conversationKey) || isTooLong(message.contactId)) {
            return scope.refuse(Outcome.INVALID, "an id has more than " + IdempotencyTable.MAX_ID_BYTES + " bytes");
        }
        if (isDuplicate(organization, channel)) {
            duplicates++;
            return Outcome.DUPLICATE;
        }
        scope.record().analysis(modelVersion, analysis);
        ConversationState conversation = find(organization, channel);
        if (conversation == null) {
            conversation = open(organization, channel);
        }
        receive(conversation, analysis);
        switch (conversation.state) {
            case NONE -> place(conversation, message, analysis, QueueReason.ARRIVED);
            case QUEUED, OFFERED -> place(conversation, message, analysis, QueueReason.RESCORED);
            case WRAP_UP -> {
                closing.complete(conversation);
                place(conversation, message, analysis, QueueReason.REOPENED);
            }
            case DORMANT -> wake(conversation);
            case ABANDONED -> {
                if (lifecycle.canReturn(conversation)) {
                    lifecycle.comeBack(conversation);
                } else {
                    place(conversation, message, analysis, QueueReason.REOPENED);
                }
            }
            case COMPLETED, CANCELLED, EXPIRED, REJECTED ->
                place(conversation, message, analysis, QueueReason.REOPENED);
            default -> {
                // An assigned one stays with its agent, a parked or scheduled one where it is.
            }
        }
        scope.about = conversation;
        return Outcome.DONE;
    }

    /**
     * Takes a better answer to a conversation's last message. What waits may move; what an agent has, or has had since that
     * message, does not, and a later message has the last word.
     */
    Outcome reclassify(OrganizationState organization, ByteReader command) {
        reclassify.read(command);
        ConversationState conversation = organization.conversations.find(reclassify.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        boolean isParked = conversation.state == RouteState.PARKED || conversation.state == RouteState.SCHEDULED;
        if (conversation.unread != reclassify.messageSequence || !conversation.isWaiting() && !isParked) {
            return Outcome.UNCHANGED;
        }
        Analysis analysis = reclassify.analysis;
        scope.record().analysis(reclassify.modelVersion, analysis);
        score(conversation, analysis);
        if (!isParked) {
            place(conversation, reclassify.message, analysis, QueueReason.RECLASSIFIED);
        }
        return Outcome.DONE;
    }

    /** The API says more about a waiting conversation: its rules look at that and the last message. */
    Outcome update(OrganizationState organization, ByteReader command) {
        update.read(command);
        ConversationState conversation = organization.conversations.find(update.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, update.postscript());
        if (refusal != null) {
            return refusal;
        }
        if (update.attributes.length() > UpdateAttributes.MAX_ATTRIBUTES_BYTES) {
            return scope.refuse(
                    Outcome.INVALID,
                    "the attributes of a conversation take at most " + UpdateAttributes.MAX_ATTRIBUTES_BYTES
                            + " bytes");
        }
        if (update.priority < UpdateAttributes.BY_RULES || update.priority > ConfigurationCheck.MAX_PRIORITY) {
            return scope.refuse(Outcome.INVALID, "a priority is a number from 0 to " + ConfigurationCheck.MAX_PRIORITY);
        }
        if (!conversation.isWaiting()) {
            return Outcome.CONFLICT;
        }
        if (conversation.given.is(update.priority, update.attributes)) {
            return Outcome.UNCHANGED;
        }
        remarks.tell(conversation, NOBODY, update.postscript().reason);
        AttributesGiven event = scope.events.attributesGiven;
        event.conversation = conversation.id;
        event.priority = update.priority;
        event.attributes.set(update.attributes);
        scope.emit(organization, event);
        place(conversation, update.message, update.analysis, QueueReason.UPDATED);
        return Outcome.DONE;
    }

    long duplicates() {
        return duplicates;
    }

    long missingKeys() {
        return input.missingKeys();
    }

    private static boolean isTooLong(Bytes id) {
        return id.length() > IdempotencyTable.MAX_ID_BYTES;
    }

    private boolean isDuplicate(OrganizationState organization, int channel) {
        return !message.externalId.isEmpty()
                && scope.state.idempotency.find(
                        organization.number, channel, message.externalId, scope.now(), scope.decision);
    }

    private @Nullable ConversationState find(OrganizationState organization, int channel) {
        if (!message.conversationKey.isEmpty()) {
            return organization.byKey.find(channel, message.conversationKey);
        }
        return message.contactId.isEmpty() ? null : organization.byContact.find(channel, message.contactId);
    }

    private ConversationState open(OrganizationState organization, int channel) {
        ConversationOpened event = scope.events.conversationOpened;
        event.conversation = scope.record().sequence();
        event.channel = channel;
        event.key.set(message.conversationKey);
        event.contact.set(message.contactId);
        scope.emit(organization, event);
        return organization.conversation(event.conversation);
    }

    private void receive(ConversationState conversation, Analysis analysis) {
        MessageReceived received = scope.events.messageReceived;
        received.conversation = conversation.id;
        received.channel = conversation.channel;
        boolean isHeard = conversation.state == RouteState.ASSIGNED || canWake(conversation);
        received.agent = isHeard ? conversation.agent : DomainEvent.NOBODY;
        received.externalId.set(message.externalId);
        scope.emit(conversation.organization, received);
        score(conversation, analysis);
    }

    /** Whether the customer's answer goes to the agent who has the dormant conversation: at work, and with room for it. */
    private static boolean canWake(ConversationState conversation) {
        if (conversation.state != RouteState.DORMANT) {
            return false;
        }
        AgentState agent = conversation.organization.agents[conversation.agent];
        return agent.worksOn() && agent.hasRoom(conversation.organization.capacity(conversation));
    }

    /** The customer answered: back to the agent who has it, or, if that one is away or full, to the queue, that one first. */
    private void wake(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        if (canWake(conversation)) {
            ConversationWoken event = scope.events.conversationWoken;
            event.assignment = conversation.assignment;
            event.conversation = conversation.id;
            event.agent = conversation.agent;
            event.cost = organization.capacity(conversation).cost;
            scope.emit(organization, event);
            return;
        }
        closing.endAssignment(conversation, AssignmentEnd.RETURNED);
        ConversationQueued event = placement.again(conversation, QueueReason.WOKEN);
        placement.renew(conversation, event);
        if (organization.limits.preferenceNanos() > 0) {
            long until = scope.now() + organization.limits.preferenceNanos();
            placement.prefer(conversation, event, conversation.lastAgent, until);
        }
        placement.queue(conversation, event);
    }

    private void score(ConversationState conversation, Analysis analysis) {
        if (conversation.isWaiting()) {
            exceptions.heard(conversation, conversation.sentimentScore);
        }
        ConversationScored scored = scope.events.conversationScored;
        scored.conversation = conversation.id;
        scored.language = analysis.label(Head.LANGUAGE);
        scored.intent = analysis.label(Head.INTENT);
        scored.sentiment = analysis.label(Head.SENTIMENT);
        scored.emotion = analysis.label(Head.EMOTION);
        scored.urgency = analysis.label(Head.URGENCY);
        scored.sentimentScore = analysis.sentimentScore();
        scope.emit(conversation.organization, scored);
    }

    private void place(ConversationState conversation, ReceiveMessage about, Analysis analysis, QueueReason reason) {
        OrganizationState organization = conversation.organization;
        input.over(about, analysis, scope.state.directory.labels())
                .given(conversation.given.attributes.content())
                .of(conversation.id);
        ruleSets.of(organization).evaluate(input, outcome);
        boolean rescored =
                reason == QueueReason.RESCORED || reason == QueueReason.RECLASSIFIED || reason == QueueReason.UPDATED;
        ConversationQueued event = scope.events.conversationQueued;
        event.conversation = conversation.id;
        event.stay = rescored ? conversation.stay : conversation.stay + 1;
        event.queue = organization.queueNumbers[outcome.queue];
        int given = conversation.given.priority;
        event.priority = given == UpdateAttributes.BY_RULES ? outcome.priority : given;
        event.queuedAt = rescored ? conversation.queuedAt : scope.now();
        event.age = outcome.ageNanos;
        event.rule = outcome.rule == DomainEvent.NOBODY ? DomainEvent.NOBODY : organization.ruleNumbers[outcome.rule];
        event.version = organization.version();
        event.reason = reason;
        event.requeues = rescored ? conversation.requeues : 0;
        event.requirements.set(outcome.terms.requirements());
        event.tags.set(outcome.terms.tags());
        event.preferredAgent = DomainEvent.NOBODY;
        event.preferredUntil = 0;
        if (rescored) {
            event.queue = ClosedQueues.destination(conversation, event).index;
            if (conversation.workflow.touched && event.rule == conversation.rule) {
                // Where steps and exceptions have brought it counts, as long as it belongs to the same rule.
                if (reason == QueueReason.UPDATED && given != UpdateAttributes.BY_RULES) {
                    reprioritize(conversation, given);
                }
                return;
            }
            event.dueAt = dueAt(organization, event);
            placement.relax(conversation, event);
            placement.prefer(conversation, event, conversation.preferredAgent, conversation.preferredUntil);
            if (!Placement.differs(conversation, event)) {
                return;
            }
            long stepEndsAt = event.rule == conversation.workflow.rule ? conversation.workflow.endsAt : 0;
            placement.queue(conversation, event);
            steps.begin(conversation, outcome, stepEndsAt);
            return;
        }
        QueueState queue = LifecycleDecider.admitting(organization, event.queue);
        event.queue = queue.index;
        event.dueAt = dueAt(organization, event);
        if (!LifecycleDecider.takesIn(queue)) {
            lifecycle.reject(conversation, event);
            return;
        }
        if (!preferNamed(conversation, event) && organization.limits.preferenceNanos() > 0) {
            long until = scope.now() + organization.limits.preferenceNanos();
            placement.prefer(conversation, event, conversation.lastAgent, until);
        }
        placement.queue(conversation, event);
        steps.begin(conversation, outcome, 0);
        lifecycle.limit(conversation);
    }

    /** Changes nothing of a place but the priority. */
    private void reprioritize(ConversationState conversation, int priority) {
        if (priority != conversation.priority) {
            ConversationQueued event = placement.again(conversation, QueueReason.UPDATED);
            event.priority = priority;
            placement.prefer(conversation, event, conversation.preferredAgent, conversation.preferredUntil);
            placement.queue(conversation, event);
        }
    }

    /** Prefers the agent whom the message names to the rule that asks for it. Returns whether. */
    private boolean preferNamed(ConversationState conversation, ConversationQueued event) {
        OrganizationState organization = conversation.organization;
        RulePreference preference = outcome.preference;
        Bytes named = preference.isGiven() ? input.attribute(outcome.preferenceKey) : null;
        int agent = named == null ? DomainEvent.NOBODY : organization.agentIndex.find(named);
        if (agent == DomainEvent.NOBODY
                || preference.onlyIfFree()
                        && !isFree(organization.agents[agent], organization.capacity(conversation))) {
            return false;
        }
        return placement.prefer(conversation, event, agent, scope.now() + preference.forNanos());
    }

    private static boolean isFree(AgentState agent, CapacityClass capacity) {
        return agent.receivesOffers() && agent.fits(capacity);
    }

    /** When a conversation that a rule gives a target is due in its queue, 0 without such a rule. */
    private long dueAt(OrganizationState organization, ConversationQueued event) {
        ServiceTerms terms = organization.queues[event.queue].terms;
        return outcome.targetNanos == 0 ? 0 : terms.add(event.queuedAt, outcome.targetNanos);
    }
}
