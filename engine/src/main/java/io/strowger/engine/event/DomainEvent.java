package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/**
 * Something that the router decided. Events are mutable and reused: the deciding thread fills one, and readers of the
 * journal fill theirs from it. They carry results (chosen ids, computed keys, due instants), so that applying them asks no
 * rule, clock or random source. Instants are epoch nanoseconds; indices refer to the organization's
 * {@link io.strowger.engine.configuration.Names}; slices point into the record.
 */
public interface DomainEvent {
    /** The index of nothing: no agent, no queue, no rule. */
    int NOBODY = -1;

    EventKind kind();

    void write(ByteWriter out);

    void read(ByteReader in);
}
