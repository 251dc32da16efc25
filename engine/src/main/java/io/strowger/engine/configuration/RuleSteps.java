package io.strowger.engine.configuration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that the conversations of a rule take while they wait.
 *
 * @param steps in their order; none for a rule that leaves them where they are
 * @param overflowQueue id of the queue in which they wait after the last step, null to stay in the last step
 */
public record RuleSteps(
        List<StepConfiguration> steps, @Nullable String overflowQueue) {
    /** No steps. */
    public static final RuleSteps NONE = new RuleSteps(List.of(), null);

    public RuleSteps {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The steps, with the overflow, if there is one, as a last one without an end. */
    public List<StepConfiguration> all() {
        if (overflowQueue == null) {
            return steps;
        }
        List<StepConfiguration> all = new ArrayList<>(steps);
        all.add(new StepConfiguration(overflowQueue, 0));
        return all;
    }
}
