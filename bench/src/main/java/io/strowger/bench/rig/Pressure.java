package io.strowger.bench.rig;

/** What the generator does about time and refusals. */
public enum Pressure {
    /** Open loop: messages keep their intended time, and one that finds no room is offered until it is taken. */
    SCHEDULED,
    /** Open loop: a message that finds no room is not sent at all, and the refusal is timed. */
    SHEDDING,
    /** Closed: as fast as there is room. */
    CLOSED
}
