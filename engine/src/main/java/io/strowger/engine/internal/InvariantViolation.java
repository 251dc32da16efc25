package io.strowger.engine.internal;

/** The program contradicts itself: the engine stops rather than go on. */
public final class InvariantViolation extends Error {
    private static final long serialVersionUID = 1L;

    public InvariantViolation(String message) {
        super(message);
    }
}
