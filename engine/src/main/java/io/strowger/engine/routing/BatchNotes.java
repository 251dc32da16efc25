package io.strowger.engine.routing;

import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.BatchClosed;
import io.strowger.engine.event.BatchPaired;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.explain.BatchFacts;
import org.jspecify.annotations.Nullable;

/** What a record said of its last batch, for the explanation of the offer that follows. */
final class BatchNotes {
    private int conversations;
    private int agents;
    private int pairs;
    private long cost;
    private int greedyPairs;
    private long greedyCost;
    private long conversation;
    private int agent;
    private @Nullable BatchFacts facts;

    /** A record begins. */
    void clear() {
        facts = null;
        conversation = 0;
    }

    void closed(BatchClosed event) {
        conversations = event.conversations;
        agents = event.agents;
        pairs = event.pairs;
        cost = event.cost;
        greedyPairs = event.greedyPairs;
        greedyCost = event.greedyCost;
    }

    void paired(BatchPaired event, Names names) {
        conversation = event.conversation;
        agent = event.agent;
        String greedyAgent =
                event.greedyAgent == DomainEvent.NOBODY ? null : names.agents().name(event.greedyAgent);
        facts = new BatchFacts(conversations, agents, pairs, cost, event.cost, greedyPairs, greedyCost, greedyAgent);
    }

    /** The batch from which a conversation gets an agent, or null. */
    @Nullable
    BatchFacts of(long ofConversation, int chosen) {
        return conversation == ofConversation && agent == chosen ? facts : null;
    }
}
