package io.strowger.bench.reference;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.RulePreference;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AttributesGiven;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationScored;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.RuleInput;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides messages: which conversation they belong to, and where that one goes. */
final class Messages {
    private final Session session;
    private final Changes changes;
    private final Lifecycles lifecycles;
    private final Steps steps;
    private final Escalations escalations;
    private final FirstAnswers firstAnswers;
    private final RuleInput input = new RuleInput();

    /** Whom the rules that were applied last prefer. */
    private RulePreference preference = RulePreference.NONE;

    Messages(
            Session session,
            Changes changes,
            Lifecycles lifecycles,
            Steps steps,
            Escalations escalations,
            FirstAnswers firstAnswers) {
        this.session = session;
        this.changes = changes;
        this.lifecycles = lifecycles;
        this.steps = steps;
        this.escalations = escalations;
        this.firstAnswers = firstAnswers;
    }

    Outcome decide(Organization organization, ReceiveMessage message, Analysis analysis, Answer answer) {
        int channel = organization.names.channels().number(message.channel.toText());
        if (channel < 0 || organization.removedChannels.contains(channel)) {
            return Outcome.UNKNOWN_CHANNEL;
        }
        String externalId = message.externalId.toText();
        Decision first = firstAnswers.find(organization.number, channel, externalId, session.now);
        if (first != null) {
            answer.decision.copyFrom(first);
            answer.decision.duplicate = true;
            answer.decision.conversationVersion = 0; // the first answer is kept without it
            return Outcome.DUPLICATE;
        }
        Conversation conversation =
                organization.find(channel, message.conversationKey.toText(), message.contactId.toText());
        if (conversation == null) {
            conversation = open(organization, channel, message);
        }
        received(organization, conversation, externalId);
        scored(organization, conversation, analysis);
        if (conversation.state == RouteState.WRAP_UP) {
            changes.complete(organization, conversation);
        }
        if (conversation.state == RouteState.DORMANT) {
            wake(organization, conversation);
        } else if (conversation.state == RouteState.ABANDONED && session.now < conversation.returnUntil) {
            lifecycles.comeBack(organization, conversation);
        } else if (conversation.state != RouteState.ASSIGNED
                && conversation.state != RouteState.PARKED
                && conversation.state != RouteState.SCHEDULED) {
            place(organization, conversation, message, analysis, QueueReason.RESCORED);
        }
        answer.about = conversation;
        return Outcome.DONE;
    }

    Outcome reclassify(Organization organization, Reclassify command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        boolean isOpenToIt = conversation.isWaiting()
                || conversation.state == RouteState.PARKED
                || conversation.state == RouteState.SCHEDULED;
        if (!isOpenToIt || conversation.unread != command.messageSequence) {
            return Outcome.UNCHANGED;
        }
        scored(organization, conversation, command.analysis);
        if (conversation.isWaiting()) {
            place(organization, conversation, command.message, command.analysis, QueueReason.RECLASSIFIED);
        }
        return Outcome.DONE;
    }

    /** The API says more about a waiting conversation. */
    Outcome update(Organization organization, UpdateAttributes command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        Outcome refusal = ConversationCommands.refusal(conversation, command.postscript());
        if (refusal != null) {
            return refusal;
        }
        if (command.attributes.length() > 8_192 || command.priority < -1 || command.priority > 1_000) {
            return Outcome.INVALID;
        }
        if (!conversation.isWaiting()) {
            return Outcome.CONFLICT;
        }
        if (conversation.givenPriority == command.priority
                && Arrays.equals(conversation.givenAttributes, command.attributes.toArray())) {
            return Outcome.UNCHANGED;
        }
        changes.tellReason(organization, conversation, new Bytes(), command.postscript().reason);
        AttributesGiven event = new AttributesGiven();
        event.conversation = conversation.id;
        event.priority = command.priority;
        event.attributes.set(command.attributes);
        conversation.givenPriority = command.priority;
        conversation.givenAttributes = command.attributes.toArray();
        session.emit(organization, event);
        place(organization, conversation, command.message, command.analysis, QueueReason.UPDATED);
        return Outcome.DONE;
    }

    private Conversation open(Organization organization, int channel, ReceiveMessage message) {
        ConversationOpened event = new ConversationOpened();
        event.conversation = session.sequence + 1;
        event.channel = channel;
        event.key.set(message.conversationKey);
        event.contact.set(message.contactId);
        Conversation conversation =
                new Conversation(event.conversation, channel, event.key.toText(), event.contact.toText());
        organization.conversations.put(conversation.id, conversation);
        session.emit(organization, event);
        return conversation;
    }

    private void received(Organization organization, Conversation conversation, String externalId) {
        MessageReceived event = new MessageReceived();
        event.conversation = conversation.id;
        event.channel = conversation.channel;
        boolean isHeard = conversation.state == RouteState.ASSIGNED || canWake(organization, conversation);
        event.agent = isHeard ? conversation.agent : DomainEvent.NOBODY;
        event.externalId.set(Bytes.of(externalId));
        conversation.unread = conversation.state == RouteState.ASSIGNED ? 0 : session.sequence + 1;
        if (conversation.answeredStay == conversation.stay && conversation.stay > 0 && !conversation.isAsked) {
            conversation.isAsked = true;
            conversation.questions++;
        }
        session.emit(organization, event);
    }

    private static boolean canWake(Organization organization, Conversation conversation) {
        if (conversation.state != RouteState.DORMANT) {
            return false;
        }
        Agent agent = organization.agent(conversation.agent);
        boolean isAtWork = agent.status == AgentStatus.AVAILABLE || agent.status == AgentStatus.DRAINING;
        return isAtWork
                && agent.connected
                && !agent.removed
                && organization.hasRoom(agent, organization.signature(conversation));
    }

    /** The customer of a dormant conversation answered: its agent goes on, or it waits for that one first. */
    private void wake(Organization organization, Conversation conversation) {
        if (canWake(organization, conversation)) {
            changes.wake(organization, conversation);
            return;
        }
        int agent = conversation.agent;
        changes.endAssignment(organization, conversation, AssignmentEnd.RETURNED, false);
        ConversationQueued event = Placement.again(organization, conversation, QueueReason.WOKEN);
        Placement.renew(organization, conversation, event, session.now);
        long preferenceNanos = organization.limits().preferenceNanos();
        if (preferenceNanos > 0) {
            Placement.prefer(organization, event, conversation.requirements, agent, session.now + preferenceNanos);
        }
        changes.queue(organization, conversation, event, conversation.requirements);
    }

    private void scored(Organization organization, Conversation conversation, Analysis analysis) {
        ConversationScored event = new ConversationScored();
        event.conversation = conversation.id;
        event.language = analysis.label(Head.LANGUAGE);
        event.intent = analysis.label(Head.INTENT);
        event.sentiment = analysis.label(Head.SENTIMENT);
        event.emotion = analysis.label(Head.EMOTION);
        event.urgency = analysis.label(Head.URGENCY);
        event.sentimentScore = analysis.sentimentScore();
        if (conversation.isWaiting()) {
            escalations.heard(organization, conversation, conversation.sentimentScore, event.sentimentScore);
        }
        conversation.sentimentScore = event.sentimentScore;
        session.emit(organization, event);
    }

    /** Queues by the rules: anew, again, or, if that changes anything, in its place. */
    private void place(
            Organization organization,
            Conversation conversation,
            ReceiveMessage message,
            Analysis analysis,
            QueueReason whileWaiting) {
        boolean waits = conversation.isWaiting();
        ConversationQueued event = new ConversationQueued();
        event.conversation = conversation.id;
        event.version = organization.names.version();
        if (waits) {
            event.reason = whileWaiting;
            event.stay = conversation.stay;
            event.queuedAt = conversation.queuedAt;
            event.requeues = conversation.requeues;
        } else {
            event.reason = conversation.isClosed() ? QueueReason.REOPENED : QueueReason.ARRIVED;
            event.stay = conversation.stay + 1;
            event.queuedAt = session.now;
        }
        List<Requirement> demand = applyRules(organization, conversation, message, analysis, event);
        if (waits && conversation.progress.touched && event.rule == conversation.rule) {
            int given = conversation.givenPriority;
            if (whileWaiting == QueueReason.UPDATED && given >= 0 && given != conversation.priority) {
                ConversationQueued same = Placement.again(organization, conversation, QueueReason.UPDATED);
                same.priority = given;
                List<Requirement> asked = conversation.requirements;
                Placement.prefer(organization, same, asked, conversation.preferredAgent, conversation.preferredUntil);
                changes.queue(organization, conversation, same, asked);
            }
            return;
        }
        List<Requirement> all = new ArrayList<>(demand);
        all.addAll(organization.queue(event.queue).requirements());
        List<Requirement> requirements = Requirements.canonical(all);
        if (!waits && !lifecycles.admit(organization, event)) {
            lifecycles.reject(organization, conversation, event);
            return;
        }
        if (waits) {
            event.queue = changes.destination(organization, conversation, event);
        }
        event.dueAt = event.dueAt == 0
                ? 0
                : Organization.known(organization.serviceTimes.get(event.queue)).add(event.queuedAt, event.dueAt);
        event.preferredAgent = DomainEvent.NOBODY;
        long preferenceNanos = organization.limits().preferenceNanos();
        if (waits) {
            requirements = Requirements.relaxed(requirements, session.now - conversation.enteredAt);
            Placement.prefer(
                    organization, event, requirements, conversation.preferredAgent, conversation.preferredUntil);
        } else if (!preferNamed(organization, conversation, event, requirements) && preferenceNanos > 0) {
            Placement.prefer(organization, event, requirements, conversation.lastAgent, session.now + preferenceNanos);
        }
        if (!waits || differs(conversation, event, requirements)) {
            long endsAt = waits && event.rule == conversation.progress.rule ? conversation.progress.endsAt : 0;
            changes.queue(organization, conversation, event, requirements);
            steps.begin(organization, conversation, demand, endsAt, changes);
        }
        if (!waits) {
            lifecycles.limit(organization, conversation);
        }
    }

    /** The agent whose id stands in the attribute that the last matching rule with a preference names. */
    private boolean preferNamed(
            Organization organization,
            Conversation conversation,
            ConversationQueued event,
            List<Requirement> requirements) {
        Bytes named = preference.attribute().isEmpty() ? null : input.attribute(Bytes.of(preference.attribute()));
        int number =
                named == null ? DomainEvent.NOBODY : organization.names.agents().number(named.toText());
        if (number == DomainEvent.NOBODY) {
            return false;
        }
        Signature asked = organization.signature(conversation, requirements);
        if (preference.onlyIfFree() && !organization.canTake(organization.agent(number), asked)) {
            return false;
        }
        return Placement.prefer(organization, event, requirements, number, session.now + preference.forNanos());
    }

    /** Rules in their order, until one matched that does not continue; says what an agent must bring whatever the queue asks. */
    private List<Requirement> applyRules(
            Organization organization,
            Conversation conversation,
            ReceiveMessage message,
            Analysis analysis,
            ConversationQueued event) {
        byte[] given = conversation.givenAttributes;
        input.over(message, analysis, session.labels)
                .given(new Bytes().set(given, 0, given.length))
                .of(conversation.id);
        String queue = organization.names.configuration().fallbackQueue();
        Integer priority = null;
        List<Requirement> requirements = new ArrayList<>();
        Set<String> tags = new LinkedHashSet<>();
        event.rule = DomainEvent.NOBODY;
        preference = RulePreference.NONE;
        event.age = 0;
        event.dueAt = 0;
        List<RuleConfiguration> rules = organization.names.configuration().rules();
        for (int position = 0; position < rules.size(); position++) {
            if (!organization.conditions.get(position).holds(input)) {
                continue;
            }
            RuleConfiguration rule = rules.get(position);
            event.age = rule.timing().ageNanos() > 0 ? rule.timing().ageNanos() : event.age;
            // For now the target itself: when it is due depends on the queue.
            event.dueAt = rule.timing().targetNanos() > 0 ? rule.timing().targetNanos() : event.dueAt;
            if (rule.firstQueue() != null) {
                queue = rule.firstQueue();
                event.rule = organization.names.rules().number(rule.id());
            }
            priority = rule.firstPriority() != null ? rule.firstPriority() : priority;
            preference = rule.preference().isGiven() ? rule.preference() : preference;
            requirements.addAll(rule.requirements());
            tags.addAll(rule.tags());
            if (!rule.continues()) {
                break;
            }
        }
        event.queue = organization.names.queues().number(queue);
        if (conversation.givenPriority >= 0) {
            priority = conversation.givenPriority;
        }
        event.priority =
                priority != null ? priority : organization.queue(event.queue).priority();
        event.tags.set(Bytes.of(String.join("\n", tags)));
        return Requirements.canonical(requirements);
    }

    static boolean differs(Conversation conversation, ConversationQueued event, List<Requirement> requirements) {
        return event.queue != conversation.queue
                || event.priority != conversation.priority
                || event.age != conversation.age
                || event.dueAt != conversation.dueAt
                || event.rule != conversation.rule
                || event.preferredAgent != conversation.preferredAgent
                || !requirements.equals(conversation.requirements)
                || !event.tags.toText().equals(conversation.tags);
    }
}
