package io.strowger.engine.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a rule: where a conversation waits for a while, and on which terms.
 *
 * @param queue id of the queue that it waits in, null to stay where it is
 * @param priority the priority from then on, 0 to 1000, null to leave it
 * @param raise what is added to the priority, within 0 to 1000; 0 for nothing
 * @param relax skills that are only wishes from then on
 * @param timeoutNanos how long the step lasts; 0 for ever
 * @param skipsUnstaffed whether the next step comes at once when nobody who is logged in could ever serve it in this one
 */
public record StepConfiguration(
        @Nullable String queue,
        @Nullable Integer priority,
        int raise,
        List<String> relax,
        long timeoutNanos,
        boolean skipsUnstaffed) {
    public StepConfiguration {
        relax = List.copyOf(relax);
    }

    /** A step that does no more than to send to a queue for a time. */
    public StepConfiguration(@Nullable String queue, long timeoutNanos) {
        this(queue, null, 0, List.of(), timeoutNanos, false);
    }

    /** The priority in this step of a conversation that has that one before. */
    public int priority(int before) {
        return Math.max(0, Math.min(ConfigurationCheck.MAX_PRIORITY, (priority == null ? before : priority) + raise));
    }
}
