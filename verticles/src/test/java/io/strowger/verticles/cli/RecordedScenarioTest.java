package io.strowger.verticles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.engine.Message;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.config.OrganizationFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Simulates from the journal of an engine that runs meanwhile. */
class RecordedScenarioTest extends ConsoleTest {
    private static final List<String> TEXTS = List.of(
            "Where is my parcel? It should have been here on Monday.",
            "I was charged twice for the same order",
            "Ich kann mich nicht anmelden, mein Konto wurde gehackt!",
            "This is a scandal, I want to complain about your driver",
            "Hello!");
    private static final int ROUNDS = 8;

    private final AtomicLong clock = new AtomicLong(nanos("2026-11-20T09:00:00Z"));
    private final Map<String, Integer> sent = new TreeMap<>();
    private RoutingEngine engine;
    private String scenario = "";

    @BeforeEach
    void record() {
        Path demo = ConsoleFixture.home().resolve("conf/demo");
        engine = RoutingEngine.builder()
                .directory(directory.resolve("data/journal"))
                .clock(() -> clock.getAndAdd(Duration.ofSeconds(1).toNanos()))
                .analyzer(InlineModels.builtin())
                .organization(OrganizationFiles.read(demo))
                .start();
        for (int round = 0; round < ROUNDS; round++) {
            for (String text : TEXTS) {
                Message message = Message.of("web-chat", text).from("contact-" + round + TEXTS.indexOf(text));
                sent.merge(engine.route("demo", message).join().queue(), 1, Integer::sum);
                engine.route("demo", message).join();
            }
        }
        scenario = """
                organization: %s
                streams:
                  - name: recorded
                    journal: {directory: data/journal}
                    handling: {exponential: 2m}
                    patience: 5m
                replications: 2
                """.formatted(demo);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void shouldSendRecordedConversationsToTheSameQueues() throws IOException {
        JsonNode result = simulate(scenario);

        assertThat(sent).hasSizeGreaterThan(3);
        sent.forEach((queue, count) -> assertThat(
                        result.at("/queues/" + queue + "/arrivals/mean").asInt())
                .as(queue)
                .isEqualTo(count));
        assertThat(result.at("/total/arrivals/mean").asInt()).isEqualTo(ROUNDS * TEXTS.size());
        assertThat(simulate(scenario)).isEqualTo(result);
        assertThat(simulate(scenario.replace("{directory: data/journal}", "data/journal")))
                .isEqualTo(result);
    }

    @Test
    void shouldMoveThinRepeatAndDirectThem() throws IOException {
        String moved = scenario + "start: 2027-03-01\nduration: 1h\n";

        JsonNode more = simulate(moved.replace("journal}", "journal, shift: to-start, factor: 2}"));
        assertThat(more.at("/total/arrivals/mean").asInt()).isEqualTo(2 * ROUNDS * TEXTS.size());
        JsonNode fewer = simulate(moved.replace("journal}", "journal, shift: to-start, factor: 0.5}"));
        assertThat(fewer.at("/total/arrivals/mean").asInt()).isBetween(8, 32);
        JsonNode directed = simulate(moved.replace("journal}", "journal, shift: to-start}\n    queue: general"));
        assertThat(directed.at("/queues/general/arrivals/mean").asInt()).isEqualTo(ROUNDS * TEXTS.size());
        JsonNode part =
                simulate(scenario.replace("journal}", "journal, from: 2026-11-20T09:01, to: 2026-11-20T09:02}"));
        assertThat(part.at("/total/arrivals/mean").asInt()).isBetween(5, 30);
    }

    @Test
    void shouldRefuseWhatTheJournalDoesNotHave() throws IOException {
        assertWrong(scenario.replace("journal}", "nowhere}"), "s.yaml:4:26: streams[0].journal.directory: There is no");
        assertWrong(scenario.replace("data/journal", "data"), "it has no segment-*.journal files): give the directory");
        assertWrong(scenario.replace("data/journal", "s.yaml"), "it is not a directory");
        assertWrong(scenario.replace("directory: data/journal", "factor: 2"), "journal.directory: it is missing");
        assertWrong(
                scenario.replace("journal}", "journal, organization: dem}"), "dem; did you mean demo?; it has demo");
        assertWrong(scenario.replace("journal}", "journal, shift: to-stat}"), "did you mean to-start?");
        assertWrong(scenario.replace("journal}", "journal, factor: 0}"), "0 is not between 0.001 and 1000");
        assertWrong(scenario.replace("journal}", "journal, factor: NaN}"), "NaN is not between 0.001 and 1000");
        assertWrong(scenario.replace("journal}", "journal, factor: -2}"), "-2 is not between");
        assertWrong(scenario.replace("journal}", "journal, from: yesterday}"), "'yesterday' is not a time");
        assertWrong(scenario.replace("journal}", "journal, form: 2026-11-20}"), "no such key; did you mean from?");
        assertWrong(scenario.replace("journal}", "journal, from: 2027-01-01}"), "the last at 2026-11-20T09:");
        assertWrong(scenario.replace("journal}", "journal, from: 2027-01-01, to: 2026-01-01}"), "later than from");
        assertWrong(scenario.replace("patience", "perHour: 3\n    patience"), "it comes from the journal");
        assertWrong(scenario.replace("patience", "channel: email\n    patience"), "none of its conversations");
        assertWrong(scenario + "start: 2027-03-01\n", "set the scenario's start, or shift: to-start or by-days");
    }

    @Test
    void shouldRefuseAJournalThatIsEmptyDamagedOrHasNoMessages() throws IOException {
        Path empty = directory.resolve("empty");
        Journal.open(JournalConfig.in(empty)).close();
        assertWrong(scenario.replace("data/journal", "empty"), "nobody has used it yet");
        Path quiet = directory.resolve("quiet");
        RoutingEngine.builder()
                .directory(quiet)
                .organization(OrganizationFiles.read(ConsoleFixture.home().resolve("conf/demo")))
                .start()
                .close();
        assertWrong(scenario.replace("data/journal", "quiet"), "no message ever came to the organization demo");

        Path segment = directory.resolve("data/journal/segment-0000000001.journal");
        byte[] bytes = Files.readAllBytes(segment);
        Files.createDirectory(directory.resolve("copy"));
        bytes[20_000] ^= 1;
        Files.write(directory.resolve("copy/segment-0000000001.journal"), bytes);
        assertWrong(scenario.replace("data/journal", "copy"), "segment-0000000001.journal is damaged at byte");
    }

    private void assertWrong(String text, String message) throws IOException {
        Files.writeString(directory.resolve("s.yaml"), text);
        ConsoleFixture wrong = new ConsoleFixture(directory);
        assertThat(wrong.run("simulate", "s.yaml")).as(text).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(wrong.err()).contains("s.yaml:", message).doesNotContain("\tat ");
        assertThat(wrong.out()).isEmpty();
    }

    private JsonNode simulate(String text) throws IOException {
        Files.writeString(directory.resolve("s.yaml"), text);
        ConsoleFixture fresh = new ConsoleFixture(directory);
        assertThat(fresh.run("simulate", "s.yaml", "--json")).as(fresh.err()).isEqualTo(ExitCode.DONE);
        return new ObjectMapper().readTree(fresh.out());
    }

    private static long nanos(String instant) {
        return Duration.ofSeconds(Instant.parse(instant).getEpochSecond()).toNanos();
    }
}
