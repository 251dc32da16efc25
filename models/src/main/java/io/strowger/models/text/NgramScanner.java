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
    public static final int FEATURES = 3;

    /** Features that a text can have at most. */
    public static final int MAX_FEATURES = 4 * MAX_BYTES + 64;

    /** Letters that the language head reads at most: a language is plain after a few sentences. */
    public static final int MAX_LANGUAGE_LETTERS = 512;

    private static final char BOUNDARY = ' ';
    private static final int MAX_DIGITS = 4;
    private static final int MAX_PUNCTUATION = 4;
    private static final int BASIC_LETTERS = 26;
    private static final int LOWER_CASE_BIT = 5;
    private static final int LOWER_CASE = 1 << LOWER_CASE_BIT;

    private final BucketSet message;
    private final char[] folded = new char[2 * MAX_BYTES + 2];
    private final LanguageSpans language;
    private final ScriptLetters letters = new ScriptLetters();
    private final TextShape shape = new TextShape();

    // Where the features of each word as a whole begin and end among the message buckets.
    private final int[] wholeWords = new int[MAX_BYTES + 2];

    private int position;
    private int wordStart;
    private boolean inWord;
    private boolean inRun;
    private int stretchStart;
    private int digits;
    private int wordLetters;
    private int wordCapitals;
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
        language = new LanguageSpans(
                folded, MAX_LANGUAGE_LETTERS, MAX_BYTES / 2 + 1, new BucketSet(languageBits, MAX_FEATURES));
    }

    /** Scans a text; the results stay until the next call. */
    public void scan(byte[] text, int offset, int length) {
        reset();
        int end = offset + Math.min(length, MAX_BYTES);
        int at = offset;
        while (at < end) {
            int first = text[at];
            at = isBasicLetter(first) ? readBasicLetters(text, at, end) : readCharacter(text, at, end);
        }
        finish();
    }

    /**
     * Scans a text as {@link #scan(byte[], int, int)} does, and tells the trace which piece of it each feature was made
     * of. Allocates; for explanations.
     */
    public void scan(byte[] text, int offset, int length, FeatureTrace toldOf) {
        reset();
        int end = offset + Math.min(length, MAX_BYTES);
        toldOf.begin(text, folded, message, language.buckets());
        trace = toldOf;
        try {
            for (int at = offset; at < end; ) {
                int before = position;
                toldOf.reads(at);
                int next = readCharacter(text, at, end);
                toldOf.placed(before, position, next, inWord || inRun);
                at = next;
            }
            int before = position;
            toldOf.reads(end);
            endToken();
            toldOf.placed(before, position, end, false);
            finish();
        } finally {
            trace = null;
        }
        language.tell(toldOf);
    }

    /** Reads one character and returns where the next one begins. */
    private int readCharacter(byte[] text, int at, int end) {
        int first = text[at];
        if (first >= 0) {
            accept(first, at + 1);
            return at + 1;
        }
        long decoded = Utf8.decode(text, at, end);
        int next = at + Utf8.width(decoded);
        accept(Utf8.codePoint(decoded), next);
        return next;
    }

    private void finish() {
        endToken();
        endStretch();
        shape.addTo(message, trace);
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

    /**
     * Reads the language features of the last text's first words, or of more of them than before.
     *
     * @param most letters after which no further word is read
     * @return false when there was nothing further to read
     */
    public boolean readLanguage(int most) {
        return language.readUpTo(most);
    }

    /** Language buckets of what was read of the last text; only the first {@link #languageCount()} entries count. */
    public int[] languageBuckets() {
        return language.buckets().buckets();
    }

    public int languageCount() {
        return language.buckets().count();
    }

    /** Letters of a script in the last text. */
    public int letters(Script script) {
        return letters.count(script);
    }

    /** The script with the most letters in the last text, the lowest code on a tie; {@link Script#LATIN} without letters. */
    public Script dominantScript() {
        return letters.dominant();
    }

    private void reset() {
        message.clear();
        language.clear();
        letters.clear();
        shape.clear();
        folded[0] = BOUNDARY;
        position = 1;
        inWord = false;
        inRun = false;
        stretchStart = 0;
        wholeWordEnds = 0;
        punctuationLength = 0;
    }

    private static boolean isBasicLetter(int codePoint) {
        return Integer.compareUnsigned((codePoint | LOWER_CASE) - 'a', BASIC_LETTERS) < 0;
    }

    /** Reads as many of the letters that most texts consist of as there are in a row; returns where they end. */
    private int readBasicLetters(byte[] text, int from, int end) {
        startWord();
        int next = position;
        int capitals = 0;
        int at = from;
        for (; at < end && isBasicLetter(text[at]); at++) {
            int letter = text[at] | LOWER_CASE;
            capitals += (letter ^ text[at]) >>> LOWER_CASE_BIT;
            folded[next++] = (char) letter;
        }
        position = next;
        letters.add(Script.LATIN.code(), at - from);
        wordLetters += at - from;
        wordCapitals += capitals;
        return at;
    }

    private void accept(int codePoint, int next) {
        int kind = CharacterTable.kind(codePoint);
        if (kind >= LETTER) {
            acceptLetter(codePoint, kind - LETTER);
        } else if (kind == DIGIT) {
            acceptDigit();
        } else if (kind == PUNCTUATION) {
            acceptPunctuation(CharacterTable.fold(codePoint));
        } else if (kind == SYMBOL) {
            endToken();
            int hash = Hashing.feature(Hashing.extend(Hashing.empty(), codePoint), Hashing.SYMBOL);
            message.add(hash);
            if (trace != null) {
                trace.symbol(next, hash);
            }
        } else if (kind != IGNORED) {
            endToken();
        }
    }

    private void acceptLetter(int codePoint, int script) {
        letters.add(script, 1);
        char letter = CharacterTable.fold(codePoint);
        if (ScriptLetters.isContinuous(script)) {
            startRun();
            folded[position++] = letter;
            return;
        }
        startWord();
        if (letter != codePoint) {
            wordCapitals++;
        }
        if (isMark(codePoint) && position > wordStart + 1) {
            char composed = CharacterTable.compose(folded[position - 1], codePoint);
            if (composed != 0) {
                folded[position - 1] = composed;
            }
            return;
        }
        wordLetters++;
        folded[position++] = letter;
    }

    private static boolean isMark(int codePoint) {
        return codePoint >= 0x300 && codePoint <= 0x36F;
    }

    private void acceptDigit() {
        startWord();
        if (digits++ < MAX_DIGITS) {
            folded[position++] = '0';
        }
    }

    private void startWord() {
        if (inWord) {
            return;
        }
        endToken();
        inWord = true;
        wordStart = position - 1;
        digits = 0;
        wordLetters = 0;
        wordCapitals = 0;
    }

    private void startRun() {
        if (inRun) {
            return;
        }
        endToken();
        endStretch();
        inRun = true;
        wordStart = position;
        shape.addWord(0, 0);
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
            endRun();
        } else if (punctuationLength > 0) {
            int hash = Hashing.feature(punctuationHash, Hashing.PUNCTUATION_RUN);
            message.add(hash);
            if (trace != null) {
                trace.punctuationEnds(hash);
            }
            punctuationLength = 0;
        }
    }

    /** Adds the words since the last run or the beginning. */
    private void endStretch() {
        wholeWordEnds = message.addWords(folded, stretchStart, position, BOUNDARY, wholeWords, wholeWordEnds);
        if (trace != null) {
            trace.words(stretchStart, position);
        }
    }

    private void endRun() {
        inRun = false;
        message.addRunningGrams(folded, wordStart, position);
        if (trace != null) {
            trace.run(wordStart, position);
        }
        language.add(wordStart, position);
        stretchStart = position;
        folded[position++] = BOUNDARY;
    }

    private void endWord() {
        inWord = false;
        folded[position++] = BOUNDARY;
        shape.addWord(wordLetters, wordCapitals);
        if (digits == 0) {
            language.add(wordStart, position); // what has digits is a number or a code in any language
        }
    }
}
