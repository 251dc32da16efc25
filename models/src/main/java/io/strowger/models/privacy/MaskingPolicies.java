package io.strowger.models.privacy;

import java.util.EnumMap;
import java.util.Map;

/**
 * The policy of each type, and the key of hashes. Immutable.
 *
 * <p>By default what is personal is masked; orders, amounts, firms and titles are kept, for they tell what a message is about.
 */
public final class MaskingPolicies {
    private static final int LEAST_KEY_BYTES = 16;

    private final Map<EntityType, MaskingPolicy> policies;
    private final byte[] key;

    private MaskingPolicies(Map<EntityType, MaskingPolicy> policies, byte[] key) {
        this.policies = new EnumMap<>(policies);
        this.key = key.clone();
    }

    /** The defaults, without a key. */
    public static MaskingPolicies defaults() {
        Map<EntityType, MaskingPolicy> policies = new EnumMap<>(EntityType.class);
        for (EntityType type : EntityType.values()) {
            policies.put(type, type.isPersonal() ? MaskingPolicy.MASK : MaskingPolicy.KEEP);
        }
        return new MaskingPolicies(policies, new byte[0]);
    }

    /** These, with one type's policy changed. */
    public MaskingPolicies with(EntityType type, MaskingPolicy policy) {
        Map<EntityType, MaskingPolicy> changed = new EnumMap<>(policies);
        changed.put(type, policy);
        return new MaskingPolicies(changed, key);
    }

    /**
     * These, with a key for {@link MaskingPolicy#HASH}.
     *
     * @param secret at least 16 bytes that nobody else knows: phone numbers are few enough to be guessed otherwise
     * @throws IllegalArgumentException when it is shorter
     */
    public MaskingPolicies withKey(byte[] secret) {
        if (secret.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the key has " + secret.length + " bytes; hashing needs " + LEAST_KEY_BYTES + " at least");
        }
        return new MaskingPolicies(policies, secret);
    }

    /** The policy of a type. */
    public MaskingPolicy of(EntityType type) {
        return policies.getOrDefault(type, MaskingPolicy.MASK);
    }

    /** Whether a type is hashed although there is no key. */
    public boolean lacksKey() {
        return key.length == 0 && policies.containsValue(MaskingPolicy.HASH);
    }

    byte[] key() {
        return key.clone();
    }
}
