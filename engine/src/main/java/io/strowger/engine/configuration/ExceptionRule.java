package io.strowger.engine.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done when something happens to a waiting conversation, once in a stay.
 *
 * @param id the rule's name in answers and records
 * @param queue id of the queue whose conversations it is for, null for all
 * @param trigger when
 * @param actions what, in this order
 */
public record ExceptionRule(
        String id, @Nullable String queue, ExceptionTrigger trigger, List<ExceptionAction> actions) {
    public ExceptionRule {
        actions = List.copyOf(actions);
    }
}
