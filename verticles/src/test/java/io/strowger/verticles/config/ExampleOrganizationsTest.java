package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.engine.rules.RuleOutcome;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The organizations of conf/examples: read, and tried with texts. */
class ExampleOrganizationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"shop", "bank", "telephony", "software", "public-service"})
    void shouldHaveNeitherErrorsNorWarnings(String name) {
        OrganizationReport report =
                OrganizationReport.of(directory(name), new OrganizationCheck(InlineModels.builtin()));

        assertThat(report.lines()).singleElement().asString().endsWith("no errors, no warnings");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    shop           | web-chat     | I was charged twice and nobody answers me!!           | chats           | 90
                    shop           | web-chat     | Wo ist mein Paket?                                    | chats           | 50
                    shop           | email        | Thank you so much, you are great!                     | mail            | 20
                    bank           | app-chat     | Someone hacked my account and changed my password     | fraud           | 1000
                    bank           | app-chat     | My payment was declined, why?                         | cards           | 50
                    bank           | secure-mail  | I would like to ask about a mortgage                  | loans           | 50
                    telephony      | phone        | (call)                                                | main-line       | 50
                    telephony      | email        | Merci !                                               | written         | 10
                    software       | in-app       | Production is down, everything crashes, urgent!       | outage          | 500
                    software       | in-app       | The app crashes sometimes when I open a file          | experts         | 60
                    software       | email        | Wo finde ich meine Rechnung?                          | first-line      | 50
                    public-service | counter-chat | When is the office open?                              | information     | 50
                    public-service | web-form     | I want a copy of all my personal data                 | data-protection | 50
                    """)
    void shouldSendTextsWhereTheyBelong(String name, String channel, String text, String queue, int priority) {
        OrganizationConfiguration organization = OrganizationFiles.read(directory(name));
        RuleOutcome outcome = new RuleTrial(organization).route(channel, text);

        assertThat(organization.queues().get(outcome.queue).id()).isEqualTo(queue);
        assertThat(outcome.priority).isEqualTo(priority);
    }

    private static Path directory(String name) {
        return Path.of("../conf/examples", name);
    }
}
