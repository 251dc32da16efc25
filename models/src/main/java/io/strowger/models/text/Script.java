package io.strowger.models.text;

/** A writing system that the scanner tells apart. The code of a script is fixed: model files refer to it. */
public enum Script {
    LATIN(0, "Latin"),
    CYRILLIC(1, "Cyrillic"),
    GREEK(2, "Greek"),
    ARMENIAN(3, "Armenian"),
    HEBREW(4, "Hebrew"),
    ARABIC(5, "Arabic"),
    DEVANAGARI(6, "Devanagari"),
    BENGALI(7, "Bengali"),
    GURMUKHI(8, "Gurmukhi"),
    TAMIL(9, "Tamil"),
    TELUGU(10, "Telugu"),
    THAI(11, "Thai"),
    GEORGIAN(12, "Georgian"),
    HANGUL(13, "Hangul"),
    /** Han characters and the two Japanese syllabaries: Japanese mixes them within a word. */
    HAN_KANA(14, "Han and Kana"),
    /** Any other script with letters. */
    OTHER(15, "other");

    private static final Script[] BY_CODE = values();

    private final int code;
    private final String title;

    Script(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The number that stands for this script in model files. */
    public int code() {
        return code;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** True for scripts that are written without spaces between words: their n-grams run across words. */
    public boolean isContinuous() {
        return this == THAI || this == HAN_KANA;
    }

    /** The number of scripts; codes run from 0 to this minus one. */
    public static int count() {
        return BY_CODE.length;
    }

    /**
     * The script with that code.
     *
     * @throws IllegalArgumentException for a code that no script has
     */
    public static Script ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no script has the code " + code);
        }
        return BY_CODE[code];
    }
}
