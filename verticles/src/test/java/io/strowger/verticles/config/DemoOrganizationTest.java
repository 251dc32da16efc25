package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoOrganizationTest {
    private static final Path DIRECTORY = Path.of("../conf/demo");

    private final OrganizationConfiguration demo = OrganizationFiles.read(DIRECTORY);

    @Test
    void shouldHaveNeitherErrorsNorWarnings() {
        OrganizationReport report = OrganizationReport.of(DIRECTORY, new OrganizationCheck(InlineModels.builtin()));
        assertThat(report.lines())
                .containsExactly("organization demo: 3 channels, 8 queues, 15 agents, "
                        + demo.rules().size() + " rules; no errors, no warnings");
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void shouldHaveWhatTheContractNames() {
        assertThat(demo.queues())
                .extracting(QueueConfiguration::id)
                .contains(
                        "account-security",
                        "orders",
                        "returns-refunds",
                        "shipping",
                        "billing",
                        "technical",
                        "general",
                        "complaints");
        assertThat(demo.channels()).extracting(ChannelConfiguration::id).contains("web-chat");
        assertThat(demo.limits().messagesPerSecond()).isZero();
        assertThat(demo.agents()).hasSize(15);
        assertThat(languages()).containsExactlyInAnyOrder("de", "en", "es", "fr", "it", "pt");
    }

    @Test
    void shouldHaveSomebodyForEveryLanguageInEveryQueue() {
        for (QueueConfiguration queue : demo.queues()) {
            for (String language : languages()) {
                Requirement spoken = new Requirement("language:" + language, 60);
                assertThat(demo.agents())
                        .as("%s in %s", language, queue.id())
                        .anyMatch(agent -> agent.queues().contains(queue.id())
                                && has(agent, spoken)
                                && queue.requirements().stream().allMatch(each -> has(agent, each)));
            }
        }
    }

    @Test
    void shouldSendEveryIntentSomewhere() {
        TextAnalyzer analyzer = InlineModels.builtin();
        List<String> conditions = demo.rules().stream()
                .filter(rule -> rule.queue() != null)
                .map(rule -> rule.condition())
                .toList();
        assertThat(analyzer.labels(Head.INTENT))
                .hasSize(36)
                .allMatch(
                        intent -> conditions.stream().anyMatch(condition -> condition.contains("\"" + intent + "\"")));
    }

    private Set<String> languages() {
        return demo.agents().stream()
                .flatMap(agent -> agent.skills().stream())
                .map(Requirement::skill)
                .filter(skill -> skill.startsWith("language:"))
                .map(skill -> skill.substring("language:".length()))
                .collect(Collectors.toSet());
    }

    private static boolean has(AgentConfiguration agent, Requirement requirement) {
        return agent.skills().stream()
                .anyMatch(skill -> skill.skill().equals(requirement.skill()) && skill.level() >= requirement.level());
    }
}
