package io.strowger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.JournalException;
import io.strowger.engine.pipeline.Topology;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = Topology.class,
            names = {"COMPACT", "DEDICATED"})
    void shouldOfferAcceptAndCompleteInEachTopology(Topology topology) {
        try (RoutingEngine engine = start(topology)) {
            int shop = engine.directory().organization("shop").organization();
            connect(engine, shop, "bob");

            Routed offered =
                    engine.route("shop", Message.of("web-chat", "hello")).join();
            assertThat(offered.state()).isEqualTo(RouteState.OFFERED);
            assertThat(offered.agent()).isEqualTo("bob");

            AnswerOffer accept = new AnswerOffer();
            accept.agent.set(Bytes.of("bob"));
            accept.offer = 1;
            accept.accepted = true;
            Decision accepted = engine.submit(shop, accept).join();
            assertThat(accepted.outcome).isEqualTo(Outcome.DONE);
            assertThat(accepted.state).isEqualTo(RouteState.ASSIGNED);

            CompleteConversation complete = new CompleteConversation();
            complete.agent.set(Bytes.of("bob"));
            complete.conversation = offered.conversation();
            assertThat(engine.submit(shop, complete).join().outcome).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void shouldGiveARepeatTheFirstAnswer() {
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            Message message = Message.of("web-chat", "hello").withExternalId("m-1");
            Routed first = engine.route("shop", message).join();
            Routed again = engine.route("shop", message).join();

            assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
            assertThat(again.sequence()).isEqualTo(first.sequence());
            assertThat(again.conversation()).isEqualTo(first.conversation());
        }
    }

    @Test
    void shouldHaveTheSameStateAfterEachOfTwoRestarts() {
        RoutingEngine.StateHash last;
        Routed first;
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            connect(engine, 0, "ada");
            first = engine.route("shop", Message.of("web-chat", "hello").withExternalId("m-1"))
                    .join();
            for (int number = 2; number <= 500; number++) {
                engine.route("shop", Message.of("web-chat", "hello " + number).withExternalId("m-" + number))
                        .join();
            }
            last = engine.stateHash().join();
        }
        for (int restart = 0; restart < 2; restart++) {
            try (RoutingEngine engine = start(Topology.DEDICATED)) {
                assertThat(engine.recoveredState()).isEqualTo(last);
                Routed again = engine.route(
                                "shop", Message.of("web-chat", "hello").withExternalId("m-1"))
                        .join();
                assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
                assertThat(again.sequence()).isEqualTo(first.sequence());
                last = engine.stateHash().join();
            }
        }
    }

    @Test
    void shouldTakeTextsUpToTheLimitAndRefuseLongerOnes() {
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            String longest = "x".repeat(64 << 10);
            assertThat(engine.route("shop", Message.of("web-chat", longest))
                            .join()
                            .outcome())
                    .isEqualTo(Outcome.DONE);
            assertThatThrownBy(() -> engine.route("shop", Message.of("web-chat", longest + "x"))
                            .join())
                    .hasRootCauseInstanceOf(EngineRefusedException.class)
                    .hasMessageContaining("too large");
        }
    }

    @Test
    void shouldRefuseMessagesWhenDrained() {
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            assertThat(engine.drain(Duration.ofSeconds(5))).isTrue();

            assertThatThrownBy(() ->
                            engine.route("shop", Message.of("web-chat", "late")).join())
                    .hasRootCauseInstanceOf(EngineRefusedException.class);
            assertThat(engine.health().open()).isFalse();
        }
    }

    @Test
    void shouldNotShareADirectory() {
        try (RoutingEngine engine = start(Topology.COMPACT)) {
            assertThat(engine.health().open()).isTrue();
            assertThatThrownBy(() -> start(Topology.COMPACT))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    private RoutingEngine start(Topology topology) {
        EngineSettings usual = EngineSettings.DEFAULT;
        return RoutingEngine.builder()
                .directory(directory)
                .settings(new EngineSettings(
                        topology, 2, 1024, usual.spin(), usual.maxWait(), usual.textLimitBytes(), 16, 16 << 20))
                .organization(TestOrganizations.shop())
                .start();
    }

    private static void connect(RoutingEngine engine, int organization, String agent) {
        AgentConnection connection = new AgentConnection();
        connection.agent.set(Bytes.of(agent));
        connection.connected = true;
        engine.submit(organization, connection).join();
        SetAgentStatus status = new SetAgentStatus();
        status.agent.set(Bytes.of(agent));
        status.status = AgentStatus.AVAILABLE;
        assertThat(engine.submit(organization, status).join().outcome).isEqualTo(Outcome.DONE);
    }
}
