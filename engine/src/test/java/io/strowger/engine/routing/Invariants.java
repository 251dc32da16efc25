package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import java.util.ArrayList;
import java.util.List;

/** The invariants of routing, checked by plain scans that know nothing of indexes. */
final class Invariants {
    private Invariants() {}

    static void check(RouterState state, long now) {
        for (OrganizationState organization : state.organizations) {
            capacityIsTheSumOfWhatIsHeld(organization);
            waitingConversationsAreInOneQueue(organization);
            statesAgreeWithOffersAndAssignments(organization);
            closedConversationsHoldNothing(organization);
            everyConversationIsAccountedFor(organization);
            nothingIsStranded(state, organization);
        }
        offersEndInTime(state, now);
        TimerInvariants.check(state, now);
    }

    @Invariant(1)
    private static void capacityIsTheSumOfWhatIsHeld(OrganizationState organization) {
        for (AgentState agent : organization.agents) {
            int used = 0;
            int[] byKind = new int[ChannelKind.values().length];
            for (ConversationState conversation : conversations(organization)) {
                OfferState offer = conversation.offers.above(agent.index - 1);
                int cost = offer != null && offer.agent == agent.index
                        ? offer.cost
                        : conversation.agent == agent.index ? conversation.cost : 0;
                if (cost > 0) {
                    used += cost;
                    byKind[organization.capacity(conversation).kind.code()]++;
                }
            }
            assertThat(agent.used).as("used of agent %s", agent.index).isEqualTo(used);
            assertThat(agent.heldByKind).isEqualTo(byKind);
        }
    }

    @Invariant(3)
    private static void waitingConversationsAreInOneQueue(OrganizationState organization) {
        List<ConversationState> inLines = new ArrayList<>();
        List<TreeNode> inTrees = new ArrayList<>();
        for (QueueState queue : organization.queues) {
            for (ConversationState each = queue.line.first(); each != null; each = each.behind) {
                assertThat(each.queue).isEqualTo(queue.index);
                inLines.add(each);
            }
            for (int reach = 0; reach < queue.rows.levels(); reach++) {
                for (TreeNode waiting : TreeChecks.nodes(queue.rows.waiting(reach))) {
                    assertThat(((ConversationState) waiting).reach).isEqualTo(reach);
                    inTrees.add(waiting);
                }
            }
            for (int level = 0; level < queue.rows.levels(); level++) {
                seatsAreOfTheQueue(queue, queue.rows.seats(level));
            }
        }
        for (AgentState agent : organization.agents) {
            inTrees.addAll(TreeChecks.nodes(agent.preferring));
        }
        List<ConversationState> waiting = new ArrayList<>();
        List<TreeNode> queued = new ArrayList<>();
        for (ConversationState conversation : conversations(organization)) {
            if (conversation.isWaiting()) {
                waiting.add(conversation);
            }
            if (conversation.isWaiting() && conversation.offers.size() < conversation.maxOffers()) {
                queued.add(conversation);
            }
        }
        assertThat(inLines).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(inTrees).containsExactlyInAnyOrderElementsOf(queued);
        assertThat(organization.statistics.waiting).isEqualTo(waiting.size());
    }

    private static void seatsAreOfTheQueue(QueueState queue, SeatLanes seats) {
        for (int lane = 0; lane < seats.count(); lane++) {
            if (seats.has(lane)) {
                for (TreeNode seat : TreeChecks.nodes(seats.lane(lane))) {
                    assertThat(((Seat) seat).queue()).isSameAs(queue);
                }
            }
        }
    }

    @Invariant({4, 5})
    private static void statesAgreeWithOffersAndAssignments(OrganizationState organization) {
        int pending = 0;
        int assigned = 0;
        int transfers = 0;
        int dormant = 0;
        for (ConversationState conversation : conversations(organization)) {
            boolean maybeAsked = conversation.state == RouteState.ASSIGNED;
            assertThat(!conversation.offers.isEmpty())
                    .isIn(
                            conversation.state == RouteState.OFFERED,
                            conversation.state == RouteState.OFFERED || maybeAsked);
            transfers += maybeAsked ? conversation.offers.size() : 0;
            int offers = 0;
            OfferState offer = conversation.offers.above(DomainEvent.NOBODY);
            while (offer != null) {
                offers++;
                assertThat(offer.agent).isNotEqualTo(conversation.agent);
                assertThat(offer.isPending()).isTrue();
                assertThat(offer.conversation).isEqualTo(conversation.id);
                offer = conversation.offers.above(offer.agent);
            }
            assertThat(offers).as("one an agent").isEqualTo(conversation.offers.size());
            assertThat(offers).isLessThanOrEqualTo(QueueMatching.MAX_CONCURRENT_OFFERS);
            pending += offers;
            boolean handled = conversation.state == RouteState.ASSIGNED || conversation.state == RouteState.WRAP_UP;
            assigned += handled ? 1 : 0;
            boolean isDormant = conversation.state == RouteState.DORMANT;
            dormant += isDormant ? 1 : 0;
            assertThat(conversation.agent != DomainEvent.NOBODY).isEqualTo(handled || isDormant);
            assertThat(conversation.assignment != 0).isEqualTo(handled || isDormant);
            assertThat(conversation.cost != 0).isEqualTo(handled);
        }
        assertThat(organization.statistics.pendingTransfers).isEqualTo(transfers);
        assertThat(organization.statistics.dormant).isEqualTo(dormant);
        assertThat(organization.statistics.pendingOffers).isEqualTo(pending);
        assertThat(organization.statistics.assigned).isEqualTo(assigned);
    }

    @Invariant(6)
    private static void closedConversationsHoldNothing(OrganizationState organization) {
        int closed = 0;
        for (ConversationState conversation : conversations(organization)) {
            if (conversation.isClosed()) {
                closed++;
                assertThat(conversation.offers.isEmpty()).isTrue();
                assertThat(conversation.exclusions.first()).isNull();
                assertThat(conversation.preferenceTimer).isEqualTo(TimingWheel.NO_TIMER);
                assertThat(conversation.tree).isNull();
                assertThat(conversation.lifeTimer).isEqualTo(TimingWheel.NO_TIMER);
                assertThat(conversation.cost).isZero();
            }
        }
        assertThat(organization.closed.size()).isEqualTo(closed);
    }

    private static long count(OrganizationState organization, RouteState state) {
        return conversations(organization).stream()
                .filter(conversation -> conversation.state == state)
                .count();
    }

    @Invariant(22)
    private static void everyConversationIsAccountedFor(OrganizationState organization) {
        OrganizationStatistics statistics = organization.statistics;
        long live = conversations(organization).stream()
                .filter(conversation -> !conversation.isClosed())
                .count();
        assertThat(statistics.opened + statistics.reopened)
                .isEqualTo(live
                        + statistics.completed
                        + statistics.cancelled
                        + statistics.abandoned
                        + statistics.expired
                        + statistics.rejected);
        assertThat(statistics.scheduled).isEqualTo(count(organization, RouteState.SCHEDULED));
        assertThat(statistics.parked).isEqualTo(count(organization, RouteState.PARKED));
    }

    /** For queues that offer. While reviews after a new configuration are still due, it holds again once they are done. */
    @Invariant(7)
    private static void nothingIsStranded(RouterState state, OrganizationState organization) {
        for (AgentState agent : organization.agents) {
            if (state.wheel.isArmed(agent.reviewTimer)) {
                return;
            }
        }
        for (ConversationState conversation : conversations(organization)) {
            if (!conversation.isWaiting()
                    || conversation.isPulled()
                    || conversation.offers.size() >= conversation.maxOffers()) {
                continue;
            }
            if (BatchMatching.isBatched(conversation) && organization.queues[conversation.queue].batch.closesAt != 0) {
                // It collects until then.
                continue;
            }
            for (AgentState agent : organization.agents) {
                assertThat(conversation.mayAsk(agent) && isEligible(organization, conversation, agent))
                        .as("conversation %s could go to agent %s", conversation.id, agent.index)
                        .isFalse();
            }
        }
    }

    @Invariant(16)
    private static void offersEndInTime(RouterState state, long now) {
        if (state.wheel.nextDeadline() <= now) {
            return;
        }
        for (OrganizationState organization : state.organizations) {
            organization.offers.forEach(offer -> {
                if (offer.isPending()) {
                    assertThat(offer.expiresAt).isGreaterThan(now);
                }
            });
        }
    }

    /** Whether an agent passes every filter for a conversation, exclusions aside. */
    static boolean isEligible(OrganizationState organization, ConversationState conversation, AgentState agent) {
        if (agent.removed
                || !agent.connected
                || agent.status != io.strowger.engine.event.AgentStatus.AVAILABLE
                || !agent.takesKind(organization.capacity(conversation).kind)
                || agent.configuration.matching().maxPerWindow() > 0
                        && agent.share.assignments + agent.offers.size()
                                >= agent.configuration.matching().maxPerWindow()
                || agent.load(organization.capacity(conversation)) + organization.capacity(conversation).cost
                        > agent.configuration.capacity()
                || agent.heldByKind[organization.capacity(conversation).kind.code()]
                        >= organization.capacity(conversation).maxPerAgent) {
            return false;
        }
        if (!meets(agent, conversation)) {
            return false;
        }
        if (conversation.preferredAgent != DomainEvent.NOBODY) {
            // Whom a configuration took out of the queue is not asked, but waited for until the preference ends.
            return conversation.preferredAgent == agent.index && tier(organization, conversation, agent) >= 0;
        }
        return tier(organization, conversation, agent) >= 0 && isOpen(organization, conversation, agent);
    }

    /** Whether the conversation has waited the agent's delay, or nobody with a shorter one is logged in and that counts. */
    private static boolean isOpen(OrganizationState organization, ConversationState conversation, AgentState agent) {
        QueueState queue = organization.queues[conversation.queue];
        long delay = delay(queue, agent);
        if (delay == 0 || conversation.reach > 0 && queue.delays[conversation.reach - 1] >= delay) {
            return true;
        }
        return queue.configuration.matching().skipsDelays()
                && java.util.Arrays.stream(organization.agents)
                        .noneMatch(other -> !other.removed
                                && other.connected
                                && other.status != io.strowger.engine.event.AgentStatus.OFFLINE
                                && other.configuration.queues().contains(queue.configuration.id())
                                && delay(queue, other) < delay);
    }

    private static long delay(QueueState queue, AgentState agent) {
        return agent.configuration
                .terms(agent.configuration.queues().indexOf(queue.configuration.id()))
                .delayNanos();
    }

    @Invariant(13)
    static boolean meets(AgentState agent, ConversationState conversation) {
        for (Requirement requirement :
                Requirements.read(new ByteReader().wrap(conversation.signature().requirements))) {
            int level = agent.configuration.level(requirement.skill());
            if (requirement.mandatory() && (level < requirement.level() || level > requirement.most())) {
                return false;
            }
        }
        return true;
    }

    /** The tier in which the agent serves the conversation's queue, -1 when the agent does not. */
    static int tier(OrganizationState organization, ConversationState conversation, AgentState agent) {
        String queue = organization.names.queues().name(conversation.queue);
        int position = agent.configuration.queues().indexOf(queue);
        return organization.queues[conversation.queue].removed || position < 0
                ? -1
                : agent.configuration.terms(position).tier();
    }

    static List<ConversationState> conversations(OrganizationState organization) {
        List<ConversationState> all = new ArrayList<>();
        organization.conversations.forEach(all::add);
        all.sort(java.util.Comparator.comparingLong(conversation -> conversation.id));
        return all;
    }
}
