package io.strowger.engine.journal;

import org.jspecify.annotations.Nullable;

/**
 * The journal can't do what it was asked to. The message is meant for the operator and shown as it is: what happened, in
 * which file or directory, and what to do.
 */
public final class JournalException extends RuntimeException {
    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
