package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferMade;
import java.util.HashMap;
import java.util.Map;

/** Who was asked when, written down apart from the router: in a round, nobody's turn comes twice before everybody's once. */
final class RotationCheck implements EventCheck {
    private final Map<Long, Long> turns = new HashMap<>();
    private long turn;
    int roundsChecked;

    @Override
    public void before(OrganizationState organization, DomainEvent event, long now) {
        switch (event.kind()) {
            case OFFER_MADE -> {
                OfferMade made = (OfferMade) event;
                asked(organization, organization.conversation(made.conversation), made.agent);
            }
            case CONVERSATION_ASSIGNED -> {
                ConversationAssigned assigned = (ConversationAssigned) event;
                ConversationState conversation = organization.conversation(assigned.conversation);
                if (conversation.cost == 0) {
                    asked(organization, conversation, assigned.agent);
                }
            }
            default -> {}
        }
    }

    @Invariant(12)
    private void asked(OrganizationState organization, ConversationState conversation, int agent) {
        boolean inTurn = conversation.isWaiting()
                && !conversation.isPulled()
                && !BatchMatching.isBatched(conversation)
                && organization.queues[conversation.queue].configuration.strategy() == Strategy.ROUND_ROBIN
                && conversation.exclusions.first() == null
                && Invariants.isEligible(organization, conversation, organization.agents[agent]);
        if (inTurn) {
            int tier = Invariants.tier(organization, conversation, organization.agents[agent]);
            long mine = turns.getOrDefault(key(organization, conversation.queue, agent), 0L);
            for (AgentState other : organization.agents) {
                if (other.index != agent
                        && !conversation.offers.has(other)
                        && Invariants.isEligible(organization, conversation, other)
                        && Invariants.tier(organization, conversation, other) == tier) {
                    long others = turns.getOrDefault(key(organization, conversation.queue, other.index), 0L);
                    assertThat(others).as("turn of agent %s", other.index).isGreaterThanOrEqualTo(mine);
                    roundsChecked++;
                }
            }
        }
        turns.put(key(organization, conversation.queue, agent), ++turn);
    }

    private static long key(OrganizationState organization, int queue, int agent) {
        return ((long) organization.number << Integer.SIZE) + queue * 1_000L + agent;
    }
}
