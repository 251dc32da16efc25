package io.strowger.models.training;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts a few words out of a text at random, or a few characters where it has no spaces. Seeded. */
final class TextFragments {
    private static final int CHARACTERS_A_WORD = 3;

    private final SeededRandom random;

    TextFragments(long seed) {
        random = new SeededRandom(seed);
    }

    byte[] of(byte[] text, int words) {
        String string = new String(text, StandardCharsets.UTF_8);
        String[] parts = string.strip().split(" +");
        if (parts.length > 1) {
            int from = random.below(Math.max(1, parts.length - words + 1));
            int to = Math.min(parts.length, from + words);
            return String.join(" ", Arrays.copyOfRange(parts, from, to)).getBytes(StandardCharsets.UTF_8);
        }
        int[] codePoints = string.codePoints().toArray();
        int length = Math.min(codePoints.length, 1 + random.below(words * CHARACTERS_A_WORD));
        int from = random.below(codePoints.length - length + 1);
        return new String(codePoints, from, length).getBytes(StandardCharsets.UTF_8);
    }
}
