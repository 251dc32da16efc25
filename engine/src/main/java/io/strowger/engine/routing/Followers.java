package io.strowger.engine.routing;

import org.jspecify.annotations.Nullable;

/** Who has to know that a conversation was queued: steps and exceptions, which queue conversations themselves. */
final class Followers {
    private @Nullable StepDecider steps;
    private @Nullable ExceptionDecider exceptions;

    void follow(StepDecider byStep, ExceptionDecider byException) {
        steps = byStep;
        exceptions = byException;
    }

    /** A conversation was queued; whether it came into the queue only now. */
    void queued(ConversationState conversation, boolean enters) {
        if (steps != null && conversation.workflow.rule >= 0) {
            steps.resume(conversation);
        }
        if (exceptions != null) {
            exceptions.note(
                    conversation,
                    enters ? ExceptionDecider.QUEUED | ExceptionDecider.ENTERED : ExceptionDecider.QUEUED);
        }
    }
}
