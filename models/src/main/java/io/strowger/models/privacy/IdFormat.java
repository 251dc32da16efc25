package io.strowger.models.privacy;

/**
 * One written form of an identity number.
 *
 * @param kind what it is
 * @param shape how it is written
 * @param check the arithmetic that must hold
 * @param strength how much the form says by itself
 * @param context the bits of {@link WordClass} that, near by, confirm it
 */
record IdFormat(EntityKind kind, Shape shape, Check check, Strength strength, long context) {
    private static final long ANY_IDENTITY =
            WordClass.bits(WordClass.SOCIAL, WordClass.TAX, WordClass.IDENTITY, WordClass.HEALTH);

    /** A number of a person, confirmed by any word for such numbers. */
    static IdFormat person(EntityKind kind, String shape, Strength strength, Check check) {
        return new IdFormat(kind, Shape.of(shape), check, strength, ANY_IDENTITY);
    }

    static IdFormat format(EntityKind kind, String shape, Strength strength, Check check, WordClass... context) {
        long bits = 0;
        for (WordClass wordClass : context) {
            bits |= wordClass.bit();
        }
        return new IdFormat(kind, Shape.of(shape), check, strength, bits);
    }

    /** For forms that have no check digit. */
    static boolean unchecked(char[] symbols, int length) {
        return true;
    }

    /** Whether the symbols of a match can be such a number. */
    @FunctionalInterface
    interface Check {
        boolean holds(char[] symbols, int length);
    }

    /** How sure a form is, in percent: in the middle of any text, as the whole message, and beside a word for it. */
    enum Strength {
        /** Two check digits or more, or one and a date: hardly ever by chance. */
        PROVEN(85, 92, 99),
        /** A form of its own and a check digit. */
        CHECKED_FORM(66, 80, 97),
        /** A form of its own. */
        FORM(58, 70, 92),
        /** One check digit over digits that could be anything. */
        CHECKED(30, 62, 94),
        /** A form that other things have too. */
        COMMON(25, 56, 90),
        /** Digits: only beside a word for it. */
        BARE(5, 10, 80);

        private final int bare;
        private final int alone;
        private final int confirmed;

        Strength(int bare, int alone, int confirmed) {
            this.bare = bare;
            this.alone = alone;
            this.confirmed = confirmed;
        }

        /** Percent; written in groups, a checked number has a form of its own. */
        int percent(boolean isConfirmed, boolean isAlone, int separators) {
            Strength strength = this == CHECKED && separators >= 2 ? CHECKED_FORM : this;
            return isConfirmed ? strength.confirmed : isAlone ? strength.alone : strength.bare;
        }
    }
}
