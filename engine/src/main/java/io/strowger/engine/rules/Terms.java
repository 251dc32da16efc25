package io.strowger.engine.rules;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import java.util.Collection;
import java.util.List;

/** Requirements and tags in the form that events carry. Immutable; one is made for each combination of a queue and rules that occurs, and shared. */
public final class Terms {
    /** Nothing asked for, no tags. */
    public static final Terms NONE = new Terms(List.of(), List.of());

    private static final int MAX_BYTES = 1 << 20;

    private final Bytes requirements;
    private final Bytes tags;

    /** Terms from requirements in any order, which may overlap, and from tags. */
    public Terms(Collection<Requirement> requirements, Collection<String> tags) {
        this.requirements = canonical(requirements);
        this.tags = Bytes.of(String.join("\n", tags));
    }

    /** The canonical form of {@link Requirements}. Not to be changed. */
    public Bytes requirements() {
        return requirements;
    }

    /** The tags, joined by a line feed, without repetition. Not to be changed. */
    public Bytes tags() {
        return tags;
    }

    /** The bytes that name a set of requirements. Allocates: cold. */
    public static Bytes canonical(Collection<Requirement> requirements) {
        ByteWriter out = new ByteWriter(64, MAX_BYTES);
        Requirements.write(Requirements.canonical(requirements), out);
        return new Bytes().set(out.array(), 0, out.position());
    }
}
