package io.strowger.engine.command;

/** The kinds of commands. Codes are part of the record format. */
public enum CommandKind {
    /** A slot that was not filled; it is passed over. */
    NONE(0),
    /** A customer's message. */
    RECEIVE_MESSAGE(1),
    /** An agent declares a status. */
    SET_AGENT_STATUS(2),
    /** An agent's session was opened or lost. */
    AGENT_CONNECTION(3),
    /** An agent accepts or declines an offer. */
    ANSWER_OFFER(4),
    /** An agent, or the API, ends the handling of a conversation. */
    COMPLETE(5),
    /** An assigned conversation goes to a queue or to another agent. */
    TRANSFER(6),
    /** A conversation stops waiting, or waits again. */
    PARK(7),
    /** A conversation that is not assigned is given up. */
    CANCEL(8),
    /** An organization's configuration is replaced. */
    CONFIGURE(9),
    /** The clock: timers that are due fire. */
    TICK(10),
    /** The first command after a recovery: labels of the models in force, connections count as lost. */
    RESTART(11),
    /** Asks for the state hash; leaves no record. */
    HASH_STATE(12),
    /** The labels of a further model get their numbers. */
    NAME_LABELS(13),
    /** What a head should have answered. */
    CORRECT(14),
    /** The deep tier's answer to a message. */
    RECLASSIFY(15),
    /** An assigned conversation waits for the customer's answer. */
    AWAIT_CUSTOMER(16),
    /** An agent gives an assigned conversation back. */
    UNASSIGN(17),
    /** A supervisor gives a conversation to an agent. */
    ASSIGN(18),
    /** A conversation that waits without an offer, or is set aside, begins to wait at an instant. */
    SCHEDULE(19),
    /** The customer of a waiting conversation left, or came back. */
    CUSTOMER_PRESENCE(20),
    /** {@link SetAgentAvailability}. */
    SET_AGENT_AVAILABILITY(21),
    /** An agent takes a conversation from a queue that offers none, one or the next. */
    PICK(22),
    /** The API says more about a waiting conversation, or how urgent it is. */
    UPDATE_ATTRIBUTES(23),
    /** {@link NoteReply}. */
    NOTE_REPLY(24);

    private static final CommandKind[] BY_CODE = values();

    private final int code;

    CommandKind(int code) {
        this.code = code;
    }

    /** The number that stands for this in records; equal to the ordinal and never changed. */
    public int code() {
        return code;
    }

    /**
     * The value with that code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static CommandKind ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no CommandKind has the code " + code);
        }
        return BY_CODE[code];
    }
}
