package io.strowger.models.training;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes texts that nobody wrote out of texts that somebody did, for a teacher to label. Seeded. */
final class TextVariations {
    private static final float LEFT_OUT = 0.25f;

    private final SeededRandom random;

    TextVariations(long seed) {
        random = new SeededRandom(seed);
    }

    /** The beginning of one text and the end of another, both cut between words at random. */
    byte[] crossed(byte[] first, byte[] second) {
        String[] beginning = words(first);
        String[] end = words(second);
        List<String> words = new ArrayList<>(List.of(beginning).subList(0, 1 + random.below(beginning.length)));
        words.addAll(List.of(end).subList(random.below(end.length), end.length));
        return joined(words);
    }

    /** A text of which about a quarter of the words is left out. */
    byte[] thinned(byte[] text) {
        List<String> words = new ArrayList<>();
        for (String word : words(text)) {
            if (!random.isBelow(LEFT_OUT)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? text : joined(words);
    }

    private static String[] words(byte[] text) {
        String[] words = new String(text, StandardCharsets.UTF_8).strip().split(" +");
        return Arrays.stream(words).anyMatch(word -> !word.isEmpty()) ? words : new String[] {""};
    }

    private static byte[] joined(List<String> words) {
        return String.join(" ", words).getBytes(StandardCharsets.UTF_8);
    }
}
