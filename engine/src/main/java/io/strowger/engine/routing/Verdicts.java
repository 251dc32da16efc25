package io.strowger.engine.routing;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.explain.AgentVerdict;
import io.strowger.engine.explain.Hindrance;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what keeps an agent from a conversation, by the conditions of {@link Matching} one by one, where that only asks
 * whether all hold. Cold.
 */
final class Verdicts {
    private Verdicts() {}

    /** What is first in the way between a conversation that was queued and an agent. */
    static AgentVerdict of(ConversationState conversation, AgentState agent) {
        String id = agent.configuration.id();
        if (conversation.agent == agent.index) {
            return AgentVerdict.of(id, Hindrance.HAS_IT);
        }
        if (conversation.offers.has(agent)) {
            return new AgentVerdict(id, Hindrance.ASKED, null, 0, 0, expiry(conversation, agent));
        }
        if (!agent.serves(conversation.queue)) {
            return AgentVerdict.of(id, Hindrance.NOT_IN_QUEUE);
        }
        Hindrance presence = presence(agent);
        if (presence != Hindrance.NONE) {
            return AgentVerdict.of(id, presence);
        }
        Signature signature = conversation.signature;
        if (signature == null) {
            return AgentVerdict.of(id, Hindrance.NONE);
        }
        AgentVerdict skill = missingSkill(agent.configuration, signature);
        if (skill != null) {
            return skill;
        }
        return room(conversation, agent, signature);
    }

    /** When the agent's offer for the conversation expires. */
    private static long expiry(ConversationState conversation, AgentState agent) {
        OfferState offer = agent.offers.first();
        while (offer != null && offer.conversation != conversation.id) {
            offer = offer.behind;
        }
        return offer == null ? 0 : offer.expiresAt;
    }

    private static Hindrance presence(AgentState agent) {
        if (agent.removed || agent.status == AgentStatus.OFFLINE) {
            return Hindrance.OFFLINE;
        }
        if (!agent.connected) {
            return Hindrance.CONNECTION_LOST;
        }
        return switch (agent.status) {
            case AWAY -> Hindrance.AWAY;
            case DRAINING -> Hindrance.DRAINING;
            case NOT_RESPONDING -> Hindrance.NOT_RESPONDING;
            default -> Hindrance.NONE;
        };
    }

    private static @Nullable AgentVerdict missingSkill(AgentConfiguration agent, Signature signature) {
        for (Requirement required : requirements(signature)) {
            int level = agent.level(required.skill());
            if (!required.mandatory() || required.isMetBy(level)) {
                continue;
            }
            boolean isTooHigh = level > required.most();
            return new AgentVerdict(
                    agent.id(),
                    isTooHigh ? Hindrance.SKILL_UNWANTED : Hindrance.SKILL,
                    required.skill(),
                    isTooHigh ? required.most() : required.level(),
                    Math.max(level, 0),
                    0);
        }
        return null;
    }

    private static AgentVerdict room(ConversationState conversation, AgentState agent, Signature signature) {
        String id = agent.configuration.id();
        CapacityClass room = signature.capacity;
        boolean pulled = conversation.isPulled();
        boolean prefers = conversation.preferredAgent != DomainEvent.NOBODY && !pulled;
        if (prefers && conversation.preferredAgent != agent.index) {
            return new AgentVerdict(id, Hindrance.PREFERENCE, null, 0, 0, conversation.preferredUntil);
        }
        if (!agent.takesKind(room.kind)) {
            return AgentVerdict.of(id, Hindrance.KIND_OFF);
        }
        int most = agent.configuration.matching().maxPerWindow();
        int had = agent.share.assignments + agent.offers.size();
        if (most > 0 && had >= most) {
            return new AgentVerdict(
                    id, Hindrance.WINDOW_FULL, null, most, had, conversation.organization.fairnessUntil);
        }
        int left = agent.configuration.capacity() - agent.load(room);
        if (room.cost > left || agent.held >= AgentState.MAX_HELD) {
            return new AgentVerdict(id, Hindrance.CAPACITY, null, room.cost, left, 0);
        }
        int held = agent.heldByKind[room.kind.code()];
        if (held >= room.maxPerAgent) {
            return new AgentVerdict(id, Hindrance.KIND_FULL, null, room.maxPerAgent, held, 0);
        }
        QueueState queue = conversation.organization.queues[conversation.queue];
        int level = agent.membership(conversation.queue).level;
        if (!prefers && level >= queue.rows.open(conversation.reach)) {
            long delay = queue.delays[level - 1];
            return new AgentVerdict(id, Hindrance.DELAY, null, 0, 0, conversation.enteredAt + delay);
        }
        Exclusion exclusion = conversation.exclusions.find(agent);
        if (exclusion != null && !prefers) {
            long until = exclusion.soft ? exclusion.until : firstOf(exclusion.softenedAt, exclusion.until);
            return new AgentVerdict(id, Hindrance.EXCLUDED, null, 0, 0, until);
        }
        if (pulled && conversation.isWaiting() && conversation.offers.isEmpty()) {
            return AgentVerdict.of(id, Hindrance.CAN_PICK);
        }
        boolean enoughAsked = conversation.isWaiting() && conversation.tree == null;
        if (!enoughAsked && conversation.isWaiting() && BatchMatching.isBatched(conversation)) {
            return new AgentVerdict(id, Hindrance.COLLECTING, null, 0, 0, queue.batch.closesAt);
        }
        return AgentVerdict.of(id, enoughAsked ? Hindrance.OTHERS_ASKED : Hindrance.NONE);
    }

    private static long firstOf(long softenedAt, long until) {
        return softenedAt == 0 ? until : Math.min(softenedAt, until);
    }

    /** The requirements of a signature. */
    static List<Requirement> requirements(Signature signature) {
        return requirements(signature.requirements);
    }

    /** Requirements from their canonical form. */
    static List<Requirement> requirements(Bytes canonical) {
        return Requirements.read(new ByteReader().wrap(canonical));
    }
}
