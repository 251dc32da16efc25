package io.strowger.engine.routing;

import io.strowger.engine.configuration.ChannelKind;
import java.util.Arrays;
import java.util.List;

/**
 * Whether anybody who is logged in could ever serve the conversations of a signature in a queue. The answer is remembered until
 * somebody logs in or out there, so that asking again costs nothing while nobody comes or goes. No part of the state.
 */
final class Staffing {
    private static final long[] NOTHING = {};

    /** How often agents logged in or out, from 1. */
    private long changes = 1;

    /** By signature: {@link #changes} when it was looked at last, negative when nobody was found. */
    private long[] known = NOTHING;

    /** Somebody logged in or out. */
    void changed() {
        changes++;
    }

    boolean isServed(OrganizationState organization, int queue, Signature signature) {
        if (signature.number >= known.length) {
            known = Arrays.copyOf(known, Math.max(signature.number + 1, 2 * known.length));
        }
        if (Math.abs(known[signature.number]) != changes) {
            known[signature.number] = look(organization, queue, signature) ? changes : -changes;
        }
        return known[signature.number] > 0;
    }

    private static boolean look(OrganizationState organization, int queue, Signature signature) {
        for (AgentState agent : organization.agents) {
            if (isThere(agent, queue, signature.capacity) && agent.meets(signature)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an agent is logged in, serves a queue, and takes the kind, if not now then later. */
    static boolean isThere(AgentState agent, int queue, CapacityClass capacity) {
        List<ChannelKind> kinds = agent.configuration.matching().kinds();
        return agent.loggedIn && agent.serves(queue) && (kinds.isEmpty() || kinds.contains(capacity.kind));
    }
}
