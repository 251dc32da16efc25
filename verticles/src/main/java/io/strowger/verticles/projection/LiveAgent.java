package io.strowger.verticles.projection;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.event.AgentStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agent in the {@link LiveView}. Guarded by the view. */
final class LiveAgent {
    final int index;
    final String id;
    final Map<Long, LiveOffer> offers = new LinkedHashMap<>();
    final Map<Long, LiveAssignment> assignments = new LinkedHashMap<>();
    AgentStatus status = AgentStatus.OFFLINE;
    long statusSince;
    boolean connected;
    boolean lost;
    private int used;

    LiveAgent(int index, String id) {
        this.index = index;
        this.id = id;
    }

    void add(LiveOffer offer) {
        offers.put(offer.id, offer);
        used += offer.cost;
    }

    void add(LiveAssignment assignment) {
        assignments.put(assignment.id, assignment);
        used += assignment.cost;
    }

    /** An assignment takes another cost from now on. */
    void hold(LiveAssignment assignment, int cost) {
        used += cost - assignment.cost;
        assignment.cost = cost;
    }

    void remove(LiveOffer offer) {
        if (offers.remove(offer.id, offer)) {
            used -= offer.cost;
        }
    }

    void remove(LiveAssignment assignment) {
        if (assignments.remove(assignment.id, assignment)) {
            used -= assignment.cost;
        }
    }

    boolean hasWork() {
        return !offers.isEmpty() || !assignments.isEmpty();
    }

    AgentView view(AgentConfiguration configuration) {
        return view(configuration.name(), configuration.capacity(), configuration.queues());
    }

    /** For an agent who is configured no more but has work left. */
    AgentView viewUnconfigured() {
        return view(id, 0, List.of());
    }

    private AgentView view(String name, int capacity, List<String> queues) {
        return new AgentView(
                index,
                id,
                name,
                status,
                statusSince,
                connected,
                lost,
                capacity,
                used,
                offers.size(),
                assignments.size(),
                queues);
    }
}
