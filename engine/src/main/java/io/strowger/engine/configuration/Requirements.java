package io.strowger.engine.configuration;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The canonical form of a set of requirements: sorted by skill, one entry a skill with the highest level asked for. Two
 * sets that ask for the same have the same bytes, so that the bytes name a requirement signature.
 */
public final class Requirements {
    private Requirements() {}

    /** The canonical list. */
    public static List<Requirement> canonical(Collection<Requirement> requirements) {
        TreeMap<String, Integer> highest = new TreeMap<>();
        for (Requirement requirement : requirements) {
            highest.merge(requirement.skill(), requirement.level(), Math::max);
        }
        List<Requirement> canonical = new ArrayList<>();
        highest.forEach((skill, level) -> canonical.add(new Requirement(skill, level)));
        return canonical;
    }

    /** Writes a canonical list. */
    public static void write(List<Requirement> canonical, ByteWriter out) {
        for (Requirement requirement : canonical) {
            out.writeText(requirement.skill());
            out.writeByte(requirement.level());
        }
    }

    /** Reads a canonical list to the reader's end. */
    public static List<Requirement> read(ByteReader in) {
        List<Requirement> requirements = new ArrayList<>();
        while (in.remaining() > 0) {
            requirements.add(new Requirement(in.readText(), in.readByte()));
        }
        return requirements;
    }
}
