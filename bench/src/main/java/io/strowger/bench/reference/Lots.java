package io.strowger.bench.reference;

import io.strowger.engine.event.AgentDrawn;
import io.strowger.engine.internal.Hashes;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/** Draws an agent where the queue's strategy leaves it to chance. */
final class Lots {
    private static final long STEP = 0x9e37_79b9_7f4a_7c15L;
    private static final int MAX_DRAWS = 16;

    private final Session session;

    Lots(Session session) {
        this.session = session;
    }

    /**
     * One of the agents in the first tier.
     *
     * @param free who could be asked, the first tier first
     */
    Agent draw(Organization organization, Conversation conversation, List<Agent> free) {
        int tier = organization.tier(free.get(0), conversation.queue);
        List<Agent> row = organization.agents.values().stream()
                .filter(agent -> organization.tier(agent, conversation.queue) == tier)
                .filter(agent -> organization.isOpen(agent, conversation))
                .filter(agent -> !organization.takes(agent).isEmpty())
                .sorted(Comparator.<Agent>comparingLong(agent -> organization.delay(agent, conversation.queue))
                        .thenComparingInt(agent -> agent.number))
                .toList();
        organization.generator += STEP;
        AgentDrawn event = new AgentDrawn();
        event.conversation = conversation.id;
        event.generator = organization.generator;
        session.emit(organization, event);
        for (int draw = 0; draw < MAX_DRAWS; draw++) {
            Agent drawn = row.get(position(organization.generator + draw, row.size()));
            if (free.contains(drawn)) {
                return drawn;
            }
        }
        return free.stream()
                .filter(agent -> organization.tier(agent, conversation.queue) == tier)
                .min(Comparator.comparingInt(agent -> agent.number))
                .orElseThrow();
    }

    /** A number in 0 to 2^63 - 1 is stretched over the size. */
    private static int position(long draw, int size) {
        return BigInteger.valueOf(Hashes.mix(draw) >>> 1)
                .multiply(BigInteger.valueOf(size))
                .shiftRight(Long.SIZE - 1)
                .intValueExact();
    }
}
