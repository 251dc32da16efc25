package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.ExceptionTrigger;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueBatch;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RulePreference;
import io.strowger.engine.configuration.StepConfiguration;
import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.rules.OrganizationCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganizationFilesTest {
    private static final String SMALL = """
            id: small
            fallbackQueue: all
            channels: [{id: web, kind: chat}]
            queues:
              - id: all
            """;

    @TempDir
    private Path directory;

    @Test
    void shouldFillDefaultsWhenADocumentIsShort() throws IOException {
        OrganizationConfiguration small = read(SMALL);
        QueueConfiguration queue = small.queues().get(0);
        assertThat(queue.name()).isEqualTo("all");
        assertThat(queue.priority()).isEqualTo(50);
        assertThat(Duration.ofNanos(queue.offerTimeoutNanos())).isEqualTo(Duration.ofSeconds(20));
        assertThat(small.channels().get(0).kind()).isEqualTo(ChannelKind.CHAT);
        assertThat(small.channels().get(0).cost()).isEqualTo(30);
        assertThat(small.limits()).isEqualTo(RoutingLimits.DEFAULT);
        assertThat(small.agents()).isEmpty();
    }

    @Test
    void shouldReadBackWhatIsWritten() {
        OrganizationConfiguration demo = OrganizationFiles.read(Path.of("../conf/demo"));
        assertThat(OrganizationDocument.json(OrganizationWriter.json(demo), "json")
                        .configuration())
                .isEqualTo(demo);
        assertThat(OrganizationDocument.yaml(OrganizationWriter.yaml(demo), "yaml")
                        .configuration())
                .isEqualTo(demo);
    }

    @Test
    void shouldReadAndWriteWhatSaysWhoIsAskedAndWhen() throws IOException {
        OrganizationConfiguration shop = read("""
                id: shop
                fallbackQueue: all
                channels:
                  - {id: phone, kind: voice, interrupts: [email, messaging]}
                queues:
                  - {id: all, order: edf, target: 30m, strategy: best-score, fit: relative, concurrentOffers: 3, skipDelays: true}
                  - id: calls
                    strategy: fewest-today
                    batch: {window: 200ms, weights: {skillGap: 3, load: 0}}
                    requires: {fr: {level: 40, relaxAfter: 45s}, boats: {optional: true, weight: 7}, calls: 10}
                agents:
                  - id: ada
                    skills: {fr: 50}
                    queueOrder: global
                    queues: [all, {queue: calls, tier: 3, delay: 20s}]
                    kinds: [voice, chat]
                    maxPerWindow: 40
                rules:
                  - {id: old, when: "text == 'old'", age: 5m, target: 10m, prefer: {attribute: manager, for: 45s}}
                limits: {fairnessWindow: 8h}
                """);

        assertThat(shop.rules().get(0).preference()).isEqualTo(new RulePreference("manager", 45_000_000_000L, false));
        assertThat(shop.agents().get(0).terms(0)).isEqualTo(new QueueTerms(1, 0));
        assertThat(shop.agents().get(0).terms(1)).isEqualTo(new QueueTerms(3, 20_000_000_000L));
        assertThat(shop.agents().get(0).matching().kinds()).containsExactly(ChannelKind.CHAT, ChannelKind.VOICE);
        assertThat(shop.queues().get(0).matching().concurrentOffers()).isEqualTo(3);
        assertThat(shop.queues().get(0).batch()).isEqualTo(QueueBatch.NONE);
        assertThat(shop.queues().get(1).batch())
                .isEqualTo(new QueueBatch(200_000_000, 2, new BatchWeights(10, 3, 1, 0, 1)));
        assertThat(shop.queues().get(1).requirements())
                .contains(
                        new Requirement("fr", 40, 1, true, 45_000_000_000L),
                        new Requirement("boats", 0, 7, false, 0),
                        new Requirement("calls", 10));
        assertThat(OrganizationDocument.yaml(OrganizationWriter.yaml(shop), "yaml")
                        .configuration())
                .isEqualTo(shop);
        assertThat(OrganizationDocument.json(OrganizationWriter.json(shop), "json")
                        .configuration())
                .isEqualTo(shop);
    }

    @Test
    void shouldReadAndWriteLevelsThatAreTooHighOrUnwanted() throws IOException {
        OrganizationConfiguration shop = read("""
                id: shop
                fallbackQueue: all
                queues:
                  - id: all
                    requires:
                      fr: {level: 20, atMost: 40}
                      agent:bob: never
                      agent:cyd: {never: true, relaxAfter: 10m}
                """);

        assertThat(shop.queues().get(0).requirements())
                .contains(
                        new Requirement("fr", 20, 40, 1, true, 0),
                        new Requirement("agent:bob", 0).absent(),
                        new Requirement("agent:cyd", 0, 1, true, 600_000_000_000L).absent());
        assertThat(OrganizationDocument.yaml(OrganizationWriter.yaml(shop), "yaml")
                        .configuration())
                .isEqualTo(shop);
    }

    @Test
    void shouldReadAndWriteStepsAndExceptions() throws IOException {
        OrganizationConfiguration shop = read("""
                id: shop
                fallbackQueue: all
                queues: [{id: all}, {id: calls}]
                rules:
                  - id: slow
                    when: "text == 'old'"
                    steps:
                      - {queue: calls, timeout: 45s}
                      - {raise: 20, relax: [fr], timeout: 1m, skipUnstaffed: true}
                    overflow: all
                exceptions:
                  - {id: a, queue: calls, on: wait, after: 5m, then: [{do: move, queue: all, keepAge: false}, {do: park}]}
                  - {id: b, on: queue-ahead, count: 7, then: [{do: callback, text: busy}, {do: cancel}]}
                  - {id: c, on: offers-exhausted, count: 2, then: [{do: relax}, {do: add-requirement, requires: {fr: 9}}]}
                  - id: d
                    on: sentiment
                    below: -0.25
                    then: [{do: set-priority, priority: 3}, {do: add-age, age: 2m}, {do: auto-reply, text: sorry}]
                limits: {maxMoves: 4}
                """);

        assertThat(shop.rules().get(0).steps().all())
                .containsExactly(
                        new StepConfiguration("calls", 45_000_000_000L),
                        new StepConfiguration(null, null, 20, List.of("fr"), 60_000_000_000L, true),
                        new StepConfiguration("all", 0));
        assertThat(shop.workflows().maxMoves()).isEqualTo(4);
        assertThat(shop.workflows().exceptions())
                .extracting(ExceptionRule::trigger)
                .containsExactly(
                        new ExceptionTrigger(TriggerKind.WAIT, 300_000_000_000L),
                        new ExceptionTrigger(TriggerKind.QUEUE_AHEAD, 7),
                        new ExceptionTrigger(TriggerKind.OFFERS_EXHAUSTED, 2),
                        new ExceptionTrigger(TriggerKind.SENTIMENT, -2_500));
        assertThat(OrganizationDocument.yaml(OrganizationWriter.yaml(shop), "yaml")
                        .configuration())
                .isEqualTo(shop);
    }

    @Test
    void shouldSayWhatIsWrongWithWhoIsAskedAndWhen() {
        assertThatThrownBy(() -> read("""
                        id: shop
                        fallbackQueue: all
                        channels: [{id: phone, kind: voice, interrupts: [emial]}]
                        queues:
                          - {id: all, strategy: robin-round, requires: {fr: {levl: 4}, de: {optional: true, relaxAfter: 3s}}}
                          - {id: fast, batch: {windw: 1s, maxPassed: two, weights: {skilGap: 1}}}
                        agents:
                          - {id: ada, queues: [{queue: all, teir: 1}]}
                        """))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused -> assertThat(refused.getMessage())
                                .contains("channels[0].interrupts[0]", "'emial' is none of", "email")
                                .contains("queues[0].strategy", "'robin-round' is none of")
                                .contains("queues[0].requires.fr.levl: there is no such key")
                                .contains("queues[0].requires.de: skill de: what is not mandatory can't be relaxed")
                                .contains("queues[1].batch.windw: there is no such key", "window")
                                .contains("queues[1].batch.maxPassed: 'two' is not a whole number")
                                .contains("queues[1].batch.weights.skilGap: there is no such key", "skillGap")
                                .contains("agents[0].queues[0].teir: there is no such key", "tier"));
    }

    @Test
    void shouldJoinFilesAndRefuseAKeyThatIsInTwo() throws IOException {
        write("a.yaml", "id: x\nfallbackQueue: q\n");
        write("b.json", "{\"queues\": [{\"id\": \"q\"}]}");
        write("notes.txt", "not read");
        assertThat(OrganizationFiles.read(directory).queues()).hasSize(1);
        write("c.yml", "queues: []\n");
        assertThatThrownBy(() -> OrganizationFiles.read(directory))
                .hasMessageMatching(".*c\\.yml:1:1: queues: it is given in another file as well, at .*b\\.json:1:2");
    }

    @Test
    void shouldNameEveryMistakeOfFormWithItsPlace() {
        assertThatThrownBy(() -> read("""
                        id: small
                        fallbackQ: all
                        channels: [{id: web, kind: chta}]
                        queues:
                          - id: all
                            priorty: 5
                            order: aged
                            pointWorth: long
                            autoAccept: maybe
                            requires: {a: 101, b: x}
                          - plain
                        agents: {}
                        rules:
                          - id: one
                            queue: all
                            tags: [[]]
                        """))
                .isInstanceOf(ConfigException.class)
                .extracting(e -> e.getMessage().replaceAll("(?m)^\\S*one\\.yaml:", ""))
                .asString()
                .contains(
                        "2:1: fallbackQ: there is no such key; did you mean fallbackQueue?",
                        "3:28: channels[0].kind: 'chta' is none of chat, messaging, email, voice; did you mean chat?",
                        "6:5: queues[0].priorty: there is no such key; did you mean priority?",
                        "8:17: queues[0].pointWorth: 'long' is not a duration",
                        "9:17: queues[0].autoAccept: true or false is expected, not 'maybe'",
                        "10:19: queues[0].requires.a: the level 101 is not between 0 and 100",
                        "10:27: queues[0].requires.b: a level between 0 and 100 is expected",
                        "11:5: queues[1]: keys and values are expected, not a text",
                        "12:9: agents: a list is expected, not a mapping of keys to values",
                        "14:5: rules[0].when: it is missing; a text is needed",
                        "16:12: rules[0].tags[0]: a text is expected, not a list")
                .contains("fallbackQueue: it is missing");
    }

    @Test
    void shouldPointIntoConditionsHoweverTheyAreWritten() throws IOException {
        write("one.yaml", SMALL + """
                        rules:
                          - {id: plain, when: channel == 'a' && txet == 'b'}
                          - {id: quoted, when: "channel == 'a' && txet == \\"b\\" "}
                          - id: folded
                            when: >-
                              channel == 'a' &&
                                txet == 'b'
                          - id: literal
                            when: |
                              channel == 'a' &&

                              txet == 'b'
                        """);
        OrganizationReport report = OrganizationReport.of(directory, new OrganizationCheck());
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.errors())
                .extracting(problem -> problem.toString().replaceAll("^\\S*one\\.yaml:", ""))
                .containsExactly(
                        "7:41: rules[0].when: there is no variable txet; did you mean text?",
                        "8:43: rules[1].when: there is no variable txet; did you mean text?",
                        "12:9: rules[2].when: there is no variable txet; did you mean text?",
                        "17:7: rules[3].when: there is no variable txet; did you mean text?");
        assertThat(report.lines())
                .last()
                .asString()
                .startsWith("organization small: 1 channel, 1 queue, no agents, 4 rules; 4 errors");
    }

    @Test
    void shouldSayWhatIsWrongWhenThereIsNothingToRead() throws IOException {
        assertThatThrownBy(() -> OrganizationFiles.read(directory.resolve("gone")))
                .hasMessageEndingWith("gone: there is no such directory or file");
        assertThatThrownBy(() -> OrganizationFiles.read(directory))
                .hasMessageContaining("has no .yaml, .yml or .json file");
        write("one.yaml", "- 1\n");
        assertThat(OrganizationReport.of(directory, new OrganizationCheck()).lines())
                .hasSize(2)
                .last()
                .isEqualTo("1 error, no warnings");
        Files.write(directory.resolve("one.yaml"), new byte[] {'i', 'd', ':', (byte) 0xff});
        assertThatThrownBy(() -> OrganizationFiles.read(directory))
                .hasMessageContaining("the file is not UTF-8; is it the right one?");
        assertThatThrownBy(() -> OrganizationDocument.json("{\"id\":", "the body"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("the body:1:");
        assertThatThrownBy(() -> OrganizationDocument.json("", "the body"))
                .hasMessage("the body: it is empty; an organization is expected");
    }

    private OrganizationConfiguration read(String text) throws IOException {
        write("one.yaml", text);
        return OrganizationFiles.read(directory);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
