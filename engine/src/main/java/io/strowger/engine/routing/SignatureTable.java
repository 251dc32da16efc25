package io.strowger.engine.routing;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.Hashes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organization's signatures, numbered from 0 in the order in which conversations first had them since the configuration
 * came into force. Looking one up allocates nothing; a new one does.
 */
final class SignatureTable {
    private static final int INITIAL_SLOTS = 16;

    private final Map<String, Integer> skillNumbers = new HashMap<>();
    private Signature[] signatures = {};
    private @Nullable Signature[] slots = new Signature[INITIAL_SLOTS];
    private final RequirementMemo memo = new RequirementMemo();
    private int words = 1;

    /** Starts over with the skills that agents have. */
    void clear(int words) {
        skillNumbers.clear();
        signatures = new Signature[0];
        slots = new Signature[INITIAL_SLOTS];
        this.words = words;
    }

    /** Words of a bit set that has room for all numbers. */
    int words() {
        return words;
    }

    int size() {
        return signatures.length;
    }

    /** The signature of that number. */
    Signature signature(int number) {
        return signatures[number];
    }

    /** All, by number; later changes do not show in it. */
    List<Signature> all() {
        return List.of(signatures);
    }

    /** What requirements mean that no conversation has. */
    RequirementMemo memo() {
        return memo;
    }

    /** The number of an agent's skill; the next one for a new skill. */
    int skillNumber(String skill) {
        return skillNumbers.computeIfAbsent(skill, name -> skillNumbers.size());
    }

    /** The signature of a channel's class and requirements, or null when no conversation has had it. */
    @Nullable
    Signature find(CapacityClass capacity, Bytes requirements) {
        int slot = slotOf(capacity, requirements);
        for (Signature entry = slots[slot]; entry != null; entry = slots[slot]) {
            if (entry.capacity == capacity && entry.requirements.contentEquals(requirements)) {
                return entry;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return null;
    }

    /** The number that {@link #find} leads to, or that {@link #add} would give next. */
    int numberOf(CapacityClass capacity, Bytes requirements) {
        Signature known = find(capacity, requirements);
        return known != null ? known.number : signatures.length;
    }

    /** Whether an agent meets requirements. */
    boolean areMet(AgentState agent, CapacityClass capacity, Bytes requirements) {
        Signature known = find(capacity, requirements);
        if (known != null) {
            return agent.meets(known);
        }
        for (Requirement requirement : memo.of(requirements).list) {
            int skill = skillNumbers.getOrDefault(requirement.skill(), -1);
            if (requirement.mandatory() && !requirement.isMetBy(agent.level(skill))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a further signature has room in the bit sets. */
    boolean hasRoom() {
        return signatures.length < words * Long.SIZE;
    }

    /** Adds a signature that {@link #find} does not know, under the next number. */
    Signature add(CapacityClass capacity, Bytes requirements) {
        byte[] copy = requirements.toArray();
        List<Requirement> list = Requirements.read(new ByteReader().wrap(copy, 0, copy.length));
        Signature added = new Signature(
                signatures.length,
                capacity,
                new Bytes().set(copy, 0, copy.length),
                list,
                skill -> skillNumbers.getOrDefault(skill, -1),
                words);
        capacity.signatures[added.number / Long.SIZE] |= 1L << added.number;
        signatures = Arrays.copyOf(signatures, signatures.length + 1);
        signatures[added.number] = added;
        if (2 * signatures.length > slots.length) {
            slots = new Signature[2 * slots.length];
            for (Signature signature : signatures) {
                insert(signature);
            }
        } else {
            insert(added);
        }
        return added;
    }

    private void insert(Signature signature) {
        int slot = slotOf(signature.capacity, signature.requirements);
        while (slots[slot] != null) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = signature;
    }

    private int slotOf(CapacityClass capacity, Bytes requirements) {
        return (int) Hashes.combine(requirements.contentHash(), capacity.number) & (slots.length - 1);
    }

    long stateHash() {
        long hash = signatures.length;
        for (Signature signature : signatures) {
            hash = Hashes.combine(hash, signature.capacity.number);
            hash = Hashes.combine(hash, signature.requirements.contentHash());
        }
        return hash;
    }
}
