package io.strowger.verticles.session;

/** Who published a command and waits for its answer. Called on the event loop that published. */
public interface Asker {
    /**
     * One or more of the asker's answers have become {@linkplain PendingAnswer#isReady() ready}. Called once or more often a
     * batch; whoever is called releases each answer when it is used.
     */
    void answered();
}
