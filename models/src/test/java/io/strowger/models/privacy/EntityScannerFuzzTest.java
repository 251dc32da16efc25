package io.strowger.models.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any bytes get an answer: spans in order and within the text, the same from a scanner that has seen other texts, in linear
 * work, and a masked text without what was found. Every build runs the committed inputs and seeded texts; with
 * {@code JAZZER_FUZZ=1} Jazzer searches for others.
 */
class EntityScannerFuzzTest {
    private static final int MOST_WORK_A_BYTE = 2_000;
    private static final String[] PIECES = {
        " ",
        "  ",
        "\n",
        ".",
        ",",
        ":",
        "::",
        "-",
        "/",
        "@",
        "#",
        "(",
        ")",
        "+",
        "\"",
        "'",
        "=",
        "&",
        "%",
        "$",
        "\u20AC",
        "1",
        "12",
        "2025",
        "4711",
        "10969",
        "4111111111111111",
        "4111 1111 1111 1111",
        "DE89370400440532013000",
        "DE89",
        "GB29 NWBK",
        "1Z999AA10123456784",
        "44051401359",
        "078-05-1120",
        "12.3.2025",
        "2001:db8::1",
        "192.168.1.1",
        "aa:bb:cc:dd:ee:ff",
        "+49 30 901820",
        "030",
        "(415)",
        "555-0132",
        "ada",
        "Ada",
        "Ada Lovelace",
        "Mr.",
        "Dr",
        "my name is",
        "ich bin",
        "born",
        "aged",
        "years old",
        "password",
        "PIN",
        "code",
        "is",
        "order",
        "no.",
        "parcel",
        "card",
        "IBAN",
        "tax id",
        "passport",
        "Street",
        "stra\u00DFe",
        "rue",
        "Apt.",
        "box",
        "London",
        "New",
        "York",
        "GmbH",
        "Inc.",
        "corner of",
        "and",
        "van der",
        "http://",
        "www.",
        "example.com",
        "?a=b",
        "sk_live_",
        "0x",
        "bc1q",
        "\u00E9",
        "\u0130",
        "\u0661\u0662",
        "\uFF11",
        "\u4E2D",
        "\u200B",
        "\u202E",
        "\u0301",
        "\uFEFF",
        "\uD83D\uDE00"
    };

    @FuzzTest(maxDuration = "2m")
    void shouldAnswerAnyBytes(byte[] text) {
        check(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldAnswerTextsMadeOfPieces(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (int pieces = random.nextInt(24); pieces > 0; pieces--) {
                text.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
                if (random.nextInt(40) == 0) {
                    text.write(random.nextInt(256));
                }
                if (random.nextBoolean()) {
                    text.write(' ');
                }
            }
            check(text.toByteArray());
        }
    }

    private static final EntityScanner USED = new EntityScanner(EntityOptions.DEFAULT);

    private static void check(byte[] text) {
        EntityScanner fresh = new EntityScanner(EntityOptions.DEFAULT);
        Spans spans = new Spans();
        fresh.scan(text, 0, text.length, spans);
        assertThat(fresh.work()).isLessThan((long) MOST_WORK_A_BYTE * (text.length + 100L));
        int end = 0;
        for (int i = 0; i < spans.count(); i++) {
            assertThat(spans.start(i)).isGreaterThanOrEqualTo(end);
            assertThat(spans.end(i)).isGreaterThan(spans.start(i)).isLessThanOrEqualTo(text.length);
            assertThat(spans.confidence(i)).isBetween(0.5f, 1f);
            end = spans.end(i);
        }
        assertThat(describe(USED, text)).isEqualTo(describe(fresh, text));
        assertThat(describe(fresh, Arrays.copyOf(text, text.length))).isEqualTo(describe(fresh, text));
        masked(text, spans);
    }

    private static String describe(EntityScanner scanner, byte[] text) {
        Spans spans = new Spans();
        scanner.scan(text, 0, text.length, spans);
        StringBuilder description = new StringBuilder();
        for (int i = 0; i < spans.count(); i++) {
            description
                    .append(spans.kind(i))
                    .append(spans.start(i))
                    .append('-')
                    .append(spans.end(i))
                    .append(' ')
                    .append(spans.confidence(i))
                    .append('\n');
        }
        return description.toString();
    }

    /** What is outside of the spans comes back unchanged, broken bytes as U+FFFD. */
    private static void masked(byte[] text, Spans spans) {
        MaskingPolicies policies = MaskingPolicies.defaults();
        for (EntityType type : EntityType.values()) {
            policies = policies.with(type, MaskingPolicy.DROP);
        }
        Redaction redaction = new Redactor(EntityOptions.DEFAULT, policies).redact(text);
        assertThat(redaction.entities()).hasSize(spans.count());
        // Piece by piece: the broken ends of two pieces may look like a character when what stood between them is gone.
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (int i = 0; i < spans.count(); i++) {
            rest.append(new String(text, at, spans.start(i) - at, StandardCharsets.UTF_8));
            at = spans.end(i);
        }
        rest.append(new String(text, at, text.length - at, StandardCharsets.UTF_8));
        String expected = rest.toString().replaceAll("\uFFFD+", "\uFFFD");
        assertThat(redaction.text().replaceAll("\uFFFD+", "\uFFFD")).isEqualTo(expected);
    }
}
