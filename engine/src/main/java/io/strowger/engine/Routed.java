package io.strowger.engine;

import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.RouteState;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, in words, for programs that embed the engine. Labels are null where the models have no answer.
 *
 * @param outcome how the message was taken; {@link Outcome#DONE} or {@link Outcome#DUPLICATE} when it was
 * @param sequence the sequence of its record
 * @param conversation the conversation's number
 * @param state where the conversation stands
 * @param queue id of its queue, null when it has none
 * @param priority its priority
 * @param agent id of the agent who has it or is asked, null for none
 * @param rule id of the rule that chose the queue, null for the fallback
 * @param language ISO 639-1 code
 * @param intent label
 * @param sentiment label
 * @param urgency label
 * @param decisionNanos from publishing to the decision
 */
public record Routed(
        Outcome outcome,
        long sequence,
        long conversation,
        RouteState state,
        @Nullable String queue,
        int priority,
        @Nullable String agent,
        @Nullable String rule,
        @Nullable String language,
        @Nullable String intent,
        @Nullable String sentiment,
        @Nullable String urgency,
        long decisionNanos) {}
