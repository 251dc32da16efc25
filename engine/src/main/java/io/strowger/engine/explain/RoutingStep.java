package io.strowger.engine.explain;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.QueueReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that the router decided about a conversation, or that it did not decide in time. */
public sealed interface RoutingStep {
    /** The record that it stands in. */
    long sequence();

    /** When, epoch nanoseconds. */
    long time();

    /** The queue's id. */
    String queue();

    /** 0 to 1000. */
    int priority();

    /** What an agent has to bring. */
    List<Requirement> requirements();

    /**
     * It was put into a queue, or stayed there on other terms.
     *
     * @param rule id of the rule that chose the queue, null for the fallback
     * @param version version of the configuration that decided
     * @param preferredAgent who is asked first, or null
     * @param tags what rules called it
     */
    record Queued(
            long sequence,
            long time,
            String queue,
            int priority,
            List<Requirement> requirements,
            QueueReason reason,
            @Nullable String rule,
            long version,
            @Nullable String preferredAgent,
            List<String> tags)
            implements RoutingStep {}

    /**
     * An agent was asked, or got it at once.
     *
     * @param offer the offer's id; of an assignment without an offer, the assignment's
     * @param assigned whether the agent got it without being asked
     * @param agent the agent's id
     * @param strategy the queue's strategy
     * @param candidates the first who could be asked, the chosen one among them
     * @param moreCandidates whether there were more
     * @param decidedBy what put the agent before the next one
     * @param batch what the agent was chosen in, or null
     */
    record Chosen(
            long sequence,
            long time,
            String queue,
            int priority,
            List<Requirement> requirements,
            long offer,
            boolean assigned,
            String agent,
            Strategy strategy,
            List<Candidate> candidates,
            boolean moreCandidates,
            DecidedBy decidedBy,
            @Nullable BatchFacts batch)
            implements RoutingStep {}

    /**
     * What was promised about it did not come in time.
     *
     * @param promise the promise as it stands then
     */
    record Broken(long sequence, long time, String queue, int priority, List<Requirement> requirements, Promise promise)
            implements RoutingStep {}
}
