package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.rules.RuleOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real texts through the shipped models and the demo organization's rules. */
class DemoRoutingTest {
    private static final OrganizationConfiguration DEMO = OrganizationFiles.read(Path.of("../conf/demo"));

    private final RuleTrial trial = new RuleTrial(DEMO);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    I was charged twice and nobody answers me!!                | billing, complaints | 75 | none
                    Wo ist mein Paket?                                         | shipping            | 50 | de
                    merci beaucoup                                             | general             | 40 | fr
                    I want to talk to a real person please                     | general             | 65 | none
                    Someone hacked my account and changed my password          | account-security    | 95 | none
                    How do I get a refund for my order?                        | returns-refunds     | 50 | none
                    ¿Dónde está mi pedido?                                     | shipping            | 50 | es
                    Vorrei annullare il mio ordine                             | orders              | 50 | it
                    Preciso da fatura da minha última compra                   | billing             | 55 | pt
                    The app crashes every time I open it                       | technical           | 50 | none
                    I forgot my password                                       | account-security    | 70 | none
                    """)
    void shouldRouteWhenTextsAreReal(String text, String queues, int leastPriority, String language) {
        RuleOutcome outcome = trial.route("web-chat", text);
        String queue = DEMO.queues().get(outcome.queue).id();
        assertThat(List.of(queues.split(", "))).as(text).contains(queue);
        assertThat(outcome.priority).as(text).isGreaterThanOrEqualTo(leastPriority);
        assertThat(languages(outcome))
                .as(text)
                .containsExactlyElementsOf(language.equals("none") ? List.of() : List.of("language:" + language));
    }

    private static List<String> languages(RuleOutcome outcome) {
        return Requirements.read(new ByteReader().wrap(outcome.terms.requirements())).stream()
                .map(Requirement::skill)
                .filter(skill -> skill.startsWith("language:"))
                .toList();
    }
}
