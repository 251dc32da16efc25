package io.strowger.models.training;

import io.strowger.models.data.SupportText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What the project's own messages teach beyond their three labels. */
final class OwnText {
    private OwnText() {}

    /**
     * The emotion that a message most likely shows, judged from its other labels: nobody labelled emotions in our own text,
     * and without it the emotion head would know English only.
     */
    static String emotion(SupportText row) {
        if (row.sentiment().equals("positive")) {
            return "joy";
        }
        if (row.sentiment().equals("neutral")) {
            return "neutral";
        }
        if (row.intent().equals("account_security")) {
            return "fear";
        }
        String text = new String(row.text(), StandardCharsets.UTF_8);
        return row.intent().equals("complaint") || text.contains("!") ? "anger" : "sadness";
    }

    /** The text as many people type it: without accents. Unicode never changes these decompositions. */
    static byte[] withoutAccents(byte[] text) {
        String decomposed = Normalizer.normalize(new String(text, StandardCharsets.UTF_8), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed.chars().filter(c -> c < 0x300 || c > 0x36F).forEach(c -> plain.append((char) c));
        return plain.toString().getBytes(StandardCharsets.UTF_8);
    }
}
