package io.strowger.bench.reference;

import io.strowger.engine.event.SlaStatus;

/** How one promise about a conversation stands. */
final class Promise {
    SlaStatus status = SlaStatus.NONE;

    /** Nanoseconds of open time: counted, and promised. */
    long consumed;

    long target;
    long since;
    long dueAt;

    /** The stay, or the customer's question, that it is about. */
    int round;
}
