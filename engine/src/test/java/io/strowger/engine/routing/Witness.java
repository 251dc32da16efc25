package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.record.RecordView;
import io.strowger.models.Analysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies records event by event and checks, before each offer, that it is the one that a plain scan would make. */
final class Witness {
    private static final int MAX_PRIORITY = 1_000;

    final Router router = new Router(RouterLimits.DEFAULT, RouterHarness.WORDS);

    private final RoutingEvents events = new RoutingEvents();
    private final Analysis analysis = new Analysis();
    private final RotationCheck rotation = new RotationCheck();
    private final SlaCheck promises = new SlaCheck();
    private final List<EventCheck> checks = List.of(new BooksCheck(), new PlaceCheck(), rotation, promises);
    long offersChecked;
    private EventKind previous = EventKind.NONE;
    private long now;

    void watch(byte[] record) {
        RecordView view = new RecordView().wrap(record, 0);
        view.analysis(analysis);
        view.rewind();
        now = view.time();
        router.applier().begin(view.sequence(), now);
        while (view.nextEvent()) {
            DomainEvent event = events.ofKind(view.eventKind());
            event.read(view.content());
            before(view, event);
            OrganizationState organization = router.state().find(view.eventOrganization());
            if (organization != null) {
                checks.forEach(check -> check.before(organization, event, now));
            }
            router.applier().apply(view.eventOrganization(), event);
            if (organization != null) {
                checks.forEach(check -> check.after(organization, event, now));
            }
            previous = event.kind();
        }
        router.applier().end(analysis);
        router.state().work.clear();
        router.state().touched.clear();
        checks.forEach(check -> check.end(router.state()));
    }

    int roundsChecked() {
        return rotation.roundsChecked;
    }

    SlaCheck promises() {
        return promises;
    }

    private void before(RecordView view, DomainEvent event) {
        if (event.kind() == EventKind.OFFER_MADE) {
            OfferMade made = (OfferMade) event;
            OrganizationState organization = router.state().organization(view.eventOrganization());
            ConversationState conversation = organization.conversation(made.conversation);
            if (conversation.state == RouteState.ASSIGNED) {
                assertThat(Invariants.isEligible(organization, conversation, organization.agents[made.agent]))
                        .as("INV-02: who is asked to take over could be offered it")
                        .isTrue();
            } else {
                checkWinner(organization, conversation, made.agent);
            }
        } else if (event.kind() == EventKind.CONVERSATION_ASSIGNED) {
            ConversationAssigned assigned = (ConversationAssigned) event;
            OrganizationState organization = router.state().organization(view.eventOrganization());
            ConversationState conversation = organization.conversation(assigned.conversation);
            if (conversation.cost == 0 && previous != EventKind.ASSIGNMENT_FORCED) {
                checkWinner(organization, conversation, assigned.agent);
            }
        } else if (event.kind() == EventKind.OFFER_ENDED) {
            OfferEnded ended = (OfferEnded) event;
            OrganizationState organization = router.state().organization(view.eventOrganization());
            ConversationState conversation = organization.conversation(ended.conversation);
            if (conversation.state != RouteState.OFFERED) {
                return;
            }
            QueueState queue = organization.queues[conversation.queue];
            assertThat(conversation.orderKey)
                    .as("INV-17: the key survives offers")
                    .isEqualTo(queue.orderKey(conversation.priority, conversation.waitingSince(), conversation.dueAt));
        }
    }

    @Invariant({2, 5, 8, 11, 13})
    private void checkWinner(OrganizationState organization, ConversationState conversation, int winner) {
        offersChecked++;
        assertThat(conversation.offers.size()).as("INV-05").isLessThan(conversation.maxOffers());
        List<AgentState> eligible = new ArrayList<>();
        for (AgentState agent : organization.agents) {
            if (conversation.exclusions.find(agent) == null
                    && !conversation.offers.has(agent)
                    && Invariants.isEligible(organization, conversation, agent)) {
                eligible.add(agent);
            }
        }
        assertThat(eligible).as("agents for conversation %s", conversation.id).isNotEmpty();
        if (previous == EventKind.CONVERSATION_PICKED || previous == EventKind.BATCH_PAIRED) {
            assertThat(eligible)
                    .as("who picks it, or is paired with it, could be asked")
                    .contains(organization.agents[winner]);
            return;
        }
        Strategy strategy = organization.queues[conversation.queue].configuration.strategy();
        Comparator<AgentState> order =
                Comparator.comparingInt(agent -> Invariants.tier(organization, conversation, agent));
        order = switch (strategy) {
            case LONGEST_IDLE -> order;
            case LEAST_LOADED ->
                order.thenComparing((one, other) -> Long.compare(
                        (long) one.used * other.configuration.capacity(),
                        (long) other.used * one.configuration.capacity()));
            case MOST_SPARE -> order.thenComparingInt(agent -> agent.used - agent.configuration.capacity());
            case FEWEST_ACTIVE ->
                order.thenComparingInt(agent -> agent.heldByKind[
                        organization.capacity(conversation).kind.code()]);
            case ROUND_ROBIN -> order.thenComparingLong(agent -> agent.turns.of(conversation.queue));
            case FEWEST_TODAY ->
                order.thenComparing((one, other) -> FairShare.compare(
                        one.share.assignments,
                        FairShare.availableMicros(one.share.baseMicros(), now),
                        other.share.assignments,
                        FairShare.availableMicros(other.share.baseMicros(), now)));
            case RANDOM -> order.thenComparingInt(agent -> agent.index == winner ? 0 : 1);
            case BEST_SCORE ->
                order.thenComparingLong(agent -> -Score.of(
                        agent,
                        conversation.signature(),
                        organization
                                .queues[conversation.queue]
                                .configuration
                                .matching()
                                .fit()));
        };
        order = order.thenComparingLong(agent -> agent.idleSince)
                .thenComparingLong(agent -> agent.lastOfferedAt)
                .thenComparingInt(agent -> agent.index);
        assertThat(eligible.stream().min(order).orElseThrow().index).isEqualTo(winner);
        if (!BatchMatching.isBatched(conversation)) {
            checkTurn(organization, conversation);
        }
    }

    /** Nobody with the same signature, and nobody's preference or exclusion in between, waits before this one. */
    @Invariant({9, 10})
    private void checkTurn(OrganizationState organization, ConversationState chosen) {
        for (AgentState agent : organization.agents) {
            if (router.state().wheel.isArmed(agent.reviewTimer)) {
                return;
            }
        }
        for (ConversationState other : Invariants.conversations(organization)) {
            boolean sameTurn = other != chosen
                    && chosen.exclusions.first() == null
                    && chosen.preferredAgent == DomainEvent.NOBODY
                    && other.state == RouteState.QUEUED
                    && chosen.state == RouteState.QUEUED
                    && other.queue == chosen.queue
                    && other.signature == chosen.signature
                    && other.exclusions.first() == null
                    && other.preferredAgent == DomainEvent.NOBODY;
            if (sameTurn) {
                assertThat(chosen.isBefore(other))
                        .as("turn of %s before %s", chosen.id, other.id)
                        .isTrue();
                isNotStarved(organization.queues[other.queue].configuration, chosen, other);
            }
        }
    }

    /** However high the priority of another, who has waited long enough comes first. */
    private static void isNotStarved(QueueConfiguration queue, ConversationState chosen, ConversationState other) {
        if (queue.order() == OrderPolicy.AGED) {
            long bound = other.waitingSince() + (MAX_PRIORITY - other.priority) * queue.nanosPerPoint();
            assertThat(chosen.waitingSince()).as("INV-10").isLessThanOrEqualTo(bound);
        } else if (queue.order() == OrderPolicy.PRIORITY_FIFO && chosen.priority == other.priority) {
            assertThat(chosen.waitingSince() / 1_000).as("INV-09").isLessThanOrEqualTo(other.waitingSince() / 1_000);
        }
    }
}
