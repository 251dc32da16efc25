package io.strowger.engine.routing;

import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAbandoned;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;

/** Which agent and which conversation an event that is counted is about. Stateless. */
final class EventSubjects {
    private EventSubjects() {}

    /** The agent whose work or presence the event changes, or {@link DomainEvent#NOBODY}. */
    static int agent(DomainEvent event) {
        return switch (event.kind()) {
            case OFFER_MADE -> ((OfferMade) event).agent;
            case OFFER_ENDED -> ((OfferEnded) event).agent;
            case CONVERSATION_ASSIGNED -> ((ConversationAssigned) event).agent;
            case ASSIGNMENT_ENDED -> ((AssignmentEnded) event).agent;
            case CONVERSATION_RESTED -> ((ConversationRested) event).agent;
            case CONVERSATION_WOKEN -> ((ConversationWoken) event).agent;
            case AGENT_STATUS_CHANGED -> ((AgentStatusChanged) event).agent;
            case AGENT_CONNECTION_CHANGED -> ((AgentConnectionChanged) event).agent;
            default -> DomainEvent.NOBODY;
        };
    }

    /** The conversation of an event about an offer, a rest or an end. */
    static long conversation(DomainEvent event) {
        return switch (event.kind()) {
            case OFFER_MADE -> ((OfferMade) event).conversation;
            case OFFER_ENDED -> ((OfferEnded) event).conversation;
            case CONVERSATION_RESTED -> ((ConversationRested) event).conversation;
            case CONVERSATION_COMPLETED -> ((ConversationCompleted) event).conversation;
            case CONVERSATION_CANCELLED -> ((ConversationCancelled) event).conversation;
            case CONVERSATION_EXPIRED -> ((ConversationExpired) event).conversation;
            case CONVERSATION_ABANDONED -> ((ConversationAbandoned) event).conversation;
            default ->
                throw new IllegalArgumentException(event.kind() + " is not about a conversation that is counted");
        };
    }
}
