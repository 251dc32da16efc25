package io.strowger.models.privacy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a scanner looks for.
 *
 * @param types what is reported; the others still keep their place, so that a card is never called a phone number
 * @param defaultRegion the country, ISO 3166 in capitals, whose phone numbers need no country code
 * @param minimumConfidence what is less sure is not reported; from 0 to 1
 */
public record EntityOptions(Set<EntityType> types, String defaultRegion, double minimumConfidence) {
    /** Everything, phones as in the United States, from 0.5 on. */
    public static final EntityOptions DEFAULT = new EntityOptions(EnumSet.allOf(EntityType.class), "US", 0.5);

    /**
     * @throws IllegalArgumentException when the region is no code of two letters or the confidence is out of range
     */
    public EntityOptions {
        types = Set.copyOf(types);
        boolean isCode = defaultRegion.length() == 2
                && defaultRegion.equals(defaultRegion.toUpperCase(Locale.ROOT))
                && defaultRegion.chars().allMatch(Character::isLetter);
        if (!isCode) {
            throw new IllegalArgumentException(
                    "'" + defaultRegion + "' is no region; give the country's two letters in capitals, as in DE");
        }
        if (!(minimumConfidence >= 0 && minimumConfidence <= 1)) {
            throw new IllegalArgumentException(
                    "the minimum confidence is " + minimumConfidence + "; it must be from 0 to 1");
        }
    }

    int minimumPercent() {
        return (int) Math.ceil(minimumConfidence * 100);
    }
}
