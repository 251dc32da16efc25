package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.AttributesGiven;
import io.strowger.engine.event.ConversationAbandoned;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationScheduled;
import io.strowger.engine.event.ConversationScored;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.explain.Promise;
import io.strowger.engine.record.RecordView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies events to the {@link LiveView}'s organizations. Guarded by the view. */
final class LiveState implements RecordVisitor {
    private final RowContext context;
    private final int endedKept;
    private final List<LiveOrganization> organizations = new ArrayList<>();

    LiveState(CommittedRecords committed, int endedKept) {
        this.context = new RowContext(committed);
        this.endedKept = endedKept;
    }

    LiveOrganization organization(int number) {
        while (organizations.size() <= number) {
            organizations.add(new LiveOrganization(organizations.size(), endedKept));
        }
        return organizations.get(number);
    }

    @Override
    public void received(RecordView record, MessageReceived event, ReceiveMessage message) {
        LiveConversation conversation = touch(record, event.conversation);
        conversation.channel = event.channel;
        if (conversation.openedAt == 0) {
            conversation.openedAt = record.time();
        }
        if (conversation.key.isEmpty()) {
            conversation.key = message.conversationKey.toText();
        }
        if (!message.contactId.isEmpty()) {
            conversation.contact = new ContactView(
                    message.contactId.toText(),
                    message.contactName.toText(),
                    message.contactTier.toText(),
                    message.contactLanguage.toText());
        }
        conversation.messageCount++;
        conversation.lastMessage = record.sequence();
        conversation.lastMessageAt = record.time();
        conversation.lastExternalId = event.externalId.toText();
        conversation.text(message.text.array(), message.text.offset(), message.text.length());
    }

    @Override
    public void opened(RecordView record, ConversationOpened event) {
        LiveConversation conversation = touch(record, event.conversation);
        conversation.channel = event.channel;
        conversation.key = event.key.toText();
        conversation.openedAt = record.time();
    }

    @Override
    public void scored(RecordView record, ConversationScored event) {
        touch(record, event.conversation).analysis = new AnalysisView(
                context.label(event.language),
                context.label(event.intent),
                context.label(event.sentiment),
                context.label(event.emotion),
                context.label(event.urgency),
                event.sentimentScore / 10_000.0);
    }

    @Override
    public void queued(RecordView record, ConversationQueued event) {
        LiveOrganization organization = organization(record.eventOrganization());
        LiveConversation conversation = touch(record, event.conversation);
        organization.leaveQueue(conversation);
        conversation.base = RouteState.QUEUED;
        conversation.queue = event.queue;
        conversation.priority = event.priority;
        conversation.rule = event.rule;
        conversation.stay = event.stay;
        conversation.requeues = event.requeues;
        conversation.queuedAt = event.queuedAt;
        conversation.assignedAt = 0;
        conversation.endedAt = 0;
        conversation.tags =
                event.tags.isEmpty() ? List.of() : List.of(event.tags.toText().split("\n"));
        organization.enterQueue(conversation);
    }

    @Override
    public void offered(RecordView record, OfferMade event) {
        LiveOrganization organization = organization(record.eventOrganization());
        LiveConversation conversation = touch(record, event.conversation);
        LiveOffer offer = new LiveOffer(event, conversation);
        organization.leaveQueue(conversation);
        conversation.offers.add(offer);
        organization.enterQueue(conversation);
        agent(record, event.agent).add(offer);
    }

    @Override
    public void offerEnded(RecordView record, OfferEnded event) {
        LiveOrganization organization = organization(record.eventOrganization());
        LiveAgent agent = agent(record, event.agent);
        LiveOffer offer = agent.offers.get(event.offer);
        if (offer != null) {
            LiveConversation conversation = touch(record, event.conversation);
            organization.leaveQueue(conversation);
            conversation.offers.remove(offer);
            organization.enterQueue(conversation);
            agent.remove(offer);
        }
    }

    @Override
    public void assigned(RecordView record, ConversationAssigned event) {
        LiveConversation conversation = touch(record, event.conversation);
        LiveAssignment assignment = new LiveAssignment(event, conversation);
        conversation.assignedAt = event.assignedAt;
        become(record, conversation, RouteState.ASSIGNED, assignment);
        agent(record, event.agent).add(assignment);
    }

    @Override
    public void rested(RecordView record, ConversationRested event) {
        LiveConversation conversation = touch(record, event.conversation);
        LiveAssignment assignment = conversation.assignment;
        if (assignment != null) {
            agent(record, event.agent).hold(assignment, 0);
        }
        become(record, conversation, RouteState.DORMANT, assignment);
    }

    @Override
    public void woken(RecordView record, ConversationWoken event) {
        LiveConversation conversation = touch(record, event.conversation);
        LiveAssignment assignment = conversation.assignment;
        if (assignment != null) {
            agent(record, event.agent).hold(assignment, event.cost);
        }
        become(record, conversation, RouteState.ASSIGNED, assignment);
    }

    @Override
    public void wrappingUp(RecordView record, WrapUpStarted event) {
        LiveConversation conversation = touch(record, event.conversation);
        LiveAssignment assignment = agent(record, event.agent).assignments.get(event.assignment);
        if (assignment != null) {
            assignment.wrapUpUntil = event.until;
        }
        become(record, conversation, RouteState.WRAP_UP, conversation.assignment);
    }

    @Override
    public void assignmentEnded(RecordView record, AssignmentEnded event) {
        LiveAgent agent = agent(record, event.agent);
        LiveAssignment assignment = agent.assignments.get(event.assignment);
        LiveConversation conversation = touch(record, event.conversation);
        if (assignment != null) {
            agent.remove(assignment);
            if (conversation.assignment == assignment) {
                conversation.assignment = null;
            }
        }
    }

    @Override
    public void completed(RecordView record, ConversationCompleted event) {
        LiveConversation conversation = touch(record, event.conversation);
        conversation.endedAt = event.completedAt;
        become(record, conversation, RouteState.COMPLETED, null);
        organization(record.eventOrganization()).ended(conversation);
    }

    @Override
    public void cancelled(RecordView record, ConversationCancelled event) {
        LiveConversation conversation = touch(record, event.conversation);
        conversation.endedAt = record.time();
        become(record, conversation, RouteState.CANCELLED, null);
        organization(record.eventOrganization()).ended(conversation);
    }

    @Override
    public void scheduled(RecordView record, ConversationScheduled event) {
        become(record, touch(record, event.conversation), RouteState.SCHEDULED, null);
    }

    @Override
    public void abandoned(RecordView record, ConversationAbandoned event) {
        end(record, touch(record, event.conversation), RouteState.ABANDONED);
    }

    @Override
    public void expired(RecordView record, ConversationExpired event) {
        end(record, touch(record, event.conversation), RouteState.EXPIRED);
    }

    @Override
    public void rejected(RecordView record, ConversationRejected event) {
        LiveConversation conversation = touch(record, event.conversation);
        organization(record.eventOrganization()).leaveQueue(conversation);
        conversation.base = RouteState.REJECTED;
        conversation.queue = event.queue;
        conversation.priority = event.priority;
        conversation.rule = event.rule;
        end(record, conversation, RouteState.REJECTED);
    }

    @Override
    public void given(RecordView record, AttributesGiven event) {
        touch(record, event.conversation);
    }

    @Override
    public void replied(RecordView record, AgentReplied event) {
        touch(record, event.conversation);
    }

    /** Does not change the version: what the promise is about has, or nothing but time has passed. */
    @Override
    public void promised(RecordView record, SlaClockChanged event) {
        LiveConversation conversation =
                organization(record.eventOrganization()).conversationIfKnown(event.conversation);
        if (conversation != null) {
            conversation.promise(event.status == SlaStatus.NONE ? null : Promise.of(event), event.clock);
        }
    }

    private void end(RecordView record, LiveConversation conversation, RouteState how) {
        conversation.endedAt = record.time();
        become(record, conversation, how, null);
        organization(record.eventOrganization()).ended(conversation);
    }

    @Override
    public void parked(RecordView record, ConversationParked event) {
        LiveConversation conversation = touch(record, event.conversation);
        become(record, conversation, RouteState.PARKED, null);
    }

    @Override
    public void statusChanged(RecordView record, AgentStatusChanged event) {
        LiveAgent agent = agent(record, event.agent);
        agent.status = event.status;
        agent.statusSince = event.changedAt;
    }

    @Override
    public void connectionChanged(RecordView record, AgentConnectionChanged event) {
        LiveAgent agent = agent(record, event.agent);
        agent.connected = event.connected;
        agent.lost = event.lost;
    }

    private void become(
            RecordView record, LiveConversation conversation, RouteState base, @Nullable LiveAssignment assignment) {
        LiveOrganization organization = organization(record.eventOrganization());
        organization.leaveQueue(conversation);
        conversation.base = base;
        conversation.assignment = assignment;
        organization.enterQueue(conversation);
    }

    private LiveConversation touch(RecordView record, long id) {
        LiveConversation conversation = organization(record.eventOrganization()).conversation(id);
        conversation.sequence = record.sequence();
        return conversation;
    }

    private LiveAgent agent(RecordView record, int index) {
        return organization(record.eventOrganization()).agent(index, context.names(record));
    }
}
