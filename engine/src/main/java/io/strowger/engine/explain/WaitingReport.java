package io.strowger.engine.explain;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.RouteState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a conversation waits, or that it does not.
 *
 * @param sequence the last record that this takes into account
 * @param time of that record, epoch nanoseconds
 * @param state where the conversation stands
 * @param queue the queue's id, null before it was in one
 * @param priority 0 to 1000
 * @param queuedAt from when its age counts, epoch nanoseconds
 * @param estimate its place in the queue and how long it will wait there, null when it does not wait
 * @param waiting how many wait there
 * @param requirements what an agent has to bring
 * @param preferredAgent whom it waits for, or null
 * @param counts how many agents have which hindrance, agents of other queues not counted
 * @param agents a verdict on each agent of the queue, those who are nearest to getting it first
 * @param nextChangeAt when something ends that stands in the way, epoch nanoseconds; 0 if only agents or people can change it
 * @param promises how the promises about it stand
 */
public record WaitingReport(
        long sequence,
        long time,
        RouteState state,
        @Nullable String queue,
        int priority,
        long queuedAt,
        @Nullable WaitEstimate estimate,
        int waiting,
        List<Requirement> requirements,
        @Nullable String preferredAgent,
        Map<Hindrance, Integer> counts,
        List<AgentVerdict> agents,
        long nextChangeAt,
        List<Promise> promises) {
    /** Whether it waits for an agent. */
    public boolean isWaiting() {
        return estimate != null;
    }

    /** Its place in the queue, from 1; 0 when it does not wait. */
    public int position() {
        return estimate == null ? 0 : estimate.position();
    }
}
