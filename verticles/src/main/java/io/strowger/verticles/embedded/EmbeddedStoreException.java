package io.strowger.verticles.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded store can't be used; the message is a sentence for the operator that says what to do. */
public final class EmbeddedStoreException extends RuntimeException {
    EmbeddedStoreException(String message) {
        super(message);
    }

    EmbeddedStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
