package io.strowger.engine.routing;

import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.event.DomainEvent;
import java.util.List;

/** An organization's exception rules in their order, with their numbers and those of their queues. Immutable. */
final class ExceptionTable {
    static final ExceptionTable NONE = new ExceptionTable(List.of(), new int[0], new int[0]);

    private final List<ExceptionRule> rules;
    private final int[] numbers;
    private final int[] queues;

    private ExceptionTable(List<ExceptionRule> rules, int[] numbers, int[] queues) {
        this.rules = rules;
        this.numbers = numbers;
        this.queues = queues;
    }

    static ExceptionTable of(Names names) {
        List<ExceptionRule> rules = names.configuration().workflows().exceptions();
        int[] numbers = new int[rules.size()];
        int[] queues = new int[rules.size()];
        for (int position = 0; position < numbers.length; position++) {
            ExceptionRule rule = rules.get(position);
            numbers[position] = names.exceptions().number(rule.id());
            queues[position] =
                    rule.queue() == null ? DomainEvent.NOBODY : names.queues().number(rule.queue());
        }
        return new ExceptionTable(rules, numbers, queues);
    }

    int size() {
        return numbers.length;
    }

    ExceptionRule rule(int position) {
        return rules.get(position);
    }

    int number(int position) {
        return numbers[position];
    }

    /** Whether a rule is about the time that is left. */
    boolean asksForSlack() {
        for (int position = 0; position < numbers.length; position++) {
            if (rules.get(position).trigger().kind() == TriggerKind.SLA_SLACK) {
                return true;
            }
        }
        return false;
    }

    boolean hasSameRules(ExceptionTable other) {
        return rules.equals(other.rules);
    }

    /** Whether a rule is for a waiting conversation, and was not set off in its stay. */
    boolean concerns(int position, ConversationState conversation) {
        int queue = queues[position];
        return (queue == DomainEvent.NOBODY || queue == conversation.queue)
                && !conversation.workflow.wasRaised(numbers[position]);
    }
}
