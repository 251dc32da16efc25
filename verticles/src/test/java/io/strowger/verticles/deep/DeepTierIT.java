package io.strowger.verticles.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strowger.engine.Message;
import io.strowger.engine.Routed;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordView;
import io.strowger.models.Tier;
import io.strowger.models.deep.DeepModel;
import io.strowger.models.deep.TextEncoder;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.ModelParts;
import io.strowger.models.training.Teacher;
import io.strowger.models.training.Training;
import io.strowger.models.training.TrainingOptions;
import io.strowger.models.training.TrainingProgress;
import io.strowger.verticles.config.DeepSettings;
import io.strowger.verticles.projection.LiveView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The deep tier over a real engine, journal and ONNX Runtime. The inline model has learned everything the wrong way round and is
 * always asked about, so that each answer of the deep one moves a conversation.
 */
class DeepTierIT {
    private static final String REFUND = "please reimburse me";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ALWAYS = 10_001;

    @TempDir
    static Path models;

    private static DeepModel model;

    @TempDir
    Path folder;

    private final Faults faults = new Faults();
    private RoutingEngine engine;
    private LiveView live;
    private DeepTier tier;

    @BeforeAll
    static void train() throws IOException {
        String track = "where is my parcel\tmy order has not arrived yet\twhen will the package be here\tit is late";
        String refund = "I want my money back\tplease refund me\tgive me back what I paid\thow do I get a refund";
        train(Tier.INLINE, lines("refund", track) + lines("track", refund));
        train(Tier.DEEP, lines("track", track) + lines("refund", refund));
        ModelParts.cascadeBelow(models, ALWAYS);
        model = DeepModel.read(models);
    }

    private static void train(Tier which, String texts) throws IOException {
        Path data = Files.writeString(models.resolve("data.tsv"), texts);
        Training.run(
                new TrainingOptions("intent", data, null, null, which, Teacher.NONE, models, 42),
                TrainingProgress.SILENT);
    }

    private static String lines(String label, String texts) {
        return label + "\t" + texts.replace("\t", "\n" + label + "\t") + "\n";
    }

    @BeforeEach
    void startEngine() throws IOException {
        engine = RoutingEngine.builder()
                .directory(folder.resolve("journal"))
                .analyzer(InlineModels.load(models))
                .organization(new OrganizationBuilder("shop")
                        .channel("chat")
                        .queue("general")
                        .queue("shipping")
                        .queue("refunds")
                        .agent("ada", "shipping")
                        .rule("track", "analysis.intent.label == 'track'", "shipping", 50)
                        .rule("refund", "analysis.intent.label == 'refund'", "refunds", 50)
                        .build())
                .start();
        live = new LiveView(engine);
    }

    @AfterEach
    void stop() {
        faults.release.countDown();
        tier.close();
        live.close();
        engine.close();
    }

    @Test
    void shouldMoveAWaitingConversationAndSayWhyInItsRecord() throws Exception {
        start(new DeepSettings(true, 1, 16, 4, Duration.ofSeconds(20)));

        Routed routed = engine.route("shop", Message.of("chat", REFUND)).get(20, TimeUnit.SECONDS);

        assertThat(routed.queue()).as("by its inline analysis").isEqualTo("shipping");
        await().atMost(PATIENCE).until(() -> tier.counters().answered() == 1);
        assertThat(queue(routed.conversation())).isEqualTo("refunds");
        assertThat(reclassifications()).containsExactly(QueueReason.RECLASSIFIED);
    }

    @Test
    void shouldLeaveAConversationWithItsAgent() throws Exception {
        faults.hangAt = 1;
        start(new DeepSettings(true, 1, 16, 4, Duration.ofMinutes(5)));
        logIn("ada");
        Routed routed = engine.route("shop", Message.of("chat", REFUND)).get(20, TimeUnit.SECONDS);
        assertThat(routed.agent()).isEqualTo("ada");
        await().atMost(PATIENCE).until(() -> faults.hanging.getCount() == 0);
        AnswerOffer accept = new AnswerOffer();
        accept.agent.set(Bytes.of("ada"));
        accept.offer = 1;
        accept.accepted = true;
        assertThat(engine.submit(0, accept).get().outcome).isEqualTo(Outcome.DONE);

        faults.release.countDown();

        await().atMost(PATIENCE).until(() -> tier.counters().answered() == 1);
        assertThat(queue(routed.conversation())).isEqualTo("shipping");
        assertThat(reclassifications()).isEmpty();
    }

    @Test
    void shouldRouteEverythingWhenTheSessionThrows() throws Exception {
        faults.throwEvery = 40;
        start(new DeepSettings(true, 1, 64, 4, Duration.ofSeconds(20)));

        List<Routed> routed = load(200);

        assertThat(routed).allMatch(each -> each.outcome() == Outcome.DONE && "shipping".equals(each.queue()));
        awaitAllSettled(200);
        DeepCounters counters = tier.counters();
        assertThat(counters.failed()).isPositive();
        assertThat(counters.sessions()).as("a new session after each failure").isGreaterThan(1);
        assertThat(counters.answered()).isPositive();
        assertThat(messagesInJournal()).isEqualTo(200);
    }

    @Test
    void shouldRouteEverythingWhileTheSessionHangsAndGoOnWithAnother() throws Exception {
        faults.hangAt = 3;
        start(new DeepSettings(true, 1, 8, 4, Duration.ofSeconds(8)));

        List<Routed> routed = load(200);

        // The load is over, every message answered, and the session still hangs.
        assertThat(faults.release.getCount()).isEqualTo(1);
        assertThat(routed).allMatch(each -> each.outcome() == Outcome.DONE && "shipping".equals(each.queue()));
        await().atMost(PATIENCE).until(() -> tier.counters().timedOut() == 1);
        awaitAllSettled(200);
        long before = tier.counters().answered();
        engine.route("shop", Message.of("chat", REFUND)).get(20, TimeUnit.SECONDS);
        await().atMost(PATIENCE).until(() -> tier.counters().answered() == before + 1);
        assertThat(tier.counters().sessions()).isEqualTo(2);
        assertThat(messagesInJournal()).isEqualTo(201);
        faults.release.countDown();
        assertThat(tier.counters().answered())
                .as("what returns late is dropped")
                .isEqualTo(before + 1);
    }

    @Test
    void shouldRouteEverythingWhenTheQueueIsFull() throws Exception {
        faults.hangAt = 1;
        start(new DeepSettings(true, 1, 2, 1, Duration.ofMinutes(5)));

        List<Routed> routed = load(200);

        assertThat(routed).allMatch(each -> each.outcome() == Outcome.DONE && "shipping".equals(each.queue()));
        await().atMost(PATIENCE).until(() -> tier.counters().asked() == 200);
        assertThat(tier.counters().queueFull()).isBetween(197L, 198L);
        assertThat(tier.counters().answered()).isZero();
        faults.release.countDown();
        awaitAllSettled(200);
        assertThat(tier.counters().answered()).isBetween(2L, 3L);
    }

    @Test
    void shouldReplaceAThreadThatAnErrorEnded() throws Exception {
        faults.dieAt = 3;
        start(new DeepSettings(true, 1, 64, 16, Duration.ofSeconds(8)));

        assertThat(load(20)).allMatch(each -> each.outcome() == Outcome.DONE);

        awaitAllSettled(20);
        assertThat(tier.counters().failed())
                .as("the text at which it died, and no other")
                .isEqualTo(1);
        assertThat(tier.counters().answered()).isEqualTo(19);
        assertThat(tier.counters().sessions()).isEqualTo(2);
    }

    @Test
    void shouldCloseSessionsThatDoNotFitTheModel() throws Exception {
        faults.moreDimensions = 1;
        start(new DeepSettings(true, 1, 8, 4, Duration.ofSeconds(20)));

        await().atMost(PATIENCE).until(() -> tier.counters().failed() >= 2);
        tier.close();
        assertThat(tier.counters().sessions()).isZero();
        assertThat(faults.closed).hasValueGreaterThan(1);
        assertThat(faults.closed).hasValue(faults.opened.get());
    }

    @Test
    void shouldAskNothingAboutWhatWasThereBeforeTheStart() throws Exception {
        assertThat(load(20)).allMatch(each -> each.outcome() == Outcome.DONE);
        live.close();
        engine.close();
        startEngine();
        start(new DeepSettings(true, 1, 64, 4, Duration.ofSeconds(20)));

        engine.route("shop", Message.of("chat", REFUND)).get(20, TimeUnit.SECONDS);

        await().atMost(PATIENCE).until(() -> tier.counters().answered() == 1);
        assertThat(tier.counters().asked()).isEqualTo(1);
        assertThat(reclassifications()).hasSize(1);
    }

    @Test
    void shouldRouteEverythingWhenNoSessionCanBeLoaded() throws Exception {
        faults.openFails = true;
        start(new DeepSettings(true, 1, 8, 4, Duration.ofSeconds(20)));

        assertThat(load(50)).allMatch(each -> each.outcome() == Outcome.DONE);

        await().atMost(PATIENCE).until(() -> tier.counters().failed() >= 2);
        assertThat(tier.counters().answered()).isZero();
    }

    private void start(DeepSettings settings) throws IOException {
        tier = new DeepTier(engine, models, faults::open, settings);
        live.addListener(tier);
        live.start();
        tier.start();
    }

    private List<Routed> load(int messages) throws Exception {
        List<CompletableFuture<Routed>> answers = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            answers.add(engine.route("shop", Message.of("chat", REFUND + " for order " + i)));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** Each message that was asked about is accounted for, in one way. */
    private void awaitAllSettled(int messages) {
        DeepCounters counters = tier.counters();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(counters.asked()).isEqualTo(messages);
            assertThat(counters.answered()
                            + counters.queueFull()
                            + counters.failed()
                            + counters.timedOut()
                            + counters.refused())
                    .isEqualTo(messages);
        });
    }

    private String queue(long conversation) throws Exception {
        live.whenAt(engine.durableSequence()).get(20, TimeUnit.SECONDS);
        return live.conversation(0, conversation).queue();
    }

    private List<QueueReason> reclassifications() throws IOException {
        List<QueueReason> reasons = new ArrayList<>();
        ConversationQueued queued = new ConversationQueued();
        RecordView record = new RecordView();
        try (JournalReader reader = engine.reader(1)) {
            while (reader.next(record)) {
                while (record.commandKind() == CommandKind.RECLASSIFY && record.nextEvent()) {
                    if (record.eventKind() == EventKind.CONVERSATION_QUEUED) {
                        queued.read(record.content());
                        reasons.add(queued.reason);
                    }
                }
            }
        }
        return reasons;
    }

    private int messagesInJournal() throws IOException {
        int messages = 0;
        RecordView record = new RecordView();
        try (JournalReader reader = engine.reader(1)) {
            while (reader.next(record)) {
                messages += record.commandKind() == CommandKind.RECEIVE_MESSAGE ? 1 : 0;
            }
        }
        return messages;
    }

    private void logIn(String agent) throws Exception {
        AgentConnection connection = new AgentConnection();
        connection.agent.set(Bytes.of(agent));
        connection.connected = true;
        SetAgentStatus status = new SetAgentStatus();
        status.agent.set(Bytes.of(agent));
        status.status = AgentStatus.AVAILABLE;
        engine.submit(0, connection).get(20, TimeUnit.SECONDS);
        Decision decision = engine.submit(0, status).get(20, TimeUnit.SECONDS);
        assertThat(decision.outcome).isEqualTo(Outcome.DONE);
    }

    /** Puts real sessions behind faults. */
    private static final class Faults {
        final CountDownLatch release = new CountDownLatch(1);
        final CountDownLatch hanging = new CountDownLatch(1);
        volatile int hangAt;
        volatile int throwEvery;
        volatile int dieAt;
        volatile int moreDimensions;
        volatile boolean openFails;
        final AtomicInteger opened = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        private int texts;

        TextEncoder open() throws IOException {
            if (openFails) {
                throw new IOException("no session to be had");
            }
            TextEncoder real = model.openEncoder();
            opened.incrementAndGet();
            return new TextEncoder() {
                @Override
                public float[] encode(String text) {
                    fault();
                    return real.encode(text);
                }

                @Override
                public int dimensions() {
                    return real.dimensions() + moreDimensions;
                }

                @Override
                public String version() {
                    return real.version();
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                    real.close();
                }
            };
        }

        private void fault() {
            int text;
            synchronized (this) {
                text = ++texts;
            }
            if (throwEvery > 0 && text % throwEvery == 0) {
                throw new IllegalStateException("the session fails at text " + text);
            }
            if (text == dieAt) {
                throw new StackOverflowError("the session dies at text " + text);
            }
            if (text == hangAt) {
                hanging.countDown();
                boolean isInterrupted = false;
                while (release.getCount() > 0) {
                    try {
                        release.await();
                    } catch (InterruptedException again) { // as native code: it hears of nothing
                        isInterrupted = true;
                    }
                }
                if (isInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
