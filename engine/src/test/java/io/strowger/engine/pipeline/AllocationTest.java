package io.strowger.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.sun.management.ThreadMXBean;
import io.strowger.engine.TestOrganizations;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.ingress.Gate;
import io.strowger.engine.ingress.OccupancyLimit;
import io.strowger.engine.ingress.OrganizationLimits;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publish, analyze, decide and commit, on one thread: not a byte a message once everything has its size. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 60_000;
    private static final int MEASURED = 20_000;
    private static final int WINDOWS = 5;
    private static final int SHOP = 0;

    @TempDir
    Path directory;

    private final Sequence consumed = new Sequence();
    private final LastDecision last = new LastDecision();
    private final ReceiveMessage message = new ReceiveMessage();
    private final AnswerOffer accept = new AnswerOffer();
    private final CompleteConversation complete = new CompleteConversation();
    private final byte[] externalId = "m-00000000".getBytes(StandardCharsets.US_ASCII);
    private final Bytes[] texts = {
        Bytes.of("I was charged twice and nobody answers me!!"),
        Bytes.of("Wo ist mein Paket?"),
        Bytes.of("merci beaucoup"),
        Bytes.of("Somebody has logged into my account from another country, please lock it at once, order 4711")
    };
    private final Bytes[] contacts = new Bytes[64];
    private Journal journal;
    private RingBuffer<RoutingEvent> ring;
    private RingIngress ingress;
    private AnalyzeHandler analyze;
    private DecideHandler decide;
    private CommitHandler commit;
    private CompleteHandler completeStage;
    private int sent;

    @BeforeEach
    void build() {
        journal = Journal.open(JournalConfig.in(directory));
        ring = RingBuffer.createMultiProducer(() -> new RoutingEvent(4 << 20, RecordLayout.MAX_RECORD_BYTES), 256);
        ring.addGatingSequences(consumed);
        Gate gate = new Gate();
        gate.open();
        BufferPool pool = new BufferPool(16, 128 << 10);
        OccupancyLimit occupancy = new OccupancyLimit(256, 50_000_000);
        OrganizationLimits limits = new OrganizationLimits();
        TextAnalyzer analyzer = InlineModels.builtin();
        long[] now = {1_700_000_000_000_000_000L};
        Router router = new Router(new RouterLimits(1 << 20, 1024, 500), new CelRuleCompiler());
        analyze = new AnalyzeHandler(analyzer, 0, 1);
        decide = new DecideHandler(
                ring,
                router,
                new LabelNumbers(analyzer),
                () -> now[0] += 1_000_000,
                pool,
                limits,
                new PipelineCounters(),
                new TickClock(() -> now[0]));
        commit = new CommitHandler(journal);
        completeStage = new CompleteHandler(pool, occupancy, ring::getCursor);
        ingress = new RingIngress(
                ring, gate, occupancy, limits, pool, journal, new UnknownAnswers(ring), 64 << 10, 4 << 20);
        prepare(analyzer);
    }

    private void prepare(TextAnalyzer analyzer) {
        Set<String> labels = new LinkedHashSet<>();
        for (Head head : Head.values()) {
            labels.addAll(analyzer.labels(head));
        }
        Restart restart = new Restart();
        restart.labels.set(Bytes.of(String.join("\n", labels)));
        run(RecordLayout.ENGINE, restart);
        ByteWriter encoded = new ByteWriter(1024, 1 << 20);
        ConfigurationCodec.write(TestOrganizations.shop(), encoded);
        Configure configure = new Configure();
        configure.configuration.set(encoded.array(), 0, encoded.position());
        run(RecordLayout.ENGINE, configure);
        AgentConnection connection = new AgentConnection();
        connection.agent.set(Bytes.of("bob"));
        connection.connected = true;
        run(SHOP, connection);
        SetAgentStatus status = new SetAgentStatus();
        status.agent.set(Bytes.of("bob"));
        status.status = AgentStatus.AVAILABLE;
        run(SHOP, status);
        message.channel.set(Bytes.of("web-chat"));
        accept.agent.set(Bytes.of("bob"));
        accept.accepted = true;
        complete.agent.set(Bytes.of("bob"));
        for (int number = 0; number < contacts.length; number++) {
            contacts[number] = Bytes.of("contact-" + number);
        }
    }

    @AfterEach
    void close() {
        journal.close();
    }

    /** The best of a few windows: the journal takes a new segment now and then, and that is not a cost a message. */
    @Test
    void shouldAllocateNothingAMessage() {
        handle(WARM_UP);
        long least = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS && least > 0; window++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            handle(MEASURED);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).as("bytes over " + MEASURED + " messages").isZero();
    }

    private void handle(int messages) {
        for (int round = 0; round < messages; round++) {
            handleOne();
        }
    }

    /** A message arrives; if an agent is asked, the offer is accepted and the conversation completed. */
    private void handleOne() {
        int number = sent++;
        for (int digit = externalId.length - 1, rest = number; digit >= 2; digit--, rest /= 10) {
            externalId[digit] = (byte) ('0' + rest % 10);
        }
        message.externalId.set(externalId, 0, externalId.length);
        message.contactId.set(contacts[number % contacts.length]);
        message.text.set(texts[number % texts.length]);
        run(SHOP, message);
        if (last.state == RouteState.OFFERED && last.offer != 0) {
            accept.offer = last.offer;
            complete.conversation = last.conversation;
            run(SHOP, accept);
            run(SHOP, complete);
        }
    }

    private void run(int organization, Command command) {
        long sequence = ingress.tryPublish(organization, command, System.nanoTime(), last, 0, false);
        if (sequence < 0) {
            throw new AssertionError(command.kind() + " was refused: " + sequence);
        }
        RoutingEvent event = ring.get(sequence);
        analyze.onEvent(event, sequence, true);
        decide.onEvent(event, sequence, true);
        commit.onEvent(event, sequence, sequence % 64 == 0);
        completeStage.onEvent(event, sequence, true);
        consumed.set(sequence);
        if (last.outcome != Outcome.DONE) {
            throw new AssertionError(command.kind() + " ended as " + last.outcome + " " + last.detail);
        }
    }

    /** Keeps what the next command needs. */
    private static final class LastDecision implements Responder {
        private Outcome outcome = Outcome.NONE;
        private RouteState state = RouteState.NONE;
        private long conversation;
        private long offer;
        private String detail = "";

        @Override
        public void answered(Decision decision, long decisionNanos, boolean durable, long token) {
            outcome = decision.outcome;
            state = decision.state;
            conversation = decision.conversation;
            offer = decision.offer;
            detail = decision.detail;
        }
    }
}
