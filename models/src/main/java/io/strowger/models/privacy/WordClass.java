package io.strowger.models.privacy;

/** What a word of the vocabulary can be; a word may be several. The order is of no meaning. */
enum WordClass {
    // What is said beside a number of that kind.
    CARD,
    BANK,
    CRYPTO,
    PHONE,
    EMAIL,
    ORDER,
    TRACKING,
    PASSPORT,
    LICENCE,
    TAX,
    HEALTH,
    SOCIAL,
    IDENTITY,
    PLATE,
    COMPANY,
    MEDICAL,
    /** Number, no., Nr.: between the word above and its number. */
    NUMBER,
    PASSWORD,
    CODE,
    KEY,
    USER,
    ADDRESS,
    POSTCODE,
    BIRTH,
    /** Before a date: since, until, on, today. */
    WHEN,
    AGE,
    // What a word is.
    MONTH,
    WEEKDAY,
    CURRENCY,
    HONORIFIC,
    OCCUPATION,
    /** As: before an occupation. */
    WORK_BEFORE,
    COMPANY_SUFFIX,
    GIVEN_NAME,
    SURNAME,
    /** Van, de, von: small words within names. */
    PARTICLE,
    COUNTRY,
    CITY,
    /** The first word of a place of several words. */
    PLACE_START,
    NATIONALITY,
    STREET_BEFORE,
    STREET_AFTER,
    /** Corner: before "of" and two streets. */
    STREET_CORNER,
    UNIT,
    /** In, from, to: before a place. */
    PLACE_BEFORE,
    /** "My name is", "ich heiße": the word right before a name. */
    NAME_BEFORE,
    /** Said, wrote: the word right after a name. */
    NAME_AFTER,
    KIN,
    /** A word that is no name although it may begin a sentence. */
    COMMON,
    TIME,
    IS;

    /** An ordinal is a place in a set of bits here, as in an EnumSet, and never stored. */
    @SuppressWarnings("EnumOrdinal")
    private final long bit = 1L << ordinal();

    /** Its bit in a set of classes. */
    long bit() {
        return bit;
    }

    static long bits(WordClass first, WordClass second) {
        return first.bit | second.bit;
    }

    static long bits(WordClass first, WordClass second, WordClass third) {
        return first.bit | second.bit | third.bit;
    }

    static long bits(WordClass first, WordClass second, WordClass third, WordClass fourth) {
        return first.bit | second.bit | third.bit | fourth.bit;
    }

    /** For constants: allocates. */
    static long bits(WordClass first, WordClass... others) {
        long bits = first.bit;
        for (WordClass other : others) {
            bits |= other.bit;
        }
        return bits;
    }
}
