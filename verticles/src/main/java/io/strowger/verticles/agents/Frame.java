package io.strowger.verticles.agents;

/**
 * What a session is told of one committed event. Immutable, shared by an agent's sockets.
 *
 * @param sequence the record's sequence
 * @param members the frame's members as JSON, in braces
 * @param acceptedOffer the offer that was accepted, so that the socket that accepted it can say which of its frames this
 *     answers; {@link #NO_OFFER} for none
 */
@SuppressWarnings("ArrayRecordComponent")
record Frame(long sequence, byte[] members, long acceptedOffer) {
    static final long NO_OFFER = -1;
}
