package io.strowger.models.text;

import static io.strowger.models.text.CharacterTable.DIGIT;
import static io.strowger.models.text.CharacterTable.IGNORED;
import static io.strowger.models.text.CharacterTable.LETTER;
import static io.strowger.models.text.CharacterTable.PUNCTUATION;
import static io.strowger.models.text.CharacterTable.SYMBOL;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns UTF-8 bytes into features in one pass: buckets for the message heads (words, pairs of words, character 4-grams
 * within words, runs of punctuation, emoji, capitals, length) and buckets for the language head (character 1-4-grams).
 * Scripts without spaces give running character 1-4-grams instead of words. Each feature counts once a text.
 *
 * <p>Belongs to one thread; allocates nothing after construction. Malformed UTF-8 reads as spaces.
 */
public final class NgramScanner {
    /** Bytes of a text that are read; the rest is not looked at. */
    public static final int MAX_BYTES = 4096;

    /** The version of the features. Weights are worthless beside others than those that they were trained on. */
    public static final int FEATURES = 2;

    /** Features that a text can have at most. */
    public static final int MAX_FEATURES = 4 * MAX_BYTES + 64;

    private static final char BOUNDARY = ' ';
    private static final int LONGEST_GRAM = 4;
    private static final int SHORTEST_SHOUT = 3;
    // Every table row that is read costs time: beside 4-grams, 3- and 5-grams say nothing new.
    private static final int SHORTEST_WORD_GRAM = 4;
    // A language is plain after a few sentences; more letters only cost time.
    private static final int LANGUAGE_LETTERS = 512;
    private static final int MAX_DIGITS = 4;
    private static final int MAX_PUNCTUATION = 4;
    private static final int NO_WORD = 0;
    private static final String[] LENGTHS = {
        "no words", "one word", "2 or 3 words", "4 to 7 words", "8 to 15 words", "16 to 31 words", "32 words or more"
    };
    /** A bit for each script whose n-grams run across words. */
    private static final int CONTINUOUS = continuousScripts();

    private final BucketSet message;
    private final BucketSet language;
    private final int[] letters = new int[Script.count()];
    private final char[] folded = new char[2 * MAX_BYTES + LONGEST_GRAM];

    // Where the features of each word as a whole begin and end among the message buckets.
    private final int[] wholeWords = new int[MAX_BYTES + 2];

    private int position;
    private int wordStart;
    private boolean inWord;
    private boolean inRun;
    private int wordHash;
    private int previousWord;
    private int digits;
    private int wordLetters;
    private int wordCapitals;
    private int shoutedWords;
    private int words;
    private int languageLetters;
    private int wholeWordEnds;
    private int punctuationHash;
    private int punctuationLength;

    /** Told which piece of the text each feature is made of; only while a text is explained. */
    private @Nullable FeatureTrace trace;

    /**
     * @param messageBits message buckets are numbers of that many bits
     * @param languageBits language buckets are numbers of that many bits
     */
    public NgramScanner(int messageBits, int languageBits) {
        message = new BucketSet(messageBits, MAX_FEATURES);
        language = new BucketSet(languageBits, MAX_FEATURES);
    }

    /** Scans a text; the results stay until the next call. */
    public void scan(byte[] text, int offset, int length) {
        reset();
        int end = offset + Math.min(length, MAX_BYTES);
        int at = offset;
        while (at < end) {
            at = step(text, at, end);
        }
        endToken();
        addFlags();
    }

    /**
     * Scans a text as {@link #scan(byte[], int, int)} does, and tells the trace which piece of it each feature was made
     * of. Allocates; for explanations.
     */
    public void scan(byte[] text, int offset, int length, FeatureTrace toldOf) {
        reset();
        int end = offset + Math.min(length, MAX_BYTES);
        toldOf.begin(text, folded, message, language);
        trace = toldOf;
        try {
            for (int at = offset; at < end; ) {
                int before = position;
                toldOf.reads(at);
                int next = step(text, at, end);
                toldOf.placed(before, position, next, inWord || inRun);
                at = next;
            }
            int before = position;
            toldOf.reads(end);
            endToken();
            toldOf.placed(before, position, end, false);
            addFlags();
        } finally {
            trace = null;
        }
        toldOf.finish();
    }

    /** Reads one character and returns where the next one begins. */
    private int step(byte[] text, int at, int end) {
        int first = text[at];
        if (first >= 0) {
            accept(first, text, at + 1, end);
            return at + 1;
        }
        long decoded = Utf8.decode(text, at, end);
        int next = at + Utf8.width(decoded);
        accept(Utf8.codePoint(decoded), text, next, end);
        return next;
    }

    /** Message buckets of the last text; only the first {@link #messageCount()} entries count. */
    public int[] messageBuckets() {
        return message.buckets();
    }

    public int messageCount() {
        return message.count();
    }

    /**
     * Tells which message buckets of the last text are of a whole word or a pair of words. For training.
     *
     * @param whole is overwritten up to {@link #messageCount()}
     */
    public void markWholeWords(boolean[] whole) {
        Arrays.fill(whole, 0, message.count(), false);
        for (int i = 0; i < wholeWordEnds; i += 2) {
            Arrays.fill(whole, wholeWords[i], wholeWords[i + 1], true);
        }
    }

    /** Language buckets of the last text; only the first {@link #languageCount()} entries count. */
    public int[] languageBuckets() {
        return language.buckets();
    }

    public int languageCount() {
        return language.count();
    }

    /** Letters of a script in the last text. */
    public int letters(Script script) {
        return letters[script.code()];
    }

    /** The script with the most letters in the last text, the lowest code on a tie; {@link Script#LATIN} without letters. */
    public Script dominantScript() {
        int best = 0;
        for (int code = 1; code < letters.length; code++) {
            if (letters[code] > letters[best]) {
                best = code;
            }
        }
        return Script.ofCode(best);
    }

    private void reset() {
        message.clear();
        language.clear();
        Arrays.fill(letters, 0);
        folded[0] = BOUNDARY;
        position = 1;
        inWord = false;
        inRun = false;
        previousWord = NO_WORD;
        shoutedWords = 0;
        words = 0;
        languageLetters = 0;
        wholeWordEnds = 0;
        punctuationLength = 0;
    }

    private void accept(int codePoint, byte[] text, int next, int end) {
        int kind = CharacterTable.kind(codePoint);
        if (kind >= LETTER) {
            acceptLetter(codePoint, kind - LETTER, text, next, end);
        } else if (kind == DIGIT) {
            acceptDigit();
        } else if (kind == PUNCTUATION) {
            acceptPunctuation(CharacterTable.fold(codePoint));
        } else if (kind == SYMBOL) {
            endToken();
            message.add(Hashing.feature(Hashing.extend(Hashing.empty(), codePoint), Hashing.SYMBOL));
            if (trace != null) {
                trace.symbol(next);
            }
        } else if (kind != IGNORED) {
            endToken();
        }
    }

    private void acceptLetter(int codePoint, int script, byte[] text, int next, int end) {
        letters[script]++;
        char letter = CharacterTable.fold(codePoint);
        if ((CONTINUOUS >>> script & 1) != 0) {
            acceptContinuous(letter);
            return;
        }
        startWord();
        if (letter != codePoint) {
            wordCapitals++;
        }
        if (next + 1 < end && (text[next] & 0xFE) == 0xCC) {
            char composed = CharacterTable.compose(letter, ((text[next] & 0x1F) << 6) | (text[next + 1] & 0x3F));
            if (composed != 0) {
                // The mark itself is read next, as a letter; it is dropped there.
                letter = composed;
            }
        }
        if (isMark(codePoint) && position > wordStart + 1) {
            return;
        }
        wordLetters++;
        append(letter, languageLetters++ < LANGUAGE_LETTERS);
    }

    private static boolean isMark(int codePoint) {
        return codePoint >= 0x300 && codePoint <= 0x36F;
    }

    private void acceptDigit() {
        startWord();
        if (digits++ < MAX_DIGITS) {
            append('0', false);
        }
    }

    private void startWord() {
        if (inWord) {
            return;
        }
        endToken();
        inWord = true;
        wordStart = position - 1;
        wordHash = Hashing.empty();
        digits = 0;
        wordLetters = 0;
        wordCapitals = 0;
    }

    private void append(char c, boolean isLanguage) {
        wordHash = Hashing.extend(wordHash, c);
        folded[position++] = c;
        addGrams(wordStart, SHORTEST_WORD_GRAM, isLanguage);
    }

    private void acceptContinuous(char letter) {
        if (!inRun) {
            endToken();
            inRun = true;
            wordStart = position;
            words++;
        }
        folded[position++] = letter;
        addGrams(wordStart, 1, languageLetters++ < LANGUAGE_LETTERS);
    }

    /** Adds the n-grams that end at the last character and begin at {@code start} or later; short ones only for the language. */
    private void addGrams(int start, int shortest, boolean isLanguage) {
        int hash = Hashing.empty();
        int last = position - 1;
        int first = Math.max(start, last - LONGEST_GRAM + 1);
        int messageEnd = message.end();
        int languageEnd = language.end();
        for (int at = last; at >= first; at--) {
            hash = Hashing.extend(hash, folded[at]);
            int length = last - at + 1;
            int spread = Hashing.gram(hash, length);
            if (length >= shortest) {
                messageEnd = message.put(messageEnd, spread);
            }
            if (isLanguage) {
                languageEnd = language.put(languageEnd, spread);
            }
        }
        if (trace != null) {
            trace.grams(position, messageEnd, languageEnd);
        }
        message.end(messageEnd);
        language.end(languageEnd);
    }

    private void acceptPunctuation(char c) {
        if (punctuationLength == 0) {
            endToken();
            punctuationHash = Hashing.empty();
            if (trace != null) {
                trace.punctuationBegins();
            }
        }
        if (punctuationLength++ < MAX_PUNCTUATION) {
            punctuationHash = Hashing.extend(punctuationHash, c);
        }
    }

    private void endToken() {
        if (inWord) {
            endWord();
        } else if (inRun) {
            inRun = false;
            folded[position++] = BOUNDARY;
        } else if (punctuationLength > 0) {
            message.add(Hashing.feature(punctuationHash, Hashing.PUNCTUATION_RUN));
            if (trace != null) {
                trace.punctuationEnds();
            }
            punctuationLength = 0;
        }
    }

    private void endWord() {
        inWord = false;
        folded[position++] = BOUNDARY;
        addGrams(wordStart, SHORTEST_WORD_GRAM, wordLetters > 0 && languageLetters <= LANGUAGE_LETTERS);
        wholeWords[wholeWordEnds++] = message.count();
        message.add(Hashing.feature(wordHash, Hashing.WORD));
        message.add(Hashing.feature(Hashing.extend(previousWord, wordHash), Hashing.WORD_PAIR));
        if (trace != null) {
            trace.word(wordStart + 1, position - 1);
        }
        wholeWords[wholeWordEnds++] = message.count();
        previousWord = wordHash;
        words++;
        if (wordLetters >= SHORTEST_SHOUT && wordCapitals == wordLetters) {
            shoutedWords++;
        }
    }

    /** Capitals and the length, as features of the whole text. */
    private void addFlags() {
        if (shoutedWords > 0) {
            message.add(Hashing.feature(1, Hashing.FLAG));
            flagged("a word in capitals");
        }
        if (shoutedWords > 2) {
            message.add(Hashing.feature(2, Hashing.FLAG));
            flagged("three words or more in capitals");
        }
        int magnitude = Integer.SIZE - Integer.numberOfLeadingZeros(Math.min(words, 63));
        message.add(Hashing.feature(16 + magnitude, Hashing.FLAG));
        flagged(LENGTHS[magnitude]);
    }

    private void flagged(String what) {
        if (trace != null) {
            trace.shape(what);
        }
    }

    private static int continuousScripts() {
        int scripts = 0;
        for (Script script : Script.values()) {
            scripts |= script.isContinuous() ? 1 << script.code() : 0;
        }
        return scripts;
    }
}
