package io.strowger.bench.rig;

import org.jspecify.annotations.Nullable;

/** What a run records, in nanoseconds. */
enum Recording {
    /** From a message's intended time to its decision. */
    DECIDED("decision"),
    /** From a message's intended time to its answer. */
    ANSWERED("answer"),
    /** From the moment a message was sent to its decision. */
    SERVED("service"),
    /** From a message's intended time to its first offer: how late the generator was. */
    LATE("late"),
    /** The machine's own stalls. */
    HICCUPS("hiccups"),
    /** What a refusal took. */
    REFUSED("refusal"),
    /** From a message's intended time to the second stage of a bare ring. */
    BARE_RING("bare-ring");

    private final String tag;

    Recording(String tag) {
        this.tag = tag;
    }

    /** How it is called in files. */
    String tag() {
        return tag;
    }

    static Recording ofTag(@Nullable String tag) {
        for (Recording recording : values()) {
            if (recording.tag.equals(tag)) {
                return recording;
            }
        }
        throw new IllegalArgumentException("no run records '" + tag + "'");
    }
}
