package io.strowger.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.simulation.AgentPlan;
import io.strowger.engine.simulation.ArrivalRate;
import io.strowger.engine.simulation.ArrivalStream;
import io.strowger.engine.simulation.Distribution;
import io.strowger.engine.simulation.GivenAnalysis;
import io.strowger.engine.simulation.Scenario;
import io.strowger.engine.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final double SECOND = 1e9;
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final int SEGMENT_BYTES = 1 << 20;

    @TempDir
    private Path directory;

    @Test
    void shouldDifferInNothingWithTheSameConfiguration() {
        try (Journal journal = recorded()) {
            assertNothingDiffers(Replay.run(journal, null, records -> {}));
            assertNothingDiffers(Replay.run(journal, shop(6, "billing"), records -> {}));
        }
    }

    private static void assertNothingDiffers(ReplayResult result) {
        assertThat(result.pairs()).hasSizeGreaterThan(300);
        assertThat(result.largest(10)).isEmpty();
        assertThat(ReplayFigures.of(result, HOUR, 0.95).differing()).isZero();
    }

    @Test
    void shouldSayWhatWouldHaveGoneElsewhereAndHowWaitsChange() {
        try (Journal journal = recorded()) {
            ReplayResult result = Replay.run(journal, shop(6, "general"), records -> {});
            ReplayFigures figures = ReplayFigures.of(result, HOUR, 0.95);

            long bills = result.pairs().stream()
                    .filter(pair -> result.queueBefore(pair).equals("billing"))
                    .count();
            assertThat(bills).isPositive();
            assertThat(figures.moved()).isEqualTo(bills);
            assertThat(result.pairs())
                    .allSatisfy(pair -> assertThat(result.queueAfter(pair)).isEqualTo("general"));
        }
    }

    @Test
    void shouldWaitLongerWithFewerAgents() {
        try (Journal journal = recorded()) {
            ReplayFigures figures =
                    ReplayFigures.of(Replay.run(journal, shop(4, "billing"), records -> {}), HOUR / 180, 0.95);

            assertThat(figures.longer().low()).isPositive();
            assertThat(figures.better().high()).isNegative();
        }
    }

    @Test
    void shouldRefuseAnOrganizationThatTheJournalLacks() {
        try (Journal journal = recorded()) {
            OrganizationConfiguration other =
                    new OrganizationBuilder("other").queue("q").build();

            assertThatThrownBy(() -> Replay.run(journal, other, records -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no organization other");
        }
    }

    /** Four hours of a shop with offers that are declined and missed, and customers who leave. */
    private Journal recorded() {
        OrganizationConfiguration shop = shop(6, "billing");
        List<AgentPlan> staff = shop.agents().stream()
                .map(agent -> new AgentPlan(
                        agent.id(), List.of(), new Distribution.Exponential(4 * SECOND), 0.05, 0.02, HOUR / 60))
                .toList();
        Scenario scenario = new Scenario(
                "day",
                shop,
                List.of(stream("general", 60), stream("bills", 40)),
                staff,
                new Scenario.Span(Duration.ofDays(20_000).toNanos(), 0, 4 * HOUR, HOUR),
                0,
                List.of(HOUR));
        Journal journal = Journal.open(new JournalConfig(
                directory,
                SEGMENT_BYTES,
                JournalConfig.DEFAULT_BATCH_BYTES,
                JournalConfig.DEFAULT_MAX_BYTES,
                JournalConfig.DEFAULT_MINIMUM_FREE_BYTES));
        Simulation.write(scenario, 7, journal);
        return journal;
    }

    private static ArrivalStream stream(String kind, double perHour) {
        return new ArrivalStream(
                kind,
                "phone",
                ArrivalRate.of(perHour),
                new ArrivalStream.Content("", GivenAnalysis.NONE, Map.of("kind", kind), "", ""),
                new Distribution.Exponential(180 * SECOND),
                null,
                new Distribution.Exponential(300 * SECOND));
    }

    private static OrganizationConfiguration shop(int agents, String billing) {
        OrganizationBuilder builder = new OrganizationBuilder("shop")
                .channel(new ChannelConfiguration("phone", ChannelKind.VOICE, 1, 1))
                .queue("general")
                .queue("billing")
                .rule("bills", "attributes.kind == \"bills\"", billing, 60);
        for (int agent = 0; agent < 6; agent++) {
            List<String> queues = agent < agents ? List.of("billing", "general") : List.of();
            builder.agent(new AgentConfiguration("agent-" + agent, "", List.of(), queues, 1));
        }
        return builder.build();
    }
}
