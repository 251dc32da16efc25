package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.engine.rules.RuleInput;
import io.strowger.engine.rules.RuleOutcome;
import io.strowger.engine.rules.RuleSet;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real texts through the shipped models and the demo organization's rules. */
class DemoRoutingTest {
    private static final OrganizationConfiguration DEMO = OrganizationFiles.read(Path.of("../conf/demo"));
    private static final TextAnalyzer ANALYZER = InlineModels.builtin();
    private static final RuleSet RULES = new CelRuleCompiler().compile(DEMO);

    private final RuleOutcome outcome = new RuleOutcome();

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
        route(text);
        String queue = DEMO.queues().get(outcome.queue).id();
        assertThat(List.of(queues.split(", "))).as(text).contains(queue);
        assertThat(outcome.priority).as(text).isGreaterThanOrEqualTo(leastPriority);
        assertThat(languages())
                .as(text)
                .containsExactlyElementsOf(language.equals("none") ? List.of() : List.of("language:" + language));
    }

    private void route(String text) {
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of("web-chat"));
        message.text.set(Bytes.of(text));
        Analysis found = new Analysis();
        ANALYZER.analyze(message.text.array(), 0, message.text.length(), found);
        List<String> names = new ArrayList<>();
        Analysis numbered = new Analysis();
        for (Head head : Head.values()) {
            names.addAll(ANALYZER.labels(head));
        }
        NameTable table = NameTable.EMPTY.with(names);
        for (Head head : Head.values()) {
            if (found.label(head) != Analysis.NONE) {
                String label = ANALYZER.labels(head).get(found.label(head));
                numbered.set(head, table.number(label), found.confidence(head));
            }
        }
        numbered.sentimentScore(found.sentimentScore());
        RULES.evaluate(new RuleInput().over(message, numbered, table), outcome);
    }

    private List<String> languages() {
        return Requirements.read(new ByteReader().wrap(outcome.terms.requirements())).stream()
                .map(Requirement::skill)
                .filter(skill -> skill.startsWith("language:"))
                .toList();
    }
}
