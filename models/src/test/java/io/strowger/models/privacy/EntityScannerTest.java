package io.strowger.models.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityScannerTest {
    private final EntityScanner scanner = new EntityScanner(EntityOptions.DEFAULT);
    private final Spans spans = new Spans();

    @Test
    void shouldFindSeveralEntitiesInTheOrderOfTheText() {
        assertThat(found("Mail ada@example.com or call +44 20 7946 0958 about order 4711"))
                .containsExactly("EMAIL_ADDRESS ada@example.com", "PHONE_NUMBER +44 20 7946 0958", "ORDER_NUMBER 4711");
    }

    @Test
    void shouldTellFormatsApart() {
        scan("PESEL 44051401359");
        assertThat(spans.kind(0)).isEqualTo(EntityKind.PL_PESEL);
        assertThat(spans.type(0)).isEqualTo(EntityType.NATIONAL_ID);
        assertThat(spans.confidence(0)).isGreaterThan(0.9f);
    }

    @Test
    void shouldLeaveACardWhoseCheckDigitIsWrong() {
        assertThat(found("my card 4111 1111 1111 1112")).noneMatch(entity -> entity.startsWith("CREDIT_CARD"));
    }

    @Test
    void shouldBeSurerWhenAWordConfirmsANumber() {
        scan("AB1234567");
        float alone = spans.confidence(0);
        scan("passport AB1234567");
        assertThat(spans.confidence(0)).isGreaterThan(alone);
    }

    @Test
    void shouldTakeNumbersOfAListAsIfEachStoodAlone() {
        assertThat(found("M123A4567, M456B7890 and M789C0123"))
                .containsExactly("PASSPORT M123A4567", "PASSPORT M456B7890", "PASSPORT M789C0123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111\u200B1111\u200B1111\u200B1111",
                "\u200F4111 1111 1111 1111\u200E",
                "\u202E4111111111111111\u202C",
                "\uFEFF4111-1111-1111-1111",
                "4111\u00A01111\u202F1111\u20091111",
                "4111\u20111111\u20111111\u20111111",
                "\uFF14\uFF11\uFF11\uFF11 1111 1111 1111",
                "\u0664\u0661\u0661\u0661 1111 1111 1111",
                "\uD83D\uDCB34111111111111111\uD83D\uDE00"
            })
    void shouldSeeThroughInvisibleCharactersAndForeignDigits(String card) {
        assertThat(types("Karte: " + card + " bitte")).containsExactly(EntityType.CREDIT_CARD);
    }

    @Test
    void shouldKeepInvisibleCharactersInsideASpan() {
        String text = "x 4111\u200B1111\u200B1111\u200B1111 x";
        assertThat(found(text)).containsExactly("CREDIT_CARD 4111\u200B1111\u200B1111\u200B1111");
    }

    @Test
    void shouldFindWhatStandsBesideBrokenBytes() {
        byte[] text = "ab ada@example.com cd".getBytes(StandardCharsets.UTF_8);
        text[0] = (byte) 0xC3;
        text[1] = (byte) 0xFF;
        text[text.length - 1] = (byte) 0xE2;
        scanner.scan(text, 0, text.length, spans);
        assertThat(spans.count()).isEqualTo(1);
        assertThat(new String(text, spans.start(0), spans.end(0) - spans.start(0), StandardCharsets.UTF_8))
                .isEqualTo("ada@example.com");
    }

    @Test
    void shouldTakeSurrogatesInBytesForNothing() {
        byte[] text = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, ' ', '4', '2'};
        scanner.scan(text, 0, text.length, spans);
        assertThat(spans.count()).isZero();
    }

    @Test
    void shouldReadOnlyThePartThatItIsGiven() {
        byte[] text = "card 4111111111111111, mail ada@example.com".getBytes(StandardCharsets.UTF_8);
        scanner.scan(text, 23, text.length - 23, spans);
        assertThat(spans.count()).isEqualTo(1);
        assertThat(spans.start(0)).isEqualTo(28);
        assertThat(spans.end(0)).isEqualTo(text.length);
    }

    @Test
    void shouldFindNothingInNothing() {
        assertThat(found("")).isEmpty();
        assertThat(found(" \t\u200B\uD83D\uDE00")).isEmpty();
    }

    @Test
    void shouldGiveTheSameAnswerWhateverWasScannedBefore() {
        List<String> texts = List.of(
                "Lindenstraße 14, 10969 Berlin",
                "my name is",
                "12",
                "Call",
                "order",
                "Address:",
                "unit 1",
                "Dr.",
                "a@b",
                "New",
                "1Z",
                "5 May",
                "$",
                "password:");
        for (String text : texts) {
            List<String> alone = new ArrayList<>();
            describe(new EntityScanner(EntityOptions.DEFAULT), text, alone);
            for (String before : texts) {
                scan(before + " 221 Baker Street, London 4711");
                assertThat(found(text)).as("after '%s'", before).isEqualTo(alone);
            }
        }
    }

    @Test
    void shouldReportOnlyTheTypesThatAreWanted() {
        EntityScanner cards = new EntityScanner(new EntityOptions(EnumSet.of(EntityType.CREDIT_CARD), "US", 0.5));
        List<String> found = new ArrayList<>();
        describe(cards, "ada@example.com 4111111111111111 +44 20 7946 0958", found);
        assertThat(found).containsExactly("CREDIT_CARD 4111111111111111");
    }

    @Test
    void shouldKnowNationalPhonesOfTheDefaultRegion() {
        EntityScanner german = new EntityScanner(new EntityOptions(EnumSet.allOf(EntityType.class), "DE", 0.5));
        List<String> found = new ArrayList<>();
        describe(german, "ich bin unter (030) 901820 erreichbar", found);
        assertThat(found).containsExactly("PHONE_NUMBER (030) 901820");
    }

    @Test
    void shouldLeaveWhatIsLessSureThanAsked() {
        EntityScanner strict = new EntityScanner(new EntityOptions(EnumSet.allOf(EntityType.class), "US", 0.95));
        List<String> found = new ArrayList<>();
        describe(strict, "Maria Rossi has card 4111111111111111", found);
        assertThat(found).containsExactly("CREDIT_CARD 4111111111111111");
    }

    @Test
    void shouldRefuseOptionsThatMeanNothing() {
        assertThatThrownBy(() -> new EntityOptions(EnumSet.allOf(EntityType.class), "germany", 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("germany");
        assertThatThrownBy(() -> new EntityOptions(EnumSet.allOf(EntityType.class), "DE", 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }

    private void scan(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        scanner.scan(bytes, 0, bytes.length, spans);
    }

    private List<EntityType> types(String text) {
        scan(text);
        List<EntityType> types = new ArrayList<>();
        for (int i = 0; i < spans.count(); i++) {
            types.add(spans.type(i));
        }
        return types;
    }

    private List<String> found(String text) {
        List<String> found = new ArrayList<>();
        describe(scanner, text, found);
        return found;
    }

    private void describe(EntityScanner by, String text, List<String> into) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        by.scan(bytes, 0, bytes.length, spans);
        for (int i = 0; i < spans.count(); i++) {
            String piece = new String(bytes, spans.start(i), spans.end(i) - spans.start(i), StandardCharsets.UTF_8);
            into.add(spans.type(i) + " " + piece);
        }
    }
}
