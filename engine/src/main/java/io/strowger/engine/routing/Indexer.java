package io.strowger.engine.routing;

import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.internal.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds an organization's signatures and trees anew, and adds signatures as conversations first have them. Both cost time
 * in proportion to agents or conversations; they happen once a signature and once a configuration.
 */
final class Indexer {
    /** The signature of a conversation; a new one becomes known to all agents. */
    Signature signature(OrganizationState organization, CapacityClass capacity, Bytes requirements) {
        Signature known = organization.signatures.find(capacity, requirements);
        return known != null ? known : add(organization, capacity, requirements);
    }

    /** Gives a queue's agents seats in the row of a signature, if the queue has such rows and this one is new. */
    static void seat(OrganizationState organization, QueueState queue, Signature signature) {
        if (queue.configuration.strategy() != Strategy.BEST_SCORE
                || queue.rows.seats(0).has(signature.number)) {
            return;
        }
        for (int level = 0; level < queue.rows.levels(); level++) {
            queue.rows.seats(level).add(signature.number);
        }
        for (AgentState agent : organization.agents) {
            if (agent.serves(queue.index)) {
                agent.membership(queue.index).sit(signature);
            }
        }
    }

    /** Numbers the signatures that conversations have anew, by conversation, computes all keys anew, and fills all trees. */
    void rebuild(OrganizationState organization) {
        for (QueueState queue : organization.queues) {
            order(queue);
        }
        Set<List<Object>> signatures = new HashSet<>();
        organization.conversations.forEach(conversation -> {
            Signature signature = conversation.signature;
            if (signature != null) {
                signatures.add(List.of(organization.capacity(conversation).number, signature.requirements.toText()));
            }
        });
        int words = 1;
        while (words * Long.SIZE < signatures.size()) {
            words *= 2;
        }
        rebuild(organization, words, List.of());
    }

    /** Fills all trees anew; the signatures to keep have their numbers again. */
    private void rebuild(OrganizationState organization, int words, List<Signature> kept) {
        organization.signatures.clear(words);
        for (CapacityClass capacity : organization.capacityClasses) {
            capacity.signatures = new long[words];
        }
        for (QueueState queue : organization.queues) {
            queue.rows = new QueueRows(queue.configuration, queue.delays, words);
        }
        for (AgentState agent : organization.agents) {
            seat(organization, agent, words);
        }
        for (Signature signature : kept) {
            number(organization, signature.capacity, signature.requirements);
        }
        for (ConversationState conversation : conversationsById(organization)) {
            Signature earlier = conversation.signature;
            if (earlier != null) {
                conversation.signature =
                        number(organization, organization.capacity(conversation), earlier.requirements);
            }
        }
        for (AgentState agent : organization.agents) {
            for (int number = 0; number < organization.signatures.size(); number++) {
                learn(agent, organization.signatures.signature(number));
            }
            agent.countLogin();
            agent.refresh();
        }
        for (QueueState queue : organization.queues) {
            line(organization, queue);
        }
    }

    private static void order(QueueState queue) {
        for (ConversationState waiting = queue.line.first(); waiting != null; waiting = waiting.behind) {
            long dueAt = waiting.dueAt == 0 && queue.keepsDueInstants
                    ? OrderKeys.dueInstant(waiting.orderKey)
                    : waiting.dueAt;
            waiting.orderKey = queue.orderKey(waiting.priority, waiting.waitingSince(), dueAt);
        }
    }

    private static void line(OrganizationState organization, QueueState queue) {
        for (ConversationState waiting = queue.line.first(); waiting != null; waiting = waiting.behind) {
            waiting.tree = null;
            seat(organization, queue, waiting.signature());
            if (waiting.offers.size() < waiting.maxOffers()) {
                WaitingLines.index(organization, waiting);
            }
        }
    }

    private static void seat(OrganizationState organization, AgentState agent, int words) {
        agent.preferring = new SignatureTree(words);
        agent.satisfied = new long[words];
        agent.takes = new long[words];
        List<String> queues = agent.removed ? List.of() : agent.configuration.queues();
        agent.loggedIn = false;
        agent.staffed = false;
        agent.memberships = new Membership[queues.size()];
        for (int position = 0; position < agent.memberships.length; position++) {
            int queue = organization.names.queues().number(queues.get(position));
            agent.memberships[position] =
                    new Membership(agent, organization.queues[queue], agent.configuration.terms(position));
        }
        Arrays.sort(agent.memberships, Comparator.comparingInt(membership -> membership.tier));
        agent.learnSkills(organization.signatures);
    }

    private Signature number(OrganizationState organization, CapacityClass capacity, Bytes requirements) {
        Signature known = organization.signatures.find(capacity, requirements);
        return known != null ? known : organization.signatures.add(capacity, requirements);
    }

    private Signature add(OrganizationState organization, CapacityClass capacity, Bytes requirements) {
        if (!organization.signatures.hasRoom()) {
            rebuild(organization, 2 * organization.signatures.words(), organization.signatures.all());
        }
        Signature added = organization.signatures.add(capacity, requirements);
        for (AgentState agent : organization.agents) {
            learn(agent, added);
            agent.refresh();
        }
        return added;
    }

    private static void learn(AgentState agent, Signature signature) {
        if (!agent.removed && agent.suffices(signature)) {
            agent.satisfied[signature.number / Long.SIZE] |= 1L << signature.number;
        }
    }

    private static List<ConversationState> conversationsById(OrganizationState organization) {
        List<ConversationState> sorted = new ArrayList<>(organization.conversations.size());
        organization.conversations.forEach(sorted::add);
        sorted.sort(Comparator.comparingLong(conversation -> conversation.id));
        return sorted;
    }
}
