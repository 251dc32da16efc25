package io.strowger.engine.routing;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.internal.Hashes;
import io.strowger.engine.internal.InvariantViolation;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    /** Capacity units in use by channel kind. */
    private final int[] usedByKind = new int[KINDS];

    /** What the agent becomes when nothing is assigned any more, or null. */
    @Nullable
    AgentStatus nextStatus;

    long nextTimer;

    long graceTimer;
    long returnTimer;
    long reviewTimer;

    /** Kinds of which the agent wants nothing for now: a bit for each, at the position of its code. */
    int pausedKinds;

    /** What the agent does, in the organization's words; empty for nothing special. */
    final KeyBytes activity = new KeyBytes();

    /** Pending offers, the oldest first. */
    final OfferList offers = new OfferList();

    /** Assigned conversations, those in wrap-up included, in the order of assignment. */
    final ConversationList assignments = new ConversationList();

    final ExclusionList exclusions = ExclusionList.ofAgent();

    /** Waiting conversations that prefer this agent. */
    SignatureTree preferring = new SignatureTree(1);

    /** By tier, then in the order of the agent's list. */
    Membership[] memberships = {};

    final Turns turns = new Turns();
    final FairShare share = new FairShare();

    /** The numbers of the agent's skills, ascending, and their levels. */
    int[] skills = {};

    int[] levels = {};

    /** Signatures whose requirements the agent meets. */
    long[] satisfied = {};

    /** Of those, the ones for which the agent can take one more right now. */
    long[] takes = {};

    /** Whether the agent's queues count the agent among those logged in. */
    boolean loggedIn;

    /** Whether they count the agent among those who get offers. */
    boolean staffed;

    /** Whether that is any. */
    boolean takesAny;

    /** Whether {@link PendingWork} has it. */
    boolean pending;

    /** Whether {@link BatchAgents} has it. */
    boolean collected;

    final OrganizationState organization;

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
        for (Membership membership : memberships) {
            if (membership.queue.index == queue) {
                return true;
            }
        }
        return false;
    }

    /** Whether the agent may be given one more of a class now: there is room, and the agent takes such, and so many. */
    boolean fits(CapacityClass capacity) {
        int most = configuration.matching().maxPerWindow();
        return hasRoom(capacity) && takesKind(capacity.kind) && (most == 0 || share.assignments + offers.size() < most);
    }

    /** Whether one more of a class is within the agent's capacity. */
    boolean hasRoom(CapacityClass capacity) {
        return held < MAX_HELD
                && load(capacity) + capacity.cost <= configuration.capacity()
                && heldByKind[capacity.kind.code()] < capacity.maxPerAgent;
    }

    /** Capacity units in use by what a class does not interrupt. */
    int load(CapacityClass capacity) {
        int load = used;
        for (int position = 0; position < capacity.interrupts.size(); position++) {
            load -= usedByKind[capacity.interrupts.get(position).code()];
        }
        return load;
    }

    boolean takesKind(ChannelKind kind) {
        return (pausedKinds & 1 << kind.code()) == 0
                && (configuration.matching().kinds().isEmpty()
                        || configuration.matching().kinds().contains(kind));
    }

    boolean canTake(Signature signature) {
        return canTake(signature.number);
    }

    boolean canTake(int signature) {
        return (takes[signature / Long.SIZE] & (1L << signature)) != 0;
    }

    boolean meets(Signature signature) {
        return (satisfied[signature.number / Long.SIZE] & (1L << signature.number)) != 0;
    }

    /** Takes over the skills of the configuration, numbered. */
    void learnSkills(SignatureTable signatures) {
        TreeMap<Integer, Integer> numbered = new TreeMap<>();
        if (!removed) {
            for (Requirement skill : configuration.abilities()) {
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

    /** Whether the agent has the mandatory skills of a signature at the levels that it asks for. */
    boolean suffices(Signature signature) {
        for (int position = 0; position < signature.mandatory; position++) {
            int level = level(signature.skills[position]);
            if (level < signature.levels[position] || level > signature.mosts[position]) {
                return false;
            }
        }
        return true;
    }

    /** The level of a skill by its number, -1 when the agent does not have it. */
    int level(int skill) {
        int found = Arrays.binarySearch(skills, skill);
        return found < 0 ? Requirement.WITHOUT : levels[found];
    }

    void hold(ChannelKind kind, int cost) {
        used += cost;
        held++;
        heldByKind[kind.code()]++;
        usedByKind[kind.code()] += cost;
    }

    void release(ChannelKind kind, int cost) {
        used -= cost;
        held--;
        heldByKind[kind.code()]--;
        usedByKind[kind.code()] -= cost;
    }

    /** Whether the agent is at work, available or not: then the delays of others count. */
    boolean isLoggedIn() {
        return status != AgentStatus.OFFLINE && connected && !removed;
    }

    /** Tells the queues whether the agent is logged in; returns whether others may be asked sooner now: {@link Reviews}. */
    boolean countLogin() {
        countStaff();
        if (loggedIn == isLoggedIn()) {
            return false;
        }
        loggedIn = !loggedIn;
        boolean opened = false;
        for (Membership membership : memberships) {
            opened |= membership.queue.rows.count(membership.level, loggedIn ? 1 : -1);
        }
        return opened;
    }

    private void countStaff() {
        if (staffed == receivesOffers()) {
            return;
        }
        staffed = !staffed;
        for (Membership membership : memberships) {
            membership.queue.rows.staff(staffed ? 1 : -1);
        }
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
        takesAny = !empty;
        for (Membership membership : memberships) {
            membership.refresh(changed);
        }
        return added;
    }

    /** What the agent is in a queue that it serves. */
    Membership membership(int queue) {
        for (Membership membership : memberships) {
            if (membership.queue.index == queue) {
                return membership;
            }
        }
        throw new InvariantViolation("agent " + index + " does not serve queue " + queue);
    }

    /** Notes that the agent was asked in a queue. */
    void asked(QueueState queue, long at) {
        lastOfferedAt = at;
        turns.put(queue.index, ++queue.turns);
    }

    long stateHash() {
        long hash = Hashes.combine(index, removed ? 1 : 0);
        hash = Hashes.combine(hash, status.code());
        AgentStatus next = nextStatus;
        hash = Hashes.combine(hash, next == null ? -1 : next.code());
        hash = Hashes.combine(hash, pausedKinds);
        hash = Hashes.combine(hash, activity.hash());
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
        hash = Hashes.combine(hash, turns.stateHash());
        hash = Hashes.combine(hash, share.stateHash());
        hash = Hashes.combine(hash, offers.orderHash());
        hash = Hashes.combine(hash, assignments.orderHash());
        return Hashes.combine(hash, exclusions.stateHash());
    }
}
