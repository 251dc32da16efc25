package io.strowger.engine.ingress;

import java.util.concurrent.locks.ReentrantLock;

/** The switch in front of the ring, with a reason. Opened once; a failed gate never opens again. Any thread. */
public final class Gate {
    private final ReentrantLock lock = new ReentrantLock(); // between those who change it; passing takes none
    private volatile State state = new State(Position.CLOSED, "the engine is starting");

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
        return state;
    }

    public boolean isOpen() {
        return state.position() == Position.OPEN;
    }

    public boolean hasFailed() {
        return state.position() == Position.FAILED;
    }

    public void open() {
        change(new State(Position.OPEN, ""));
    }

    public void close(String reason) {
        change(new State(Position.CLOSED, reason));
    }

    /** Fails for good; the first reason stays. */
    public void fail(String reason) {
        change(new State(Position.FAILED, reason));
    }

    private void change(State next) {
        lock.lock();
        try {
            if (!hasFailed()) {
                state = next;
            }
        } finally {
            lock.unlock();
        }
    }
}
