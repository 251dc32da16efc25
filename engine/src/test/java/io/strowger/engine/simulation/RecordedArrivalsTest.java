package io.strowger.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.journal.JournalScan;
import io.strowger.models.Head;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that the real engine wrote, whose customers come again. */
class RecordedArrivalsTest {
    private static final double CONFIDENCE = 0.95;
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long START = Duration.ofDays(20_000).toNanos() + 8 * HOUR;
    private static final JournalArrivals.Selection ALL =
            new JournalArrivals.Selection("shop", "", Long.MIN_VALUE, Long.MAX_VALUE);

    @TempDir
    private Path directory;

    private SimulationResult recorded;

    @BeforeEach
    void record() {
        Scenario day = scenario(
                START,
                List.of(stream("phone", "bill", 0.9), stream("chat", "bill", 0.4), stream("chat", "other", 0.9)));
        recorded = Simulation.run(day, 7, 1, (run, share) -> {});
        try (Journal journal = Journal.open(JournalConfig.in(directory))) {
            Simulation.write(day, 7, journal);
        }
    }

    @Test
    void shouldSendTheSameCustomersToTheSameQueuesAtTheSameInstants() {
        RecordedConversations conversations = read(ALL);
        SimulationResult again = simulate(START, new RecordedArrivals(conversations, TimeShift.NONE, 1, Map.of()));

        assertThat(conversations.count()).isGreaterThan(100);
        assertThat(conversations.channels()).containsExactlyInAnyOrder("phone", "chat");
        assertThat(again.queue("billing").sum().arrivals).isPositive();
        for (String queue : List.of("billing", "general")) {
            assertThat(again.queue(queue).slots().stream().mapToLong(slot -> slot.arrivals))
                    .as(queue)
                    .containsExactlyElementsOf(recorded.queue(queue).slots().stream()
                            .map(slot -> slot.arrivals)
                            .toList());
        }
    }

    @Test
    void shouldMoveTheRecordingToTheStartOrByWholeDays() {
        RecordedConversations conversations = read(ALL);
        long otherDay = START + 100 * Shift.DAY_NANOS + 2 * HOUR;

        RecordedArrivals toStart = new RecordedArrivals(conversations, TimeShift.TO_START, 1, Map.of());
        RecordedArrivals byDays = new RecordedArrivals(conversations, TimeShift.BY_DAYS, 1, Map.of());
        RecordedArrivals nowhere = new RecordedArrivals(conversations, TimeShift.NONE, 1, Map.of());

        assertThat(toStart.countBetween(otherDay, otherDay, otherDay + 1)).isEqualTo(1);
        assertThat(arrivals(simulate(otherDay, toStart))).isEqualTo(arrivals(recorded));
        assertThat(arrivals(simulate(otherDay, byDays)))
                .isEqualTo(conversations.count() - conversations.indexFrom(START + 2 * HOUR))
                .isLessThan(conversations.count());
        assertThat(nowhere.countBetween(otherDay, 0, Long.MAX_VALUE)).isEqualTo(conversations.count());
        assertThat(arrivals(simulate(otherDay, nowhere))).isZero();
    }

    @Test
    void shouldTakeAShareOrSeveralForEachDrawnByTheSeed() {
        RecordedConversations conversations = read(ALL);
        int count = conversations.count();

        assertThat(arrivals(simulate(START, times(conversations, 3)))).isEqualTo(3L * count);
        assertThat(arrivals(simulate(START, times(conversations, 0.5)))).isBetween(count * 3L / 10, count * 7L / 10);
        assertThat(arrivals(simulate(START, times(conversations, 1.5)))).isBetween(count * 13L / 10, count * 17L / 10);
        assertThat(waits(1, 1.5)).isEqualTo(waits(1, 1.5)).isNotEqualTo(waits(2, 1.5));
    }

    @Test
    void shouldTakeOneChannelOrAStretchOfTime() {
        RecordedConversations all = read(ALL);
        RecordedConversations phone =
                read(new JournalArrivals.Selection("shop", "phone", Long.MIN_VALUE, Long.MAX_VALUE));
        RecordedConversations hour = read(new JournalArrivals.Selection("shop", "", START + HOUR, START + 2 * HOUR));

        assertThat(phone.channels()).containsExactly("phone");
        assertThat(phone.count()).isBetween(1, all.count() - 1);
        assertThat(phone.beginsAt()).isEqualTo(all.beginsAt());
        assertThat(hour.beginsAt()).isEqualTo(START + HOUR);
        assertThat(hour.at(0)).isGreaterThanOrEqualTo(START + HOUR);
        assertThat(hour.count()).isBetween(1, all.count() - 1);
    }

    @Test
    void shouldAddAttributesInFrontOfTheRecordedOnes() {
        RecordedArrivals renamed =
                new RecordedArrivals(read(ALL), TimeShift.NONE, 1, Map.of("kind", "force", "other", "x"));

        assertThat(simulate(START, renamed).queue("forced").sum().arrivals).isEqualTo(arrivals(recorded));
    }

    @Test
    void shouldSayWhatTheJournalLacks() {
        assertRefused(new JournalArrivals.Selection("shp", "", 0, 1), "no organization shp; did you mean shop?");
        assertRefused(new JournalArrivals.Selection("shop", "fax", 0, 1), "came by chat");
        assertRefused(new JournalArrivals.Selection("shop", "", 0, 1), "the first at 2024-10-04T08:");
        assertThatThrownBy(() -> new RecordedArrivals(read(ALL), TimeShift.NONE, 0, Map.of()))
                .hasMessageContaining("must be more than 0");
    }

    private void assertRefused(JournalArrivals.Selection selection, String message) {
        assertThatThrownBy(() -> read(selection))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private RecordedConversations read(JournalArrivals.Selection selection) {
        try (JournalScan scan = JournalScan.of(directory)) {
            return JournalArrivals.read(scan, selection);
        }
    }

    private static RecordedArrivals times(RecordedConversations conversations, double factor) {
        return new RecordedArrivals(conversations, TimeShift.NONE, factor, Map.of());
    }

    private double waits(long seed, double factor) {
        ArrivalStream stream = again(times(read(ALL), factor));
        return Simulation.run(scenario(START, List.of(stream)), seed, 1, (run, share) -> {})
                .total()
                .sum()
                .waitSeconds;
    }

    private static long arrivals(SimulationResult result) {
        return result.total().sum().arrivals;
    }

    private static SimulationResult simulate(long start, RecordedArrivals arrivals) {
        return Simulation.run(scenario(start, List.of(again(arrivals))), 1, 1, (run, share) -> {});
    }

    private static ArrivalStream again(RecordedArrivals arrivals) {
        return new ArrivalStream("again", arrivals, new Distribution.Exponential(HOUR / 20.0), null, null);
    }

    private static ArrivalStream stream(String channel, String kind, double confidence) {
        Map<Head, GivenAnalysis.Label> labels = Map.of(
                Head.INTENT, new GivenAnalysis.Label("payment_issue", confidence),
                Head.SENTIMENT, new GivenAnalysis.Label("negative", 0.8));
        GivenAnalysis analysis = new GivenAnalysis(labels, -0.5);
        return new ArrivalStream(
                channel + kind + confidence,
                channel,
                ArrivalRate.of(20),
                new ArrivalStream.Content("about a " + kind, analysis, Map.of("kind", kind), "gold", "de"),
                new Distribution.Exponential(HOUR / 20.0),
                null,
                null);
    }

    /** What every part of a message decides: its attributes, analysis, text and contact. */
    private static OrganizationConfiguration shop() {
        OrganizationBuilder shop = new OrganizationBuilder("shop")
                .channel(new ChannelConfiguration("phone", ChannelKind.VOICE, 1, 1))
                .channel(new ChannelConfiguration("chat", ChannelKind.CHAT, 1, 1))
                .queue("general")
                .queue("billing")
                .queue("forced")
                .rule("forced", "attributes.kind == \"force\"", "forced", 50)
                .rule(
                        "bills",
                        "attributes.kind == \"bill\" && analysis.intent.confidence > 0.5 "
                                + "&& analysis.intent.label == \"payment_issue\" && text == \"about a bill\" "
                                + "&& contact.tier == \"gold\" && analysis.sentiment.score < -0.4",
                        "billing",
                        50);
        for (int agent = 0; agent < 5; agent++) {
            shop.agent(new AgentConfiguration(
                    "agent-" + agent, "", List.of(), List.of("general", "billing", "forced"), 1));
        }
        return shop.build();
    }

    private static Scenario scenario(long start, List<ArrivalStream> streams) {
        OrganizationConfiguration shop = shop();
        List<AgentPlan> staff = shop.agents().stream()
                .map(agent -> AgentPlan.always(agent.id()))
                .toList();
        return new Scenario(
                "day", shop, streams, staff, new Scenario.Span(start, 0, 4 * HOUR, 0), 0, List.of(HOUR / 180));
    }
}
