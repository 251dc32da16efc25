package io.strowger.models.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The words that recognisers know, as a hash table from a word, in lower case and without diacritics, to its classes and a
 * number (which month, for example). Immutable; shared by all threads.
 *
 * <p>Read from {@code words.tsv}: {@code CLASS[:number]<TAB>word, another, two words}. Words are compared by 64 bits of
 * hash, so an unknown word is taken for a known one about once in 10^15.
 */
final class Vocabulary {
    private static final String[] RESOURCES = {"words.tsv", "names.tsv", "places.tsv", "common.tsv"};
    private static final long EMPTY = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final int NONE = -1;

    private static final Vocabulary SHIPPED = load();

    private final long[] hashes = new long[1 << 15];
    private final long[] classes = new long[1 << 15];
    private final byte[] numbers = new byte[1 << 15];
    private int count;

    private Vocabulary() {}

    /** The one that is shipped. */
    static Vocabulary shipped() {
        return SHIPPED;
    }

    /** The hash of nothing, to be extended by folded characters. */
    static long empty() {
        return EMPTY;
    }

    static long extend(long hash, char folded) {
        return (hash ^ folded) * PRIME;
    }

    /** The bits of {@link WordClass} of a word; 0 when it is unknown. */
    long classes(long hash) {
        int slot = find(hash);
        return slot == NONE ? 0 : classes[slot];
    }

    /** The number beside a word: of a month 1 to 12; 0 when it has none. */
    int number(long hash) {
        int slot = find(hash);
        return slot == NONE ? 0 : numbers[slot];
    }

    private int find(long hash) {
        int mask = hashes.length - 1;
        int slot = slot(hash, mask);
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return NONE;
    }

    private static int slot(long hash, int mask) {
        return (int) (hash ^ hash >>> 32) & mask;
    }

    private void add(long hash, long bits, int number) {
        int mask = hashes.length - 1;
        int slot = slot(hash, mask);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & mask;
        }
        if (hashes[slot] == 0 && ++count > hashes.length / 2) {
            throw new IllegalStateException("the vocabulary is larger than its table of " + hashes.length);
        }
        hashes[slot] = hash;
        classes[slot] |= bits;
        if (number != 0) {
            numbers[slot] = (byte) number;
        }
    }

    private static Vocabulary load() {
        Vocabulary vocabulary = new Vocabulary();
        for (String resource : RESOURCES) {
            try (InputStream in = Vocabulary.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the resource " + resource + " is missing from the installation");
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.isBlank() && line.charAt(0) != '#') {
                        vocabulary.addLine(line);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the resource " + resource + " can't be read", e);
            }
        }
        return vocabulary;
    }

    private void addLine(String line) {
        int tab = line.indexOf('\t');
        String[] label = line.substring(0, tab).toUpperCase(Locale.ROOT).split(":");
        long bit = WordClass.valueOf(label[0]).bit();
        int number = label.length > 1 ? Integer.parseInt(label[1]) : 0;
        Text text = new Text();
        for (String entry : line.substring(tab + 1).split(",")) {
            byte[] bytes = entry.strip().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0) {
                text.read(bytes, 0, bytes.length);
                addEntry(text, bit, number);
            }
        }
    }

    /** An entry of several words is kept under the hash of all, its first word as the start of one. */
    private void addEntry(Text text, long bit, int number) {
        long hash = EMPTY;
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            if (text.isSpace(i) && first) {
                add(hash, WordClass.PLACE_START.bit(), 0);
                first = false;
            }
            hash = extend(hash, text.folded(i));
        }
        add(hash, bit, number);
    }
}
