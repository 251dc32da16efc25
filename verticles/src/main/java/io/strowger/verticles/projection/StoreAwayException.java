package io.strowger.verticles.projection;

import org.jspecify.annotations.Nullable;

/** A store does not answer as it should; the projection tries again. */
final class StoreAwayException extends Exception {
    StoreAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
