package io.strowger.engine.configuration;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The canonical form of a set of requirements: sorted by skill, the mandatory before the others, at most one of either a skill,
 * with the levels that will do for all, and the greatest weight; it is relaxed when the last of those joined is. Two sets that ask for the same
 * have the same bytes, so that the bytes name a requirement signature.
 */
public final class Requirements {
    /** Stands in the level's byte where more follows than for a plain requirement. */
    private static final int EXTENDED = 0x80;

    private static final int MANDATORY = 1;
    private static final int BOUNDED = 2;

    private Requirements() {}

    /** The canonical list. */
    public static List<Requirement> canonical(Collection<Requirement> requirements) {
        TreeMap<String, Requirement> joined = new TreeMap<>();
        for (Requirement requirement : requirements) {
            String key = requirement.skill() + (requirement.mandatory() ? "\0a" : "\0b");
            joined.merge(key, requirement, Requirements::join);
        }
        List<Requirement> canonical = new ArrayList<>(joined.values());
        canonical.sort(null);
        return canonical;
    }

    private static Requirement join(Requirement one, Requirement other) {
        boolean isRelaxed = one.relaxAfterNanos() > 0 && other.relaxAfterNanos() > 0;
        return new Requirement(
                one.skill(),
                Math.max(one.level(), other.level()),
                Math.min(one.most(), other.most()),
                Math.max(one.weight(), other.weight()),
                one.mandatory(),
                isRelaxed ? Math.max(one.relaxAfterNanos(), other.relaxAfterNanos()) : 0);
    }

    /** After how long a wait something is relaxed first; 0 for never. */
    public static long relaxAfterNanos(Collection<Requirement> requirements) {
        long first = 0;
        for (Requirement requirement : requirements) {
            long after = requirement.relaxAfterNanos();
            if (after > 0 && (first == 0 || after < first)) {
                first = after;
            }
        }
        return first;
    }

    /** The canonical list after so long a wait: what is relaxed by then is no longer mandatory. */
    public static List<Requirement> relaxed(Collection<Requirement> requirements, long waitedNanos) {
        List<Requirement> relaxed = new ArrayList<>();
        for (Requirement requirement : requirements) {
            boolean isOver = requirement.relaxAfterNanos() > 0 && requirement.relaxAfterNanos() <= waitedNanos;
            relaxed.add(isOver ? requirement.relaxed() : requirement);
        }
        return canonical(relaxed);
    }

    /** The canonical list in which skills are wishes only; none given: all of them. */
    public static List<Requirement> wished(Collection<Requirement> requirements, Collection<String> skills) {
        List<Requirement> wished = new ArrayList<>();
        for (Requirement requirement : requirements) {
            boolean isMeant = skills.isEmpty() || skills.contains(requirement.skill());
            wished.add(isMeant ? requirement.relaxed() : requirement);
        }
        return canonical(wished);
    }

    /** Writes a canonical list. */
    public static void write(List<Requirement> canonical, ByteWriter out) {
        for (Requirement requirement : canonical) {
            out.writeText(requirement.skill());
            if (requirement.isPlain()) {
                out.writeByte(requirement.level());
            } else {
                out.writeByte(EXTENDED | Math.max(requirement.level(), 0));
                out.writeByte(requirement.weight());
                out.writeByte((requirement.mandatory() ? MANDATORY : 0) | (requirement.isBounded() ? BOUNDED : 0));
                out.writeLong(requirement.relaxAfterNanos());
                if (requirement.isBounded()) {
                    out.writeByte(requirement.level());
                    out.writeByte(requirement.most());
                }
            }
        }
    }

    /** Reads a canonical list to the reader's end. */
    public static List<Requirement> read(ByteReader in) {
        List<Requirement> requirements = new ArrayList<>();
        while (in.remaining() > 0) {
            requirements.add(readOne(in));
        }
        return requirements;
    }

    private static Requirement readOne(ByteReader in) {
        String skill = in.readText();
        int level = in.readByte();
        if ((level & EXTENDED) == 0) {
            return new Requirement(skill, level);
        }
        int weight = in.readByte();
        int flags = in.readByte();
        boolean mandatory = (flags & MANDATORY) != 0;
        long relaxAfterNanos = in.readLong();
        return (flags & BOUNDED) == 0
                ? new Requirement(skill, level & ~EXTENDED & 0xff, weight, mandatory, relaxAfterNanos)
                : new Requirement(skill, in.readByte(), in.readByte(), weight, mandatory, relaxAfterNanos);
    }
}
