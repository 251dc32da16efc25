package io.strowger.engine.ingress;

import java.util.concurrent.atomic.AtomicReference;

/** The switch in front of the ring, with a reason. Opened once; a failed gate never opens again. Any thread. */
public final class Gate {
    private final AtomicReference<State> state =
            new AtomicReference<>(new State(Position.CLOSED, "the engine is starting"));

    /** Where the gate stands. */
    public enum Position {
        /** Not open yet, or no more. */
        CLOSED,
        /** Everybody may pass. */
        OPEN,
        /** A stage failed; nothing passes until the process is started again. */
        FAILED
    }

    /**
     * A position and its reason.
     *
     * @param position where the gate stands
     * @param reason in a sentence why it is not open; empty when it is
     */
    public record State(Position position, String reason) {}

    public State state() {
        return state.get();
    }

    public boolean isOpen() {
        return state.getAcquire().position() == Position.OPEN;
    }

    public boolean hasFailed() {
        return state.get().position() == Position.FAILED;
    }

    public void open() {
        change(new State(Position.OPEN, ""));
    }

    public void close(String reason) {
        change(new State(Position.CLOSED, reason));
    }

    public void fail(String reason) {
        state.set(new State(Position.FAILED, reason));
    }

    private void change(State next) {
        State current;
        do {
            current = state.get();
            if (current.position() == Position.FAILED) {
                return;
            }
        } while (!state.compareAndSet(current, next));
    }
}
