package io.strowger.verticles.projection;

/** A store does not answer as it should; the projection tries again. */
final class StoreAwayException extends Exception {
    StoreAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
