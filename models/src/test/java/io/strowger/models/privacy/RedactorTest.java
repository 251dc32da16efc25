package io.strowger.models.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedactorTest {
    private static final byte[] KEY = "sixteen bytes...".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_KEY = "another sixteen.".getBytes(StandardCharsets.UTF_8);

    @Test
    void shouldMaskWhatIsPersonalAndKeepWhatTheMessageIsAbout() {
        assertThat(redact(MaskingPolicies.defaults(), "Order 4711: refund 49.99 EUR to card 4111 1111 1111 1111!"))
                .isEqualTo("Order 4711: refund 49.99 EUR to card [card]!");
    }

    @Test
    void shouldKeepTheLastFourDigitsOnlyOfWhatIsLongEnough() {
        MaskingPolicies policies = MaskingPolicies.defaults()
                .with(EntityType.CREDIT_CARD, MaskingPolicy.LAST4)
                .with(EntityType.ONE_TIME_CODE, MaskingPolicy.LAST4);
        assertThat(redact(policies, "card 4242-4242-4242-4242, PIN is 4821"))
                .isEqualTo("card [card:4242], PIN is [code]");
    }

    @Test
    void shouldDrop() {
        MaskingPolicies policies = MaskingPolicies.defaults().with(EntityType.EMAIL_ADDRESS, MaskingPolicy.DROP);
        assertThat(redact(policies, "write to ada@example.com.")).isEqualTo("write to .");
    }

    @Test
    void shouldGiveEqualHashesToOneNumberHoweverItIsWritten() {
        MaskingPolicies policies =
                MaskingPolicies.defaults().withKey(KEY).with(EntityType.CREDIT_CARD, MaskingPolicy.HASH);
        String plain = redact(policies, "card 4111111111111111");
        assertThat(plain).matches("card \\[card:[0-9a-f]{12}]");
        assertThat(redact(policies, "card 4111 1111-1111\u00A01111")).isEqualTo(plain);
        assertThat(redact(policies, "card 5555555555554444")).isNotEqualTo(plain);
        assertThat(redact(policies.withKey(OTHER_KEY), "card 4111111111111111")).isNotEqualTo(plain);
    }

    @Test
    void shouldRefuseToHashWithoutAKeyOrWithAShortOne() {
        MaskingPolicies keyless = MaskingPolicies.defaults().with(EntityType.EMAIL_ADDRESS, MaskingPolicy.HASH);
        assertThatThrownBy(() -> new Redactor(EntityOptions.DEFAULT, keyless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> keyless.withKey(new byte[15]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15");
    }

    @Test
    void shouldCountBytesAndCharactersFromZero() {
        Redaction redaction = redaction("\uD83D\uDE00 ü ada@example.com");
        assertThat(redaction.text()).isEqualTo("\uD83D\uDE00 ü [email]");
        Redaction.FoundEntity email = redaction.entities().get(0);
        assertThat(email.type()).isEqualTo(EntityType.EMAIL_ADDRESS);
        assertThat(email.startByte()).isEqualTo(8);
        assertThat(email.endByte()).isEqualTo(23);
        assertThat(email.startCharacter()).isEqualTo(4);
        assertThat(email.endCharacter()).isEqualTo(19);
        assertThat(email.confidence()).isGreaterThan(0.9);
    }

    @Test
    void shouldGiveValidUnicodeWhenBytesAreBroken() {
        byte[] text = "x ada@example.com y".getBytes(StandardCharsets.UTF_8);
        text[0] = (byte) 0xFF;
        text[text.length - 1] = (byte) 0xF0;
        Redaction redaction = new Redactor(EntityOptions.DEFAULT, MaskingPolicies.defaults()).redact(text);
        assertThat(redaction.text()).isEqualTo("\uFFFD [email] \uFFFD");
        assertThat(redaction.entities().get(0).startCharacter()).isEqualTo(2);
    }

    @Test
    void shouldTakeALoneSurrogateForAReplacement() {
        assertThat(redaction("\uD83D ada@example.com \uDE00").text()).isEqualTo("? [email] ?");
    }

    @Test
    void shouldLeaveNoPartOfANumberBehindInvisibleCharacters() {
        assertThat(redaction("card 4111\u200B1111\u200B1111\u200B1111\u200B ok").text())
                .isEqualTo("card [card]\u200B ok");
    }

    @Test
    void shouldGiveTextBackAsItWasWhenThereIsNothingToMask() {
        String text = "Où est mon colis ? \u0645\u0631\u062D\u0628\u0627 \uD83D\uDC4B\uD83C\uDFFD 中文\u200D";
        assertThat(redaction(text).text()).isEqualTo(text);
        assertThat(redaction(text).entities()).isEmpty();
    }

    @Test
    void shouldKnowPoliciesAndTypesByName() {
        assertThat(MaskingPolicy.of(" Last4 ")).isEqualTo(MaskingPolicy.LAST4);
        assertThat(MaskingPolicy.of("shred")).isNull();
        assertThat(EntityType.of("credit-card")).isEqualTo(EntityType.CREDIT_CARD);
        assertThat(EntityType.of("card")).isEqualTo(EntityType.CREDIT_CARD);
        assertThat(EntityType.of("NATIONAL_ID")).isEqualTo(EntityType.NATIONAL_ID);
        assertThat(EntityType.of("colour")).isNull();
    }

    private static String redact(MaskingPolicies policies, String text) {
        return new Redactor(EntityOptions.DEFAULT, policies).redact(text).text();
    }

    private static Redaction redaction(String text) {
        return new Redactor(EntityOptions.DEFAULT, MaskingPolicies.defaults()).redact(text);
    }
}
