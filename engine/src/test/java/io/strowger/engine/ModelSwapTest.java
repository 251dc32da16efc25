package io.strowger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.pipeline.ModelVersions;
import io.strowger.engine.pipeline.Topology;
import io.strowger.engine.record.RecordView;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models are exchanged while messages come in: each record has the answers of the model that it names. */
class ModelSwapTest {
    private static final int MESSAGES = 40_000;
    private static final long NANOS_A_MESSAGE = 1_000_000_000L / 20_000;
    private static final int MESSAGES_A_SWAP = 1_000;
    private static final int CONVERSATIONS = 500;
    private static final int SHOP = 0;

    /** Two models with other labels; {@code common} has another index in each. */
    private static final TextAnalyzer FIRST = new FixedAnalyzer("a1", List.of("red", "common"), 0);

    private static final TextAnalyzer SECOND = new FixedAnalyzer("b2", List.of("common", "blue", "green"), 1);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = Topology.class,
            names = {"COMPACT", "DEDICATED"})
    void shouldAnalyzeEachMessageByOneModelWhenModelsAreSwappedUnderLoad(Topology topology) {
        try (RoutingEngine engine = start(topology)) {
            Load load = new Load(engine);
            for (int sent = 0; sent < MESSAGES; sent++) {
                if (sent % MESSAGES_A_SWAP == 0) {
                    ModelAssignment next = sent / MESSAGES_A_SWAP % 2 == 0 ? ModelAssignment.of(SECOND) : null;
                    // Not waited for: the swap happens somewhere among the messages.
                    engine.assignModels(SHOP, next);
                }
                load.send(sent);
            }
            load.await();

            Map<Long, Integer> byVersion = new HashMap<>();
            forEachMessage(engine, (version, label, queue, message) -> {
                byVersion.merge(version, 1, Integer::sum);
                assertThat(label).isEqualTo(version == version(FIRST) ? "red" : "blue");
                assertThat(queue).isEqualTo(version == version(FIRST) ? "reds" : "blues");
            });
            assertThat(byVersion).containsOnlyKeys(version(FIRST), version(SECOND));
            assertThat(byVersion.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(MESSAGES);
        }
    }

    @Test
    void shouldAnalyzeEachConversationByTheSameModelWhenModelsShareThem() {
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            assertThat(engine.assignModels(SHOP, new ModelAssignment(FIRST, SECOND, 3_000))
                            .join()
                            .outcome)
                    .isEqualTo(Outcome.DONE);
            Load load = new Load(engine);
            for (int sent = 0; sent < 4 * CONVERSATIONS; sent++) {
                load.send(sent);
            }
            load.await();

            Map<String, Set<Long>> byConversation = new HashMap<>();
            forEachMessage(
                    engine,
                    (version, label, queue, message) -> byConversation
                            .computeIfAbsent(message.conversationKey.toText(), key -> new HashSet<>())
                            .add(version));
            assertThat(byConversation).hasSize(CONVERSATIONS);
            assertThat(byConversation.values()).allMatch(versions -> versions.size() == 1);
            long candidates = byConversation.values().stream()
                    .filter(versions -> versions.contains(version(SECOND)))
                    .count();
            assertThat(candidates).isBetween(120L, 180L);
        }
    }

    @Test
    void shouldKeepConversationsOfASmallerShareWhenTheShareGrows() {
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            Set<String> small = candidatesAtShare(engine, 1_000, 0);
            Set<String> large = candidatesAtShare(engine, 4_000, CONVERSATIONS);

            assertThat(small).isNotEmpty();
            assertThat(large).containsAll(small);
            assertThat(candidatesAtShare(engine, 0, 2 * CONVERSATIONS)).isEmpty();
            assertThat(candidatesAtShare(engine, ModelAssignment.ALL, 3 * CONVERSATIONS))
                    .hasSize(CONVERSATIONS);
        }
    }

    @Test
    void shouldUseTheModelFromTheNextMessageOnWhenTheAssignmentIsDone() {
        try (RoutingEngine engine = start(Topology.DEDICATED)) {
            for (int round = 0; round < 50; round++) {
                TextAnalyzer model = round % 2 == 0 ? SECOND : FIRST;
                engine.assignModels(SHOP, ModelAssignment.of(model)).join();
                Routed routed =
                        engine.route("shop", Message.of("web-chat", "hello")).join();
                assertThat(routed.intent()).isEqualTo(model == SECOND ? "blue" : "red");
            }
        }
    }

    @Test
    void shouldKeepTheModelsWhenAnotherHasTooManyLabels() {
        String[] many = new String[Short.MAX_VALUE + 1];
        for (int number = 0; number < many.length; number++) {
            many[number] = "label-" + number;
        }
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            Decision decision = engine.assignModels(SHOP, ModelAssignment.of(new FixedAnalyzer("c3", List.of(many), 0)))
                    .join();

            assertThat(decision.outcome).isEqualTo(Outcome.INVALID);
            assertThat(decision.detail).contains("32768 labels");
            assertThat(engine.route("shop", Message.of("web-chat", "hello"))
                            .join()
                            .intent())
                    .isEqualTo("red");
        }
    }

    @Test
    void shouldReadRecordsOfAModelThatIsGoneWhenRestarted() {
        RoutingEngine.StateHash state;
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            engine.assignModels(SHOP, ModelAssignment.of(SECOND)).join();
            engine.route("shop", Message.of("web-chat", "hello")).join();
            state = engine.stateHash().join();
        }
        try (RoutingEngine engine = RoutingEngine.builder().directory(directory).start()) {
            assertThat(engine.recoveredState()).isEqualTo(state);
            forEachMessage(engine, (version, label, queue, message) -> {
                assertThat(version).isEqualTo(version(SECOND));
                assertThat(label).isEqualTo("blue");
            });
        }
    }

    private Set<String> candidatesAtShare(RoutingEngine engine, int share, int first) {
        engine.assignModels(SHOP, new ModelAssignment(FIRST, SECOND, share)).join();
        Load load = new Load(engine);
        for (int sent = 0; sent < CONVERSATIONS; sent++) {
            load.send(first + sent);
        }
        load.await();
        Set<String> conversations = new HashSet<>();
        int[] seen = {0};
        forEachMessage(engine, (version, label, queue, message) -> {
            if (seen[0]++ >= first && version == version(SECOND)) {
                conversations.add(message.conversationKey.toText());
            }
        });
        return conversations;
    }

    private RoutingEngine start(Topology topology) {
        OrganizationConfiguration shop = new OrganizationBuilder("shop")
                .channel("web-chat")
                .queue("general")
                .queue("reds")
                .queue("blues")
                .rule("red", "analysis.intent.label == 'red'", "reds", 50)
                .rule("blue", "analysis.intent.label == 'blue'", "blues", 50)
                .rule("other", "true", "general", 50)
                .build();
        EngineSettings usual = EngineSettings.DEFAULT;
        return RoutingEngine.builder()
                .directory(directory)
                .analyzer(FIRST)
                .settings(new EngineSettings(
                        topology, 2, 8192, usual.spin(), usual.maxWait(), usual.textLimitBytes(), 16, 16 << 20))
                .organization(shop)
                .start();
    }

    private static long version(TextAnalyzer analyzer) {
        return ModelVersions.number(analyzer.version());
    }

    private static void forEachMessage(RoutingEngine engine, EachMessage each) {
        RecordView record = new RecordView();
        Analysis analysis = new Analysis();
        ReceiveMessage message = new ReceiveMessage();
        ConversationQueued queued = new ConversationQueued();
        Bytes command = new Bytes();
        Map<String, String> queues =
                new HashMap<>(); // a message that changes nothing leaves its conversation in its queue
        try (JournalReader reader = engine.reader(1)) {
            while (reader.next(record)) {
                long version = record.analysis(analysis);
                if (version == 0) {
                    continue;
                }
                message.read(new ByteReader().wrap(record.command(command)));
                String conversation = message.conversationKey.toText();
                while (record.nextEvent()) {
                    if (record.eventKind() == EventKind.CONVERSATION_QUEUED) {
                        queued.read(record.content());
                        queues.put(
                                conversation,
                                engine.directory().organization(SHOP).queues().name(queued.queue));
                    }
                }
                String label = engine.directory().labels().name(analysis.label(Head.INTENT));
                each.take(version, label, queues.get(conversation), message);
            }
        }
    }

    private interface EachMessage {
        void take(long version, String label, String queue, ReceiveMessage message);
    }

    /** Sends 20,000 messages a second, and each until it is taken. */
    private static final class Load implements Responder {
        private final RoutingEngine engine;
        private final ReceiveMessage message = new ReceiveMessage();
        private final AtomicLong answered = new AtomicLong();
        private final long began = System.nanoTime();
        private long sent;

        Load(RoutingEngine engine) {
            this.engine = engine;
            message.channel.set(Bytes.of("web-chat"));
            message.text.set(Bytes.of("hello"));
        }

        void send(int number) {
            long due = began + sent * NANOS_A_MESSAGE;
            while (System.nanoTime() - due < 0) {
                Thread.onSpinWait();
            }
            message.externalId.set(Bytes.of("m-" + number));
            message.conversationKey.set(Bytes.of("c-" + (number < MESSAGES ? number % CONVERSATIONS : number)));
            while (engine.ingress().tryPublish(SHOP, message, due, this, 0, false) < 0) {
                assertThat(engine.health().open()).isTrue();
                LockSupport.parkNanos(100_000);
            }
            sent++;
        }

        void await() {
            while (answered.get() < sent) {
                assertThat(engine.health().failed()).isFalse();
                LockSupport.parkNanos(100_000);
            }
        }

        @Override
        public void answered(Decision decision, long decisionNanos, boolean durable, long token) {
            answered.incrementAndGet();
        }
    }

    /** Always says the same intent. */
    private static final class FixedAnalyzer implements TextAnalyzer {
        private final String version;
        private final List<String> intents;
        private final int intent;

        FixedAnalyzer(String version, List<String> intents, int intent) {
            this.version = version;
            this.intents = intents;
            this.intent = intent;
        }

        @Override
        public void analyze(byte[] text, int offset, int length, Analysis analysis) {
            analysis.clear();
            analysis.set(Head.INTENT, intent, Analysis.ONE);
        }

        @Override
        public List<String> labels(Head head) {
            return head == Head.INTENT ? intents : List.of();
        }

        @Override
        public String version() {
            return version;
        }

        @Override
        public TextAnalyzer fork() {
            return this;
        }
    }
}
