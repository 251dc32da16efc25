package io.strowger.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class NgramScannerTest {
    private static final int BITS = 16;

    private final NgramScanner scanner = new NgramScanner(BITS, BITS);

    @Test
    void shouldGiveEachFeatureOnceWhenItRepeats() {
        int[] buckets = message("ha ha ha ha");

        assertThat(Arrays.stream(buckets).distinct().count()).isEqualTo(buckets.length);
    }

    @Test
    void shouldReadUpperCaseLikeLowerCaseButNoteShouting() {
        assertThat(message("Straße Ärger")).isEqualTo(message("straße ärger"));
        assertThat(message("REFUND ME")).contains(message("refund me")).hasSizeGreaterThan(message("refund me").length);
    }

    @Test
    void shouldReadDecomposedTextLikeComposedText() {
        String text = "Où est l'été? Grüße, señor; Việt é";

        assertThat(message(Normalizer.normalize(text.replace("Việt", "Viet"), Normalizer.Form.NFD)))
                .isEqualTo(message(text.replace("Việt", "Viet")));
    }

    @Test
    void shouldNotSeeInvisibleCharacters() {
        assertThat(message("re\u200Bfund \u202Eme\uFEFF")).isEqualTo(message("refund me"));
        assertThat(message("👍🏽")).isEqualTo(message("👍"));
    }

    @Test
    void shouldReadBrokenUtf8AsSpaces() {
        byte[] broken = "refund  me".getBytes(StandardCharsets.UTF_8);
        broken[6] = (byte) 0xC3;
        byte[] surrogate = {'a', 'b', 'c', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'd', 'e', 'f'};

        assertThat(message(broken)).isEqualTo(message("refund me"));
        assertThat(message(surrogate)).isEqualTo(message("abc def"));
    }

    @Test
    void shouldHaveHardlyAFeatureWhenTheTextIsEmpty() {
        assertThat(message("")).hasSize(1);
        assertThat(message(" \n\t ")).isEqualTo(message(""));
        assertThat(scanner.languageCount()).isZero();
        assertThat(scanner.dominantScript()).isEqualTo(Script.LATIN);
    }

    @Test
    void shouldMarkWholeWordsAndPairs() {
        boolean[] whole = new boolean[NgramScanner.MAX_FEATURES];
        int[] buckets = message("refund me");
        scanner.markWholeWords(whole);

        // refund, (start refund), me, (refund me)
        assertThat(IntStream.range(0, buckets.length).filter(i -> whole[i])).hasSize(4);
        message("!");
        scanner.markWholeWords(whole);
        assertThat(whole[0]).isFalse();
    }

    @Test
    void shouldReadOnlyTheFirstBytesOfALongText() {
        String start = "refund ".repeat(NgramScanner.MAX_BYTES / 7);
        String text = start + " ".repeat(NgramScanner.MAX_BYTES - start.length());

        assertThat(message(text + "something else")).isEqualTo(message(text));
    }

    @Test
    void shouldReadSixtyFourKibibytesOfOneCharacter() {
        for (String character : new String[] {"a", "!", "7", "ж", "字", "ก", "😀", "\u0301", "\u200B", " "}) {
            byte[] one = character.getBytes(StandardCharsets.UTF_8);
            byte[] text = new byte[64 * 1024];
            for (int i = 0; i < text.length; i++) {
                text[i] = one[i % one.length];
            }
            assertThat(message(text)).as(character).hasSizeLessThan(20);
        }
    }

    @Test
    void shouldKeepWithinItsBuffersWhateverTheBytesAre() {
        for (int step = 1; step < 256; step++) {
            byte[] text = new byte[NgramScanner.MAX_BYTES];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) (i * step + (i >> 5));
            }
            assertThat(message(text).length).isLessThanOrEqualTo(NgramScanner.MAX_FEATURES);
        }
    }

    @Test
    void shouldReadOnlyTheGivenPartOfAnArray() {
        byte[] text = "xx refund me yy".getBytes(StandardCharsets.UTF_8);
        scanner.scan(text, 3, 9);

        assertThat(Arrays.copyOf(scanner.messageBuckets(), scanner.messageCount()))
                .isEqualTo(message("refund me"));
    }

    @Test
    void shouldRunAcrossWordsWhereAScriptHasNoSpaces() {
        assertThat(message("我的包裹")).contains(message("包裹")[0]);
        assertThat(scanner.dominantScript()).isEqualTo(Script.HAN_KANA);
    }

    @Test
    void shouldReadTheLanguageOfAsManyWordsAsItIsAskedFor() {
        message("where is my parcel 4711");
        assertThat(scanner.readLanguage(1)).isTrue();
        int ofOneWord = scanner.languageCount();
        assertThat(scanner.readLanguage(NgramScanner.MAX_LANGUAGE_LETTERS)).isTrue();
        int[] inTwoSteps = Arrays.copyOf(scanner.languageBuckets(), scanner.languageCount());

        message("where is my parcel");
        scanner.readLanguage(NgramScanner.MAX_LANGUAGE_LETTERS);

        assertThat(ofOneWord).isEqualTo(4 * 7 - 6 - 2); // of ' where ', where e and the edge come twice
        assertThat(inTwoSteps).isEqualTo(Arrays.copyOf(scanner.languageBuckets(), scanner.languageCount()));
        assertThat(scanner.readLanguage(NgramScanner.MAX_LANGUAGE_LETTERS)).isFalse();
    }

    @Test
    void shouldFindTheDominantScript() {
        message("Приве́т, OK?");
        assertThat(scanner.dominantScript()).isEqualTo(Script.CYRILLIC);
        message("γεια σου");
        assertThat(scanner.dominantScript()).isEqualTo(Script.GREEK);
    }

    /** The model format depends on these numbers: shipped and trained weights are worthless when they change. */
    @Test
    void shouldGiveTheSameFeaturesOnEveryJdk() {
        CRC32C checksum = new CRC32C();
        for (int block = 0; block < 0x11000; block += 32) {
            StringBuilder text = new StringBuilder();
            for (int codePoint = block; codePoint < block + 32; codePoint++) {
                boolean isSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
                text.appendCodePoint(isSurrogate ? ' ' : codePoint).append(codePoint % 3 == 0 ? " " : "");
            }
            for (int bucket : message(text.toString())) {
                checksum.update(bucket >>> 8);
                checksum.update(bucket);
            }
        }
        assertThat(checksum.getValue()).isEqualTo(2212601099L);
    }

    private int[] message(String text) {
        return message(text.getBytes(StandardCharsets.UTF_8));
    }

    private int[] message(byte[] text) {
        scanner.scan(text, 0, text.length);
        return Arrays.copyOf(scanner.messageBuckets(), scanner.messageCount());
    }
}
