package io.strowger.bench.reference;

/**
 * An agent who gets no offers for a conversation.
 *
 * @param agent number of the agent
 * @param until when it ends
 * @param softenedAt when it softens, 0 for never
 * @param soft whether the agent may be asked when nobody else is left
 */
record Exclusion(int agent, long until, long softenedAt, boolean soft) {}
