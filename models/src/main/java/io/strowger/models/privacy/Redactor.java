package io.strowger.models.privacy;

import io.strowger.models.text.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Masks the entities of texts by policy. Belongs to one thread; for cold paths, as it allocates its results. */
public final class Redactor {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 6;
    private static final int KEPT = 4;
    private static final int LEAST_FOR_KEEPING = 8;
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private final EntityScanner scanner;
    private final MaskingPolicies policies;
    private final @Nullable Mac mac;
    private final Spans spans = new Spans();

    /**
     * @throws IllegalArgumentException when a type is to be hashed and there is no key
     */
    public Redactor(EntityOptions options, MaskingPolicies policies) {
        if (policies.lacksKey()) {
            throw new IllegalArgumentException("a type is to be hashed but there is no key; give MaskingPolicies one");
        }
        this.scanner = new EntityScanner(options);
        this.policies = policies;
        this.mac = mac(policies.key());
    }

    /** Finds and masks. Broken UTF-8 is no error: it comes back as U+FFFD. */
    public Redaction redact(byte[] text) {
        scanner.scan(text, 0, text.length, spans);
        ByteArrayOutputStream masked = new ByteArrayOutputStream(text.length + 32);
        List<Redaction.FoundEntity> entities = new ArrayList<>(spans.count());
        int at = 0;
        int characters = 0;
        for (int i = 0; i < spans.count(); i++) {
            int start = spans.start(i);
            int end = spans.end(i);
            characters += copy(text, at, start, masked);
            int startCharacter = characters;
            characters += count(text, start, end);
            entities.add(new Redaction.FoundEntity(
                    spans.type(i),
                    spans.kind(i),
                    start,
                    end,
                    startCharacter,
                    characters,
                    Math.round(spans.confidence(i) * 100) / 100.0));
            replace(text, start, end, spans.type(i), masked);
            at = end;
        }
        copy(text, at, text.length, masked);
        return new Redaction(masked.toString(StandardCharsets.UTF_8), entities);
    }

    /** As {@link #redact(byte[])}; a lone surrogate counts as U+FFFD. */
    public Redaction redact(String text) {
        return redact(text.getBytes(StandardCharsets.UTF_8));
    }

    private void replace(byte[] text, int start, int end, EntityType type, ByteArrayOutputStream masked) {
        switch (policies.of(type)) {
            case KEEP -> copy(text, start, end, masked);
            case MASK -> masked.writeBytes(bytes("[" + type.word() + "]"));
            case HASH -> masked.writeBytes(bytes("[" + type.word() + ":" + hash(text, start, end) + "]"));
            case LAST4 -> masked.writeBytes(bytes("[" + type.word() + last(text, start, end) + "]"));
            case DROP -> {
                // Nothing takes its place.
            }
        }
    }

    /** Separators and case do not count, so that a number gives the same hash however it is written. */
    private String hash(byte[] text, int start, int end) {
        if (mac == null) {
            throw new IllegalStateException("no key, although the constructor asked for one");
        }
        byte[] digest = mac.doFinal(bytes(significant(text, start, end)));
        StringBuilder hexadecimal = new StringBuilder(2 * HASH_BYTES);
        for (int i = 0; i < HASH_BYTES; i++) {
            hexadecimal
                    .append(Character.forDigit(digest[i] >> 4 & 15, 16))
                    .append(Character.forDigit(digest[i] & 15, 16));
        }
        return hexadecimal.toString();
    }

    private static String last(byte[] text, int start, int end) {
        String significant = significant(text, start, end);
        int length = significant.codePointCount(0, significant.length());
        if (length < LEAST_FOR_KEEPING) {
            return "";
        }
        return ":" + significant.substring(significant.offsetByCodePoints(0, length - KEPT));
    }

    private static String significant(byte[] text, int start, int end) {
        String piece = new String(text, start, end - start, StandardCharsets.UTF_8);
        StringBuilder significant = new StringBuilder(piece.length());
        piece.codePoints().filter(Character::isLetterOrDigit).forEach(significant::appendCodePoint);
        return significant.toString().toLowerCase(Locale.ROOT);
    }

    /** Copies what is valid, and U+FFFD for what is not; returns how many characters that were. */
    private static int copy(byte[] text, int from, int to, ByteArrayOutputStream masked) {
        int characters = 0;
        int at = from;
        while (at < to) {
            int width = width(text, at, to);
            if (width > 0) {
                masked.write(text, at, width);
            } else {
                masked.writeBytes(REPLACEMENT);
            }
            at += Math.abs(width);
            characters++;
        }
        return characters;
    }

    private static int count(byte[] text, int from, int to) {
        int characters = 0;
        for (int at = from; at < to; at += Math.abs(width(text, at, to))) {
            characters++;
        }
        return characters;
    }

    /** The bytes of the character that stands there; negative when they are none. */
    private static int width(byte[] text, int at, int end) {
        if (text[at] >= 0) {
            return 1;
        }
        long decoded = Utf8.decode(text, at, end);
        boolean isReplacement = Utf8.codePoint(decoded) == 0xFFFD && (text[at] & 0xFF) != 0xEF;
        int width = Utf8.width(decoded);
        return isReplacement || Utf8.codePoint(decoded) == 0xFFFD && width < 3 ? -width : width;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Mac mac(byte[] key) {
        if (key.length == 0) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
