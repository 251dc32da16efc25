package io.strowger.verticles.demo;

/**
 * An agent as the simulation knows it.
 *
 * @param name a first name
 * @param mood what the agent is up to
 * @param handled conversations at hand
 * @param detail what the last of them is about, or what else there is to say; may be empty
 */
record AgentPicture(String name, Mood mood, int handled, String detail) {
    /** What an agent is up to. */
    enum Mood {
        WORKING,
        FREE,
        AWAY,
        DISCONNECTED
    }
}
