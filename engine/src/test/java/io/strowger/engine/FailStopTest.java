package io.strowger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.HashState;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.pipeline.Topology;
import io.strowger.engine.record.RecordLayout;
import io.strowger.models.Analysis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stage that throws, a write that fails, a force that fails: nobody is left waiting and nothing acknowledged is lost. */
class FailStopTest {
    private static final String POISON = "poison";

    @TempDir
    Path directory;

    private FailingStorage storage;
    private final CountDownLatch failed = new CountDownLatch(1);
    private volatile boolean clockFails;

    @BeforeEach
    void makeStorage() {
        storage = new FailingStorage(directory);
    }

    @ParameterizedTest
    @EnumSource(
            value = Topology.class,
            names = {"COMPACT", "DEDICATED"})
    void shouldStopWhenAnalyzingThrows(Topology topology) throws Exception {
        assertThatItStops(topology, engine -> engine.route("shop", Message.of("web-chat", POISON)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Topology.class,
            names = {"COMPACT", "DEDICATED"})
    void shouldStopWhenDecidingThrows(Topology topology) throws Exception {
        assertThatItStops(topology, engine -> clockFails = true);
    }

    @ParameterizedTest
    @EnumSource(
            value = Topology.class,
            names = {"COMPACT", "DEDICATED"})
    void shouldStopWhenAWriteFails(Topology topology) throws Exception {
        assertThatItStops(topology, engine -> storage.writesFail = true);
    }

    @ParameterizedTest
    @EnumSource(
            value = Topology.class,
            names = {"COMPACT", "DEDICATED"})
    void shouldStopWhenAForceFails(Topology topology) throws Exception {
        assertThatItStops(topology, engine -> storage.forcesFail = true);
    }

    @Test
    void shouldRefuseEverythingAfterAFailure() throws Exception {
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            storage.forcesFail = true;
            assertThat(engine.route("shop", Message.of("web-chat", "hello"))
                            .join()
                            .outcome())
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(failed.await(5, TimeUnit.SECONDS)).isTrue();

            assertThat(engine.route("shop", Message.of("web-chat", "hello"))).isCompletedExceptionally();
            assertThat(engine.health().failed()).isTrue();
            assertThat(engine.health().reason()).contains("the disk does not force");
        }
    }

    @Test
    void shouldGoOnWhenAResponderThrows() {
        Responder broken = (decision, nanos, durable, token) -> {
            throw new IllegalStateException("the loop has ended");
        };
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            engine.ingress().tryPublish(RecordLayout.ENGINE, new HashState(), System.nanoTime(), broken, 0, false);
            engine.ingress().tryPublish(RecordLayout.ENGINE, new HashState(), System.nanoTime(), broken, 0, true);

            assertThat(engine.route("shop", Message.of("web-chat", "hello"))
                            .join()
                            .outcome())
                    .isEqualTo(Outcome.DONE);
            assertThat(engine.health().open()).isTrue();
        }
    }

    @Test
    void shouldTellTheOwnerThoughAResponderThrows() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        Responder broken = (decision, nanos, durable, token) -> {
            called.countDown();
            throw new IllegalStateException("the loop has ended");
        };
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            clockFails = true;
            engine.ingress().tryPublish(RecordLayout.ENGINE, new HashState(), System.nanoTime(), broken, 0, false);
            assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(failed.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shouldLeaveNobodyWaitingAfterClose() {
        RoutingEngine engine = start(Topology.COMPACT);
        engine.close();

        assertThat(engine.stateHash()).isCompletedExceptionally();
    }

    private void assertThatItStops(Topology topology, Consumer<RoutingEngine> failure) throws Exception {
        List<CompletableFuture<Routed>> before = new ArrayList<>();
        List<CompletableFuture<Routed>> after = new ArrayList<>();
        try (RoutingEngine engine = start(topology)) {
            for (int number = 0; number < 200; number++) {
                before.add(engine.route("shop", Message.of("web-chat", "hello").withExternalId("b-" + number)));
            }
            before.forEach(CompletableFuture::join);
            failure.accept(engine);
            for (int number = 0; number < 50; number++) {
                after.add(engine.route("shop", Message.of("web-chat", "hello").withExternalId("a-" + number)));
            }
            for (CompletableFuture<Routed> answer : after) {
                assertThat(answer)
                        .satisfiesAnyOf(
                                one -> assertThat(one)
                                        .succeedsWithin(java.time.Duration.ofSeconds(1))
                                        .extracting(Routed::outcome)
                                        .isIn(Outcome.UNKNOWN, Outcome.DONE),
                                one -> assertThat(one).isCompletedExceptionally());
            }
            assertThat(failed.await(1, TimeUnit.SECONDS))
                    .as("the owner is told")
                    .isTrue();
            assertThat(engine.health().failed()).isTrue();
        }
        assertThatNothingAcknowledgedIsLost(before, after);
    }

    private void assertThatNothingAcknowledgedIsLost(
            List<CompletableFuture<Routed>> before, List<CompletableFuture<Routed>> after) {
        clockFails = false;
        storage = new FailingStorage(directory);
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            assertRepeats(engine, "b-", before);
            assertRepeats(engine, "a-", after);
        }
    }

    private static void assertRepeats(RoutingEngine engine, String prefix, List<CompletableFuture<Routed>> answers) {
        for (int number = 0; number < answers.size(); number++) {
            CompletableFuture<Routed> answer = answers.get(number);
            if (!answer.isCompletedExceptionally() && answer.join().outcome() == Outcome.DONE) {
                Routed again = engine.route(
                                "shop", Message.of("web-chat", "hello").withExternalId(prefix + number))
                        .join();
                assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
                assertThat(again.sequence()).isEqualTo(answer.join().sequence());
            }
        }
    }

    private RoutingEngine start(Topology topology) {
        EngineSettings usual = EngineSettings.DEFAULT;
        EpochClock clock = () -> {
            if (clockFails) {
                throw new IllegalStateException("the clock does not tell the time");
            }
            return EpochClock.system().nanos();
        };
        return RoutingEngine.builder()
                .directory(directory)
                .storage(storage)
                .clock(clock)
                .analyzer(new PoisonedAnalyzer())
                .settings(new EngineSettings(
                        topology, 2, 256, usual.spin(), usual.maxWait(), usual.textLimitBytes(), 16, 16 << 20))
                .organization(TestOrganizations.shop())
                .onFailure(failed::countDown)
                .start();
    }

    /** Throws on one text. */
    private static final class PoisonedAnalyzer implements UnlabelledAnalyzer {
        @Override
        public void analyze(byte[] text, int offset, int length, Analysis analysis) {
            if (new String(text, offset, length, java.nio.charset.StandardCharsets.UTF_8).equals(POISON)) {
                throw new IllegalStateException("this text is poison");
            }
        }
    }
}
