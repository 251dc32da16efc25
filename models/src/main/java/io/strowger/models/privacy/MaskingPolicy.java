package io.strowger.models.privacy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in a masked text where an entity was. */
public enum MaskingPolicy {
    /** The text itself: it is found and reported, but shown. */
    KEEP,
    /** Its word: {@code [card]}. */
    MASK,
    /** Its word and a keyed hash: {@code [card:5f2a91c07be3]}; equal texts under one key give equal hashes. */
    HASH,
    /** Nothing. */
    DROP,
    /** Its word and the last four letters or digits, {@code [card:4242]}; of fewer than eight, the word alone. */
    LAST4;

    private static final MaskingPolicy[] VALUES = values();

    /** The policy of that name, in any case; or null. */
    public static @Nullable MaskingPolicy of(String name) {
        for (MaskingPolicy policy : VALUES) {
            if (policy.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return policy;
            }
        }
        return null;
    }
}
