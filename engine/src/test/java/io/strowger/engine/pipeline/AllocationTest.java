package io.strowger.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.strowger.engine.ModelAssignment;
import io.strowger.engine.TestOrganizations;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.models.linear.InlineModels;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    private SteppedPipeline pipeline;
    private int sent;

    @BeforeEach
    void build() {
        long[] now = {1_700_000_000_000_000_000L};
        pipeline = new SteppedPipeline(
                Journal.open(JournalConfig.in(directory)),
                InlineModels.builtin(),
                new RouterLimits(1 << 20, 1024, 500),
                () -> now[0] += 1_000_000,
                256);
        pipeline.configure(TestOrganizations.shop());
        AgentConnection connection = new AgentConnection();
        connection.agent.set(Bytes.of("bob"));
        connection.connected = true;
        pipeline.handle(SHOP, connection);
        SetAgentStatus status = new SetAgentStatus();
        status.agent.set(Bytes.of("bob"));
        status.status = AgentStatus.AVAILABLE;
        pipeline.handle(SHOP, status);
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
        pipeline.close();
    }

    /** The best of a few windows: the journal takes a new segment now and then, and that is not a cost a message. */
    @Test
    void shouldAllocateNothingAMessage() {
        shouldAllocateNothing();
    }

    @Test
    void shouldAllocateNothingAMessageWhenTwoModelsShareTheConversations() {
        pipeline.assignModels(SHOP, new ModelAssignment(InlineModels.builtin(), InlineModels.builtin(), 5_000));
        shouldAllocateNothing();
    }

    private void shouldAllocateNothing() {
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
        long sequence = pipeline.publish(organization, command, last, 0);
        if (sequence < 0) {
            throw new AssertionError(command.kind() + " was refused: " + sequence);
        }
        pipeline.analyze(sequence);
        pipeline.decide(sequence, true);
        pipeline.commit(sequence, sequence % 64 == 0);
        pipeline.complete(sequence, true);
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
