package io.strowger.engine.routing;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.internal.Hashes;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * An agent: status, session, what the agent holds and could take. {@link #refresh()} keeps the seats in step and must
 * follow every change of what it reads.
 */
final class AgentState {
    /** No agent holds more than this, whatever the configuration says: it bounds what one command can set free. */
    static final int MAX_HELD = 1_024;

    private static final int KINDS = ChannelKind.values().length;

    final int index;
    AgentConfiguration configuration;
    boolean removed;

    AgentStatus status = AgentStatus.OFFLINE;
    long statusSince;
    boolean connected;
    boolean lost;

    /** When the grace of a lost session ends; 0 for none. */
    long graceUntil;

    /** When live conversations return to their queues; 0 for never. */
    long returnAt;

    long idleSince;
    long lastOfferedAt;
    int missCount;

    /** Capacity units in use. */
    int used;

    /** Conversations held or offered, all together and by channel kind. */
    int held;

    final int[] heldByKind = new int[KINDS];

    long graceTimer;
    long returnTimer;
    long reviewTimer;

    /** Pending offers, the oldest first. */
    final OfferList offers = new OfferList();

    /** Assigned conversations, those in wrap-up included, in the order of assignment. */
    final ConversationList assignments = new ConversationList();

    final ExclusionList exclusions = ExclusionList.ofAgent();

    /** Waiting conversations that prefer this agent. */
    SignatureTree preferring = new SignatureTree(1);

    /** In the order of the agent's list. */
    Seat[] seats = {};

    /** The numbers of the agent's skills, ascending, and their levels. */
    int[] skills = {};

    int[] levels = {};

    /** Signatures whose requirements the agent meets. */
    long[] satisfied = {};

    /** Of those, the ones for which the agent can take one more right now. */
    long[] takes = {};

    /** Whether {@link PendingWork} has it. */
    boolean pending;

    private final OrganizationState organization;

    AgentState(OrganizationState organization, int index, AgentConfiguration configuration) {
        this.organization = organization;
        this.index = index;
        this.configuration = configuration;
    }

    /** Whether new offers may go to this agent, capacity aside. */
    boolean receivesOffers() {
        return status == AgentStatus.AVAILABLE && connected && !removed;
    }

    /** Whether it makes sense to wait for this agent. */
    boolean isAround() {
        return (status == AgentStatus.AVAILABLE || status == AgentStatus.AWAY) && !lost && !removed;
    }

    /** Whether the agent goes on with conversations that are already the agent's own. */
    boolean worksOn() {
        return (status == AgentStatus.AVAILABLE || status == AgentStatus.DRAINING) && connected && !removed;
    }

    boolean serves(int queue) {
        for (Seat seat : seats) {
            if (seat.queue.index == queue) {
                return true;
            }
        }
        return false;
    }

    boolean fits(CapacityClass capacity) {
        return held < MAX_HELD
                && used + capacity.cost <= configuration.capacity()
                && heldByKind[capacity.kind.code()] < capacity.maxPerAgent;
    }

    boolean canTake(Signature signature) {
        return (takes[signature.number / Long.SIZE] & (1L << signature.number)) != 0;
    }

    boolean meets(Signature signature) {
        return (satisfied[signature.number / Long.SIZE] & (1L << signature.number)) != 0;
    }

    /** Takes over the skills of the configuration, numbered. */
    void learnSkills(SignatureTable signatures) {
        TreeMap<Integer, Integer> numbered = new TreeMap<>();
        if (!removed) {
            for (Requirement skill : configuration.skills()) {
                numbered.merge(signatures.skillNumber(skill.skill()), skill.level(), Math::max);
            }
        }
        skills = new int[numbered.size()];
        levels = new int[numbered.size()];
        int position = 0;
        for (Map.Entry<Integer, Integer> skill : numbered.entrySet()) {
            skills[position] = skill.getKey();
            levels[position] = skill.getValue();
            position++;
        }
    }

    /** Whether the agent has these skills (numbers, as in {@link Signature}) at these levels or above. */
    boolean meets(int[] requiredSkills, int[] requiredLevels) {
        for (int position = 0; position < requiredSkills.length; position++) {
            int found = Arrays.binarySearch(skills, requiredSkills[position]);
            if (found < 0 || levels[found] < requiredLevels[position]) {
                return false;
            }
        }
        return true;
    }

    void hold(ChannelKind kind, int cost) {
        used += cost;
        held++;
        heldByKind[kind.code()]++;
    }

    void release(ChannelKind kind, int cost) {
        used -= cost;
        held--;
        heldByKind[kind.code()]--;
    }

    /** Computes what the agent can take and moves the seats accordingly. Returns whether something was added. */
    boolean refresh() {
        boolean added = false;
        boolean changed = false;
        boolean empty = true;
        boolean receives = receivesOffers();
        CapacityClass[] classes = organization.capacityClasses;
        for (int word = 0; word < takes.length; word++) {
            long fitting = 0;
            if (receives) {
                for (CapacityClass capacity : classes) {
                    if (fits(capacity)) {
                        fitting |= capacity.signatures[word];
                    }
                }
            }
            long bits = satisfied[word] & fitting;
            added |= (bits & ~takes[word]) != 0;
            changed |= bits != takes[word];
            empty &= bits == 0;
            takes[word] = bits;
        }
        for (Seat seat : seats) {
            refresh(seat, changed, empty);
        }
        return added;
    }

    private void refresh(Seat seat, boolean changed, boolean empty) {
        long strategyKey = strategyKey(seat.queue);
        SignatureTree tree = seat.tree;
        if (tree != null) {
            boolean inPlace =
                    seat.key1 == strategyKey && seat.key2 == idleSince && seat.key3 == lastOfferedAt && !empty;
            if (inPlace) {
                if (changed) {
                    tree.bitsChanged(seat);
                }
                return;
            }
            tree.remove(seat);
        }
        if (!empty) {
            seat.key0 = seat.tier;
            seat.key1 = strategyKey;
            seat.key2 = idleSince;
            seat.key3 = lastOfferedAt;
            seat.key4 = index;
            seat.bits = takes;
            seat.queue.seats.insert(seat);
        }
    }

    /** The agent's key under a queue's strategy: smaller first. */
    long strategyKey(QueueState queue) {
        // Exact: capacities are at most 65,535, so different shares differ by more than 2^-32.
        return queue.configuration.strategy() == Strategy.LEAST_LOADED
                ? ((long) used << Integer.SIZE) / configuration.capacity()
                : idleSince;
    }

    long stateHash() {
        long hash = Hashes.combine(index, removed ? 1 : 0);
        hash = Hashes.combine(hash, status.code());
        hash = Hashes.combine(hash, statusSince);
        hash = Hashes.combine(hash, (connected ? 1 : 0) + (lost ? 2 : 0));
        hash = Hashes.combine(hash, graceUntil);
        hash = Hashes.combine(hash, returnAt);
        hash = Hashes.combine(hash, idleSince);
        hash = Hashes.combine(hash, lastOfferedAt);
        hash = Hashes.combine(hash, missCount);
        hash = Hashes.combine(hash, used);
        for (int count : heldByKind) {
            hash = Hashes.combine(hash, count);
        }
        for (long word : takes) {
            hash += Hashes.mix(word);
        }
        hash = Hashes.combine(hash, offers.orderHash());
        hash = Hashes.combine(hash, assignments.orderHash());
        return Hashes.combine(hash, exclusions.stateHash());
    }
}
