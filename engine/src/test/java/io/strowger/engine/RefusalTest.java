package io.strowger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.CorrectAnalysis;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.pipeline.Topology;
import io.strowger.models.Analysis;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused leaves no traces: the next one finds what it would have found. */
class RefusalTest {
    private static final int RING = 256;
    private static final int LARGE_BUFFERS = 1;
    private static final int PER_SECOND = 3;
    private static final String LARGE = "where is my order? ".repeat(200);

    @TempDir
    Path directory;

    private final CountDownLatch analyzing = new CountDownLatch(1);

    @Test
    void t3ShouldRefuseWhatIsAboveTheOrganizationsLimitWithoutARecord() {
        try (RoutingEngine engine = start(TestOrganizations.limitedTo(PER_SECOND))) {
            long before = engine.stateHash().join().sequence();
            int accepted = 0;
            CompletableFuture<Routed> message = engine.route("shop", Message.of("web-chat", "hello"));
            while (!message.isCompletedExceptionally()) {
                message.join();
                accepted++;
                message = engine.route("shop", Message.of("web-chat", "hello"));
            }

            assertThatThrownBy(message::join)
                    .hasCauseInstanceOf(EngineRefusedException.class)
                    .hasMessageContaining("used up its messages");
            assertThat(accepted).isGreaterThanOrEqualTo(PER_SECOND);
            assertThat(engine.stateHash().join().sequence()).isEqualTo(before + accepted);
        }
    }

    @Test
    void shouldNotCountWhatFoundNoLargeBufferForTheOrganizationsRate() {
        try (RoutingEngine engine = start(TestOrganizations.limitedTo(PER_SECOND))) {
            CompletableFuture<Routed> holdsTheBuffer = engine.route("shop", Message.of("web-chat", LARGE));
            for (int again = 0; again < 10 * PER_SECOND; again++) {
                assertThat(engine.route("shop", Message.of("web-chat", LARGE)))
                        .isCompletedExceptionally()
                        .isNotCancelled();
            }
            CompletableFuture<Routed> second = engine.route("shop", Message.of("web-chat", "hello"));
            CompletableFuture<Routed> third = engine.route("shop", Message.of("web-chat", "hello"));
            analyzing.countDown();

            assertThat(List.of(holdsTheBuffer.join(), second.join(), third.join()))
                    .extracting(Routed::outcome)
                    .containsOnly(Outcome.DONE);
        }
    }

    @Test
    void shouldRefuseAnalysesAndCorrectionsWithMessagesAndStillTakeWhatFreesCapacity() {
        try (RoutingEngine engine = start(RoutingLimits.DEFAULT)) {
            engine.route("shop", Message.of("web-chat", LARGE)); // holds up all behind it
            CompletableFuture<Routed> last = engine.route("shop", Message.of("web-chat", "hello"));
            for (int more = 0; more < RING && !last.isCompletedExceptionally(); more++) {
                last = engine.route("shop", Message.of("web-chat", "hello"));
            }
            assertThat(last).isCompletedExceptionally();

            assertThat(publish(engine, new Reclassify())).isEqualTo(MessageIngress.REFUSED_FULL);
            assertThat(publish(engine, new CorrectAnalysis())).isEqualTo(MessageIngress.REFUSED_FULL);
            assertThat(publish(engine, new CompleteConversation())).isNotNegative();
            analyzing.countDown();
        }
    }

    private static long publish(RoutingEngine engine, Command command) {
        return engine.ingress()
                .tryPublish(0, command, System.nanoTime(), (decision, decisionNanos, durable, token) -> {}, 0, false);
    }

    private RoutingEngine start(RoutingLimits limits) {
        EngineSettings settings = EngineSettings.DEFAULT;
        return RoutingEngine.builder()
                .directory(directory)
                .analyzer(new WaitingAnalyzer(analyzing))
                .settings(new EngineSettings(
                        Topology.COMPACT,
                        1,
                        RING,
                        settings.spin(),
                        settings.maxWait(),
                        settings.textLimitBytes(),
                        LARGE_BUFFERS,
                        16 << 20))
                .organization(new OrganizationBuilder("shop")
                        .channel("web-chat")
                        .queue("general")
                        .limits(limits)
                        .build())
                .start();
    }

    /** Lets large texts wait. */
    private record WaitingAnalyzer(CountDownLatch latch) implements UnlabelledAnalyzer {
        @Override
        public void analyze(byte[] text, int offset, int length, Analysis analysis) {
            if (length == LARGE.length()) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
