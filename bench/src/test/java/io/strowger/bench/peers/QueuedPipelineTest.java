package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.rig.ForgetfulStorage;
import io.strowger.bench.rig.Texts;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.record.RecordView;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.config.OrganizationFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queued version is a fair competitor: it does the same. */
class QueuedPipelineTest {
    private static final int MESSAGES = 3_000;
    private static final int CONTACTS = 100;
    private static final Texts TEXTS = Texts.load(Texts.USUAL_BYTES, 1);
    private static final EpochClock CLOCK = () -> 1_700_000_000_000_000_000L;

    private final OrganizationConfiguration organization =
            OrganizationFiles.read(Grounds.home().resolve("conf/demo"));
    private final TextAnalyzer analyzer = InlineModels.builtin();

    @TempDir
    Path directory;

    @Test
    void shouldRouteTheSameMessagesToTheSamePlacesAsTheEngine() throws Exception {
        List<String> ours;
        long ourHash;
        try (RoutingEngine engine = RoutingEngine.builder()
                .directory(directory)
                .storage(new ForgetfulStorage())
                .analyzer(analyzer)
                .clock(CLOCK)
                .organization(organization)
                .start()) {
            ours = answers(engine.ingress());
            ourHash = engine.stateHash().join().hash();
        }

        QueuedPipeline queued = new QueuedPipeline(journal(), analyzer, CLOCK, organization);
        List<String> theirs = answers(queued);
        queued.close();

        assertThat(theirs).isEqualTo(ours);
        assertThat(theirs).anyMatch(answer -> answer.contains("OFFERED"));
        assertThat(queued.stateHash()).isEqualTo(ourHash);
    }

    @Test
    void shouldHaveEveryAnsweredMessageInItsJournal() throws Exception {
        long last;
        try (QueuedPipeline queued = new QueuedPipeline(journal(), analyzer, CLOCK, organization)) {
            last = answers(queued).stream()
                    .mapToLong(answer -> Long.parseLong(answer.substring(0, answer.indexOf(' '))))
                    .max()
                    .orElseThrow();
        }

        List<Long> sequences = new ArrayList<>();
        try (Journal journal = journal()) {
            journal.recover(1, (RecordView record) -> sequences.add(record.sequence()));
        }
        assertThat(sequences).hasSize((int) last).last().isEqualTo(last);
    }

    @Test
    void shouldRefuseWhenItEnds() {
        QueuedPipeline queued = new QueuedPipeline(journal(), analyzer, CLOCK, organization);
        queued.close();

        assertThat(queued.tryPublish(0, message(0), 0, Responder.NONE, 0, false))
                .isEqualTo(MessageIngress.REFUSED_CLOSED);
    }

    private Journal journal() {
        return Journal.open(JournalConfig.in(directory.resolve("queued")));
    }

    /** Logs an agent in, sends all messages, and tells what became of each. */
    private List<String> answers(MessageIngress ingress) throws InterruptedException {
        String[] answers = new String[MESSAGES];
        CountDownLatch open = new CountDownLatch(MESSAGES + 2);
        Responder responder = (decision, decisionNanos, durable, token) -> {
            if (token >= 0) {
                answers[(int) token] = inWords(decision) + " " + durable;
            }
            open.countDown();
        };
        AgentConnection connection = new AgentConnection();
        connection.agent.set(Bytes.of(organization.agents().get(0).id()));
        connection.connected = true;
        publish(ingress, connection, responder, -1);
        SetAgentStatus status = new SetAgentStatus();
        status.agent.set(connection.agent);
        status.status = AgentStatus.AVAILABLE;
        publish(ingress, status, responder, -1);
        for (int number = 0; number < MESSAGES; number++) {
            publish(ingress, message(number), responder, number);
        }
        assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
        return List.of(answers);
    }

    private static void publish(MessageIngress ingress, Command command, Responder responder, long token) {
        while (ingress.tryPublish(0, command, System.nanoTime(), responder, token, false)
                == MessageIngress.REFUSED_FULL) {
            Thread.onSpinWait();
        }
    }

    private static ReceiveMessage message(int number) {
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of("web-chat"));
        message.externalId.set(Bytes.of("m-" + number % (MESSAGES - 10)));
        message.contactId.set(Bytes.of("c-" + number % CONTACTS));
        message.text.set(TEXTS.text(number));
        return message;
    }

    private static String inWords(Decision decision) {
        StringBuilder words = new StringBuilder()
                .append(decision.sequence)
                .append(' ')
                .append(decision.outcome)
                .append(' ')
                .append(decision.duplicate)
                .append(' ')
                .append(decision.conversation)
                .append(' ')
                .append(decision.state)
                .append(" queue ")
                .append(decision.queue)
                .append(" priority ")
                .append(decision.priority)
                .append(" agent ")
                .append(decision.agent)
                .append(" rule ")
                .append(decision.rule);
        for (Head head : Head.values()) {
            words.append(' ')
                    .append(decision.analysis.label(head))
                    .append('/')
                    .append(decision.analysis.confidence(head));
        }
        return words.toString();
    }
}
