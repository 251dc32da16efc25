package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.simulation.GivenAnalysis;
import io.strowger.engine.simulation.Simulation;
import io.strowger.verticles.config.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String SHOP = """
            id: shop
            channels: [{id: chat, kind: chat}]
            queues: [{id: general}, {id: returns}]
            agents:
              - {id: ada, queues: [general, returns]}
              - {id: ben, queues: [returns, general]}
            rules:
              - {id: back, when: 'attributes.topic == "return"', queue: returns, priority: 70}
            fallbackQueue: general
            """;

    @TempDir
    private Path directory;

    private ConsoleFixture console;

    @BeforeEach
    void record() throws IOException {
        console = new ConsoleFixture(directory);
        Files.writeString(directory.resolve("shop.yaml"), SHOP);
        Files.writeString(directory.resolve("day.yaml"), """
                organization: shop.yaml
                streams:
                  - {name: questions, perHour: 30, handling: {exponential: 5m}}
                  - {name: returns, perHour: 10, handling: {exponential: 5m}, attributes: {topic: return}}
                duration: 3h
                """);
        ScenarioFile day = ScenarioFile.read(directory.resolve("day.yaml"), text -> GivenAnalysis.NONE);
        try (Journal journal = Journal.open(JournalConfig.in(directory.resolve("journal")))) {
            Simulation.write(day.scenario(), 1, journal);
        }
    }

    @Test
    void shouldFindNoDifferenceWithTheSameConfiguration() throws IOException {
        assertThat(console.run("replay", "--journal", "journal")).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("nothing differs");
        ConsoleFixture given = new ConsoleFixture(directory);
        assertThat(given.run("replay", "--journal", "journal", "--configuration", "shop.yaml", "--json"))
                .isEqualTo(ExitCode.DONE);
        JsonNode result = new ObjectMapper().readTree(given.out());
        assertThat(result.at("/differing").asInt()).isZero();
        assertThat(result.at("/conversations").asInt()).isGreaterThan(80);
    }

    @Test
    void shouldShowTheLargestChangesWithBothReasons() throws IOException {
        Files.writeString(directory.resolve("new.yaml"), SHOP.replace("queue: returns, priority: 70", "priority: 10"));

        assertThat(console.run("replay", "--journal", "journal", "--configuration", "new.yaml", "--changes", "5"))
                .isEqualTo(ExitCode.DONE);
        assertThat(console.out())
                .contains("another queue", "returns -> general", "before: returns with priority 70 by the rule back");
    }

    @Test
    void shouldRefuseWhatIsNoJournalAndWhatIsNoConfiguration() {
        assertThat(console.run("replay", "--journal", "nowhere")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.run("replay", "--journal", ".")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err())
                .contains("nowhere (there is no such directory): give the directory")
                .contains("(it has no segment-*.journal files): give the directory");
        assertThat(directory.resolve("journal.lock")).doesNotExist();
        assertThat(directory.resolve("nowhere")).doesNotExist();
        assertThat(console.run("replay", "--journal", "journal", "--configuration", "missing.yaml"))
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.run("replay", "--journal", "journal", "--configuration", "day.yaml"))
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("no such key");
        Journal.open(JournalConfig.in(directory.resolve("new"))).close();
        assertThat(console.run("replay", "--journal", "new")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(console.err()).contains("the journal has no record yet");
    }

    @Test
    void shouldReplayBesideTheServerThatWritesTheJournal() throws IOException {
        Files.writeString(directory.resolve("other.yaml"), SHOP.replace("id: shop", "id: shp"));
        try (Journal open = Journal.open(JournalConfig.in(directory.resolve("journal")))) {
            assertThat(open.durableSequence()).isPositive();
            assertThat(console.run("replay", "--journal", "journal")).isEqualTo(ExitCode.DONE);
            assertThat(console.run("replay", "--journal", "journal", "--configuration", "other.yaml"))
                    .isEqualTo(ExitCode.WRONG_CALL);
            assertThat(console.err()).contains("no organization shp; did you mean shop?; it has shop");
        }
    }

    @Test
    void shouldSayWhereTheJournalIsDamaged() throws IOException {
        Path segment = directory.resolve("journal/segment-0000000001.journal");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[20_000] ^= 1;
        Files.write(segment, bytes);
        assertThat(console.run("replay", "--journal", "journal")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("segment-0000000001.journal is damaged at byte");
    }
}
