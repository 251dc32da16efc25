package io.strowger.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** The tokeniser takes any bytes, within its buffers, and gives the same features for the same bytes. */
class NgramScannerFuzzTest {
    private static final int MESSAGE_BITS = 16;
    private static final int LANGUAGE_BITS = 18;
    private static final NgramScanner USED = new NgramScanner(MESSAGE_BITS, LANGUAGE_BITS);

    @FuzzTest(maxDuration = "2m")
    void shouldReadAnyBytes(byte[] text) {
        NgramScanner fresh = new NgramScanner(MESSAGE_BITS, LANGUAGE_BITS);
        fresh.scan(text, 0, text.length);
        USED.scan(text, 0, text.length);
        assertThat(message(fresh)).isEqualTo(message(USED));
        assertThat(language(fresh)).isEqualTo(language(USED));
        assertThat(Arrays.stream(message(fresh)).allMatch(bucket -> bucket >>> MESSAGE_BITS == 0))
                .isTrue();
        assertThat(Arrays.stream(language(fresh)).allMatch(bucket -> bucket >>> LANGUAGE_BITS == 0))
                .isTrue();
        assertThat(fresh.messageCount()).isLessThanOrEqualTo(NgramScanner.MAX_FEATURES);
        assertThat(fresh.dominantScript()).isEqualTo(USED.dominantScript());
    }

    private static int[] message(NgramScanner scanner) {
        return Arrays.copyOf(scanner.messageBuckets(), scanner.messageCount());
    }

    private static int[] language(NgramScanner scanner) {
        scanner.readLanguage(NgramScanner.MAX_LANGUAGE_LETTERS);
        return Arrays.copyOf(scanner.languageBuckets(), scanner.languageCount());
    }
}
