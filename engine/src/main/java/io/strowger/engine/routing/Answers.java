package io.strowger.engine.routing;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;

/** Says where a conversation stands. */
final class Answers {
    private Answers() {}

    /** Fills a decision from the state; its analysis, sequence and detail are left as they are. */
    static void fill(ConversationState conversation, Decision decision) {
        decision.outcome = Outcome.DONE;
        decision.organization = conversation.organization.number;
        decision.conversation = conversation.id;
        decision.state = conversation.state;
        decision.queue = conversation.queue;
        decision.priority = conversation.priority;
        decision.rule = conversation.rule;
        decision.version = conversation.version;
        decision.conversationVersion = conversation.changedBy;
        // While another agent is asked to take it over, it still is with the one who has it.
        OfferState offer = conversation.isWaiting() ? conversation.offers.last() : null;
        decision.agent = offer != null ? offer.agent : conversation.agent;
        decision.offer = offer != null ? offer.id : conversation.assignment;
    }
}
