package io.strowger.bench.peers;

/** A turn that is worth nothing: what it measured is thrown away. The message is a sentence that says why. */
final class TurnFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    TurnFailedException(String message) {
        super(message);
    }
}
