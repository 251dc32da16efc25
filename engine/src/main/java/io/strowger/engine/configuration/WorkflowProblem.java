package io.strowger.engine.configuration;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with steps or exception rules.
 *
 * @param path where, for example {@code exceptions[2].then[0].queue}
 * @param message what
 * @param unknownQueue the queue that is named there and does not exist, else null
 */
public record WorkflowProblem(
        String path, String message, @Nullable String unknownQueue) {
    WorkflowProblem(String path, String message) {
        this(path, message, null);
    }

    @Override
    public String toString() {
        return path + ": " + message;
    }
}
