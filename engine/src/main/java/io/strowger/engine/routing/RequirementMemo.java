package io.strowger.engine.routing;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.Terms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What canonical requirements mean, worked out once: for those that no conversation has as they are, though rules ask them
 * again and again. A function of the bytes alone and no part of the state; a few of the latest are kept.
 */
final class RequirementMemo {
    private static final int SLOTS = 256;

    private final @Nullable Entry[] slots = new Entry[SLOTS];

    /** What requirements mean; allocates when they were not asked for lately. */
    Entry of(Bytes requirements) {
        int slot = (int) requirements.contentHash() & (SLOTS - 1);
        Entry known = slots[slot];
        if (known == null || !known.requirements.contentEquals(requirements)) {
            known = new Entry(requirements.toArray());
            slots[slot] = known;
        }
        return known;
    }

    /** Requirements, read. */
    static final class Entry {
        final Requirement[] list;

        /** After how long a wait something is relaxed, 0 for never. */
        final long relaxAfterNanos;

        /** What is asked then. */
        final Bytes relaxed;

        private final Bytes requirements;

        private Entry(byte[] canonical) {
            requirements = new Bytes().set(canonical, 0, canonical.length);
            List<Requirement> read = Requirements.read(new ByteReader().wrap(canonical, 0, canonical.length));
            list = read.toArray(Requirement[]::new);
            relaxAfterNanos = Requirements.relaxAfterNanos(read);
            relaxed = Terms.canonical(Requirements.relaxed(read, relaxAfterNanos));
        }
    }
}
