package io.strowger.verticles.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTextsTest {
    private final DemoTexts texts = DemoTexts.load();

    @Test
    void shouldHaveEnoughMessagesInEnoughLanguages() {
        assertThat(texts.messages()).hasSizeGreaterThanOrEqualTo(300);
        Set<String> languages =
                texts.messages().stream().map(DemoTexts.First::language).collect(Collectors.toSet());
        assertThat(languages).containsExactlyInAnyOrder("en", "de", "fr", "es", "it", "pt", "nl");
        assertThat(texts.followUps().keySet()).isEqualTo(languages);
    }

    @Test
    void shouldSayEachThingOnce() {
        assertThat(texts.messages()).extracting(DemoTexts.First::text).doesNotHaveDuplicates();
    }

    @Test
    void shouldKnowOnlyChannelsAndTiersOfTheDemoOrganization() {
        assertThat(texts.messages()).extracting(DemoTexts.First::channel).containsOnly("web-chat", "sms", "email");
        assertThat(texts.messages()).extracting(DemoTexts.First::tier).containsOnly("basic", "gold", "platinum");
    }
}
