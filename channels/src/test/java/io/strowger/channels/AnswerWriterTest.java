package io.strowger.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Head;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerWriterTest {
    private static final Directory DIRECTORY = Directory.EMPTY
            .with(NameTable.EMPTY.with(List.of("de", "track_order", "negative", "sadness", "medium")))
            .with(Names.first(
                    0,
                    new OrganizationConfiguration(
                            "demo",
                            List.of(new ChannelConfiguration("web-chat", ChannelKind.CHAT, 1, 5)),
                            List.of(new QueueConfiguration(
                                    "shipping",
                                    "Shipping",
                                    OrderPolicy.PRIORITY_FIFO,
                                    0,
                                    Strategy.LONGEST_IDLE,
                                    50,
                                    List.of(),
                                    1,
                                    0,
                                    false)),
                            List.of(new AgentConfiguration("ada", "Ada", List.of(), List.of("shipping"), 3)),
                            List.of(new RuleConfiguration(
                                    "late-delivery", "true", "shipping", null, List.of(), List.of(), false)),
                            "shipping",
                            RoutingLimits.DEFAULT)));

    private final JsonWriter json = new JsonWriter(16);

    @Test
    void shouldWriteTheContractsAnswerWhenEverythingIsKnown() {
        Decision decision = decision();
        decision.analysis.set(Head.LANGUAGE, 0, 9_900);
        decision.analysis.set(Head.INTENT, 1, 9_100);
        decision.analysis.set(Head.SENTIMENT, 2, 8_000);
        decision.analysis.sentimentScore(-4_100);
        decision.analysis.set(Head.EMOTION, 3, 5_000);
        decision.analysis.set(Head.URGENCY, 4, 7_000);
        decision.queue = 0;
        decision.rule = 0;

        assertThat(written(decision, "m-1", 8_151, true))
                .isEqualTo(
                        "{\"messageId\":\"m-3f\",\"conversationId\":\"c-2s\",\"externalId\":\"m-1\",\"sequence\":123,"
                                + "\"duplicate\":false,\"analysis\":{\"language\":{\"label\":\"de\",\"confidence\":0.99},"
                                + "\"intent\":{\"label\":\"track_order\",\"confidence\":0.91},"
                                + "\"sentiment\":{\"label\":\"negative\",\"score\":-0.41,\"confidence\":0.8},"
                                + "\"emotion\":{\"label\":\"sadness\",\"confidence\":0.5},"
                                + "\"urgency\":{\"label\":\"medium\",\"confidence\":0.7}},"
                                + "\"route\":{\"state\":\"queued\",\"queue\":\"shipping\",\"priority\":50,\"agent\":null,"
                                + "\"rule\":\"late-delivery\"},\"durable\":true,\"decisionMicros\":8.2}");
    }

    @Test
    void shouldWriteNullWhenSomethingIsNotKnown() {
        Decision decision = decision();
        decision.state = RouteState.ASSIGNED;
        decision.agent = 0;
        decision.duplicate = true;

        assertThat(written(decision, "", 0, false))
                .isEqualTo("{\"messageId\":\"m-3f\",\"conversationId\":\"c-2s\",\"externalId\":null,\"sequence\":123,"
                        + "\"duplicate\":true,\"analysis\":{\"language\":null,\"intent\":null,\"sentiment\":null,"
                        + "\"emotion\":null,\"urgency\":null},\"route\":{\"state\":\"assigned\",\"queue\":null,"
                        + "\"priority\":50,\"agent\":\"ada\",\"rule\":null},\"durable\":false,\"decisionMicros\":0.0}");
    }

    @Test
    void shouldHaveAWordWhenAnyRouteStateIsWritten() {
        for (RouteState state : RouteState.values()) {
            assertThat(AnswerWriter.state(state)).isEqualTo(state.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static Decision decision() {
        Decision decision = new Decision();
        decision.outcome = Outcome.DONE;
        decision.organization = 0;
        decision.sequence = 123;
        decision.conversation = 100;
        decision.state = RouteState.QUEUED;
        decision.priority = 50;
        return decision;
    }

    private String written(Decision decision, String externalId, long nanos, boolean durable) {
        AnswerWriter.write(decision, Bytes.of(externalId), nanos, durable, DIRECTORY, json.clear());
        return new String(json.array(), 0, json.length(), StandardCharsets.UTF_8);
    }
}
