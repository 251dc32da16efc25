package io.strowger.engine.pipeline;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.models.Analysis;
import io.strowger.models.TextAnalyzer;
import java.time.Duration;

/**
 * Has a throw-away router handle made-up messages of an organization before a server opens its ports, so that the first
 * customers don't wait for class loading and for the compiler. Leaves nothing behind but compiled code.
 */
public final class WarmUp {
    private static final String[] TEXTS = {
        "Where is my order 4711? It should have been here on Monday.",
        "I was charged twice and nobody answers me!!",
        "Ich komme nicht mehr in mein Konto, das Passwort geht nicht.",
        "La page de paiement affiche une erreur depuis ce matin, commande 2024-118",
        "¿Cuándo llega mi paquete?",
        "商品がまだ届いていません。",
        "Спасибо, всё работает!"
    };
    private static final int CONTACTS = 100;
    private static final long STEP_NANOS = 1_000_000;
    private static final RouterLimits SMALL = new RouterLimits(1 << 20, 1_024, 1_000);

    private final TextAnalyzer analyzer;
    private final Router router = new Router(SMALL, new CelRuleCompiler());
    private final RecordWriter record = new RecordWriter();
    private final ByteWriter commandBytes = new ByteWriter(RoutingEvent.INLINE_BYTES, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter recordBytes = new ByteWriter(RoutingEvent.INLINE_BYTES, RecordLayout.MAX_RECORD_BYTES);
    private final ByteReader reader = new ByteReader();
    private final Bytes bytes = new Bytes();
    private final Analysis analysis = new Analysis();
    private final Decision decision = new Decision();
    private long now = STEP_NANOS;
    private long modelVersion;

    private WarmUp(TextAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Handles messages for that long, on the caller's thread. */
    public static void run(TextAnalyzer analyzer, OrganizationConfiguration organization, Duration howLong) {
        new WarmUp(analyzer).handle(organization, System.nanoTime() + howLong.toNanos());
    }

    private void handle(OrganizationConfiguration organization, long until) {
        Restart restart = new Restart();
        restart.labels.set(NumberedAnalyzer.labelsOf(analyzer));
        decide(RecordLayout.ENGINE, restart);
        decide(RecordLayout.ENGINE, Configurations.command(organization, 0));
        NumberedAnalyzer numbered =
                new NumberedAnalyzer(analyzer, router.directory().labels());
        modelVersion = numbered.version();
        organization.agents().forEach(this::logIn);
        if (organization.channels().isEmpty()) {
            return;
        }
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of(organization.channels().get(0).id()));
        for (int number = 0; System.nanoTime() < until; number++) {
            message.externalId.set(Bytes.of("warm-up-" + number));
            message.contactId.set(Bytes.of("contact-" + number % CONTACTS));
            message.text.set(Bytes.of(TEXTS[number % TEXTS.length]));
            numbered.analyze(message.text.array(), 0, message.text.length(), analysis);
            decide(0, message);
            if (decision.state == RouteState.OFFERED) {
                acceptAndComplete(organization);
            }
        }
    }

    private void logIn(AgentConfiguration agent) {
        AgentConnection connection = new AgentConnection();
        connection.agent.set(Bytes.of(agent.id()));
        connection.connected = true;
        decide(0, connection);
        SetAgentStatus status = new SetAgentStatus();
        status.agent.set(Bytes.of(agent.id()));
        status.status = AgentStatus.AVAILABLE;
        decide(0, status);
    }

    private void acceptAndComplete(OrganizationConfiguration organization) {
        Bytes agent = Bytes.of(organization.agents().get(decision.agent).id());
        AnswerOffer accept = new AnswerOffer();
        accept.agent.set(agent);
        accept.offer = decision.offer;
        accept.accepted = true;
        CompleteConversation complete = new CompleteConversation();
        complete.agent.set(agent);
        complete.conversation = decision.conversation;
        decide(0, accept);
        decide(0, complete);
    }

    private void decide(int organization, Command command) {
        commandBytes.clear();
        command.write(commandBytes);
        bytes.set(commandBytes.array(), 0, commandBytes.position());
        reader.wrap(bytes);
        decision.clear();
        now += STEP_NANOS;
        record.begin(recordBytes, router.lastSequence() + 1, now, command.kind(), organization, bytes);
        router.decide(command.kind(), organization, reader, modelVersion, analysis, record, decision);
    }
}
