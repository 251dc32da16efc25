package io.strowger.engine.simulation;

import io.strowger.engine.configuration.OrganizationConfiguration;
import java.util.List;

/**
 * What is simulated. Immutable.
 *
 * @param name what reports call it
 * @param organization the configuration that decides
 * @param streams who comes
 * @param staff how its agents behave; those of the configuration who are not here are never at work
 * @param time when and how long
 * @param lines how many customers there may be at once, waiting or served; whoever comes then is turned away before the
 *     router hears of it. 0 for no limit
 * @param serviceLevelNanos the times of the service levels: the shares of customers who are served within each
 */
public record Scenario(
        String name,
        OrganizationConfiguration organization,
        List<ArrivalStream> streams,
        List<AgentPlan> staff,
        Span time,
        int lines,
        List<Long> serviceLevelNanos) {
    public Scenario {
        streams = List.copyOf(streams);
        staff = List.copyOf(staff);
        serviceLevelNanos = List.copyOf(serviceLevelNanos);
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("a scenario needs at least one stream of customers");
        }
        if (lines < 0) {
            throw new IllegalArgumentException("lines is " + lines + ", it must be 0 (no limit) or more");
        }
    }

    /** Whether as many customers come, and as many agents are there, at any time: so that parts of the time can be compared. */
    public boolean isStationary() {
        return streams.stream().allMatch(stream -> stream.arrivals().isConstant())
                && staff.stream().allMatch(agent -> agent.shifts().isEmpty());
    }

    /**
     * The time of a run.
     *
     * @param startNanos epoch nanoseconds; what the hours of the day are counted by, without any summer time
     * @param warmUpNanos before anything counts
     * @param countedNanos how long customers who come count
     * @param drainNanos how much longer to wait at most for the end of those who count; customers go on coming
     */
    public record Span(long startNanos, long warmUpNanos, long countedNanos, long drainNanos) {
        public Span {
            if (startNanos < 0 || warmUpNanos < 0 || countedNanos <= 0 || drainNanos < 0) {
                throw new IllegalArgumentException("times must not be negative, and the counted time must not be 0");
            }
        }

        long countedFrom() {
            return startNanos + warmUpNanos;
        }

        long countedTo() {
            return countedFrom() + countedNanos;
        }
    }
}
