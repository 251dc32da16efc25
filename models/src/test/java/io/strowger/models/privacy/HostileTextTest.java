package io.strowger.models.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to keep recognisers busy. What is counted is work, not time, so that a slow machine fails nothing. */
class HostileTextTest {
    private static final int BYTES = 64 << 10;

    /** Places looked at for each byte, with a thousand for each question to libphonenumber. */
    private static final int MOST_WORK_A_BYTE = 1_500;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "1",
                "0",
                "@",
                ".",
                ":",
                "-",
                "/",
                "+",
                "(",
                " ",
                "\n",
                "\"",
                "_",
                "%",
                "\u00E9",
                "\u0130",
                "\u0430",
                "\u4E2D",
                "\u0E01",
                "\u0661",
                "\uFF11",
                "\u200D",
                "\u202E",
                "\u0301",
                "\uD83D\uDE00"
            })
    void shouldDoLinearWorkWhenATextIsOneCharacter(String character) {
        assertLinear(character);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "1-",
                "1.",
                "1,",
                "1/",
                "1:",
                "1a",
                "12 34 56 ",
                "00 ",
                "+1 ",
                "(1) ",
                "0 5 ",
                "::",
                "::1 ",
                "1::",
                "aa:",
                "1.1.1.1",
                "1.1.1.1 ",
                "a.",
                "a@",
                "a.a@",
                "a@b.co ",
                "a.co/",
                "www.",
                "http://",
                "http://a.co/",
                "a.b.c@",
                "4111 1111 1111 1111 ",
                "4111111111111111",
                "DE89 ",
                "GB29 NWBK 6016 ",
                "415-555-0132 ",
                "tel 415 555 0132 ",
                "9 1 1 ",
                "AB12 ",
                "ABC 123 ",
                "A1",
                "$1 ",
                "1 $",
                "EUR ",
                "1 Jan ",
                "Jan 1 ",
                "order ",
                "order 1 ",
                "order no. is ",
                "password: ",
                "password is ",
                "key=a",
                "Bearer ",
                "bc1q",
                "0x",
                "1A1zP1",
                "Mr. ",
                "Dr. Dr. ",
                "John ",
                "John Smith ",
                "John, ",
                "van der ",
                "A. ",
                "my name is ",
                "O'",
                "New ",
                "New York ",
                "in New ",
                "Inc ",
                "Ltd. ",
                "Smith Inc ",
                "Street 1 ",
                "1 Street ",
                "rue ",
                "Rue A ",
                "Apt. 1 ",
                "Box 1 ",
                "address: ",
                "corner of ",
                "and ",
                "the ",
                "1 years old ",
                "age ",
                "Wohnung 1, "
            })
    void shouldDoLinearWorkWhenATextRepeatsTheBeginningOfSomething(String unit) {
        assertLinear(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mein Name ist J\u00FCrgen Sch\u00E4fer, geboren am 3.4.1985",
                "IBAN DE89370400440532013000",
                "Lindenstra\u00DFe 14, Berlin",
                "es wurden 49,99 \u20AC abgebucht, Bestellung DE-8821",
                "ada@example.com, https://example.com/a?b=c, 2001:db8::1, 00:1B:44:11:3A:B7",
                "password: hunter2! PIN is 4821",
                "Anna and Tom flew to Lisbon"
            })
    void shouldAllocateNothingWhenNoNumberHasToBeChecked(String line) {
        EntityScanner scanner = new EntityScanner(EntityOptions.DEFAULT);
        Spans spans = new Spans();
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        scanner.scan(text, 0, text.length, spans);
        assertThat(spans.count()).isPositive();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            scanner.scan(text, 0, text.length, spans);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    private static void assertLinear(String unit) {
        byte[] whole = repeat(unit);
        byte[] half = Arrays.copyOf(whole, BYTES / 2);
        long ofHalf = work(half);
        long ofWhole = work(whole);
        assertThat(ofWhole).isLessThanOrEqualTo((long) (2.1 * ofHalf) + 20_000);
        assertThat(ofWhole / BYTES).isLessThan(MOST_WORK_A_BYTE);
    }

    private static long work(byte[] text) {
        EntityScanner scanner = new EntityScanner(EntityOptions.DEFAULT);
        Spans spans = new Spans();
        scanner.scan(text, 0, text.length, spans);
        for (int i = 0; i < spans.count(); i++) {
            assertThat(spans.start(i)).isLessThan(spans.end(i));
            assertThat(spans.start(i)).isGreaterThanOrEqualTo(i == 0 ? 0 : spans.end(i - 1));
        }
        return scanner.work();
    }

    private static byte[] repeat(String unit) {
        byte[] bytes = unit.getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            text[i] = bytes[i % bytes.length];
        }
        return text;
    }
}
