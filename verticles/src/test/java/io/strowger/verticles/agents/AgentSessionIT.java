package io.strowger.verticles.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.projection.AgentView;
import io.strowger.verticles.session.EdgeServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentSessionIT {
    @TempDir
    Path directory;

    @Test
    void shouldOfferAssignAndCompleteWhenAnAgentIsAvailable() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                AgentSocket ada = connect(server, "ada")) {
            assertThat(ada.expect("connected").path("agent").asText()).isEqualTo("ada");
            ada.send("{\"type\":\"status\",\"id\":\"1\",\"status\":\"available\"}");
            expectStatusAndDone(ada, "available", "1");

            receive(server, "Where is my parcel?");
            JsonNode offer = ada.expect("offer");
            assertThat(offer.path("queue").asText()).isEqualTo("general");
            assertThat(offer.path("details").path("lastMessage").path("text").asText())
                    .isEqualTo("Where is my parcel?");
            ada.send("{\"type\":\"accept\",\"id\":\"2\",\"offer\":\""
                    + offer.path("offer").asText() + "\"}");
            JsonNode assigned = ada.expect("assigned");
            assertThat(assigned.path("re").asText()).isEqualTo("2");
            assertThat(assigned.path("conversation")).isEqualTo(offer.path("conversation"));
            assertThat(assigned.path("offer")).isEqualTo(offer.path("offer"));

            receive(server, "Hello?");
            assertThat(ada.expect("message").path("text").asText()).isEqualTo("Hello?");

            String conversation = assigned.path("conversation").asText();
            ada.send("{\"type\":\"complete\",\"id\":\"3\",\"conversation\":\"" + conversation + "\"}");
            expectBoth(ada, "ended", "done", "3");
            ada.send("{\"type\":\"complete\",\"id\":\"4\",\"conversation\":\"" + conversation + "\"}");
            JsonNode answer = ada.expect("error");
            assertThat(answer.path("re").asText()).isEqualTo("4");
            assertThat(answer.path("status").asInt()).isEqualTo(409);
        }
    }

    @Test
    void shouldRestWakeAndHandOverWhenTheAgentsSaySo() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                AgentSocket ada = available(server, "ada")) {
            receive(server, "Where is my parcel?");
            ada.send("{\"type\":\"accept\",\"id\":\"1\",\"offer\":\""
                    + ada.expect("offer").path("offer").asText() + "\"}");
            String conversation = ada.expect("assigned").path("conversation").asText();

            ada.send("{\"type\":\"await\",\"id\":\"2\",\"conversation\":\"" + conversation + "\"}");
            JsonNode rested = expectBoth(ada, "rested", "done", "2");
            assertThat(rested.path("conversation").asText()).isEqualTo(conversation);
            receive(server, "Here I am");
            assertThat(ada.expect("message").path("text").asText()).isEqualTo("Here I am");
            assertThat(ada.expect("woken").path("conversation").asText()).isEqualTo(conversation);

            try (AgentSocket bob = available(server, "bob")) {
                ada.send("{\"type\":\"transfer\",\"id\":\"3\",\"conversation\":\"" + conversation
                        + "\",\"agent\":\"bob\"}");
                assertThat(expectBoth(ada, "transfer_started", "done", "3")
                                .path("agent")
                                .asText())
                        .isEqualTo("bob");
                bob.send("{\"type\":\"decline\",\"id\":\"4\",\"offer\":\""
                        + bob.expect("offer").path("offer").asText() + "\"}");
                expectBoth(bob, "rescinded", "done", "4");
                assertThat(ada.expect("transfer_failed").path("reason").asText())
                        .isEqualTo("declined");

                ada.send("{\"type\":\"unassign\",\"id\":\"5\",\"conversation\":\"" + conversation + "\"}");
                assertThat(expectBoth(ada, "ended", "done", "5").path("reason").asText())
                        .isEqualTo("returned");
                assertThat(bob.expect("offer").path("conversation").asText()).isEqualTo(conversation);
            }
        }
    }

    @Test
    void shouldRescindTheOfferWhenTheAgentGoesAway() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                AgentSocket ada = available(server, "ada")) {
            receive(server, "Hi");
            JsonNode offer = ada.expect("offer");

            ada.send("{\"type\":\"decline\",\"id\":\"d\",\"offer\":\""
                    + offer.path("offer").asText() + "\"}");

            JsonNode rescinded = expectBoth(ada, "rescinded", "done", "d");
            assertThat(rescinded.path("offer")).isEqualTo(offer.path("offer"));
            assertThat(rescinded.path("reason").asText()).isEqualTo("declined");
        }
    }

    @Test
    void shouldRescindTheOfferWhenTheAgentPausesItsKind() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                AgentSocket ada = available(server, "ada")) {
            receive(server, "Hi");
            JsonNode offer = ada.expect("offer");

            ada.send("{\"type\":\"availability\",\"id\":\"p\",\"paused\":[\"chat\"],\"activity\":\"stocktaking\"}");

            JsonNode rescinded = expectBoth(ada, "rescinded", "done", "p");
            assertThat(rescinded.path("offer")).isEqualTo(offer.path("offer"));
            assertThat(rescinded.path("reason").asText()).isEqualTo("revoked");
            ada.send("{\"type\":\"availability\",\"id\":\"q\",\"paused\":[\"fax\"]}");
            assertThat(ada.expect("error").path("field").asText()).isEqualTo("paused");
            ada.send("{\"type\":\"availability\",\"id\":\"r\"}");
            assertThat(expectBoth(ada, "offer", "done", "r").path("conversation"))
                    .isEqualTo(offer.path("conversation"));
        }
    }

    @Test
    void shouldShowTheCurrentStateWhenAnAgentConnectsAgain() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory)) {
            JsonNode offer;
            try (AgentSocket ada = available(server, "ada")) {
                receive(server, "Hi");
                offer = ada.expect("offer");
                try (AgentSocket mirror = connect(server, "ada")) {
                    assertThat(mirror.expect("connected").path("status").asText())
                            .isEqualTo("available");
                    assertThat(mirror.expect("offer").path("offer")).isEqualTo(offer.path("offer"));
                    mirror.send("{\"type\":\"accept\",\"id\":\"x\",\"offer\":\""
                            + offer.path("offer").asText() + "\"}");
                    assertThat(mirror.expect("assigned").path("re").asText()).isEqualTo("x");
                    assertThat(ada.expect("assigned").has("re")).isFalse();
                }
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> !isConnected(server, "ada"));
            try (AgentSocket again = connect(server, "ada")) {
                again.expect("connected");
                assertThat(again.expect("assigned").path("offer")).isEqualTo(offer.path("offer"));
                again.send("{\"type\":\"accept\",\"id\":\"r\",\"offer\":\""
                        + offer.path("offer").asText() + "\"}");
                assertThat(again.expect("assigned").path("re").asText()).isEqualTo("r");
            }
        }
    }

    @Test
    void shouldTellTheEngineWhenTheLastSocketIsLost() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                AgentSocket one = available(server, "ada");
                AgentSocket two = connect(server, "ada")) {
            two.expect("connected");
            one.drop();
            await().during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> isConnected(server, "ada"));

            two.drop();

            await().atMost(Duration.ofSeconds(10)).until(() -> !isConnected(server, "ada"));
        }
    }

    @Test
    void shouldSendNothingAboutOthersWhenTwoAgentsAreConnected() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                AgentSocket ada = available(server, "ada");
                AgentSocket bob = connect(server, "bob")) {
            bob.expect("connected");
            receive(server, "Hi");
            ada.expect("offer");
            bob.send("{\"type\":\"status\",\"id\":\"1\",\"status\":\"away\"}");
            expectStatusAndDone(bob, "away", "1");

            assertThat(bob.hasFrames()).isFalse();
        }
    }

    @Test
    void shouldAnswerWithTheProblemWhenAFrameIsWrong() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                AgentSocket ada = connect(server, "ada")) {
            ada.expect("connected");
            assertError(ada, "{", "malformed-json", null);
            assertError(ada, "{\"type\":\"fly\",\"id\":\"1\"}", "invalid-field", "1");
            assertError(ada, "{\"type\":\"accept\",\"id\":2,\"offer\":\"x\"}", "invalid-field", "2");
            assertError(ada, "{\"type\":\"accept\",\"id\":\"3\",\"offer\":\"o-zz\"}", "not-found", "3");
            assertError(ada, "{\"type\":\"status\",\"id\":\"4\",\"status\":\"asleep\"}", "invalid-field", "4");
            assertError(ada, "{\"type\":\"complete\",\"id\":\"5\"}", "invalid-field", "5");
        }
    }

    @Test
    void shouldCloseWhenTheTokenIsWrongMissingOrLate() throws Exception {
        try (EdgeServer server = EdgeServer.withTokenTimeout(directory, Duration.ofMillis(300))) {
            assertClosed(server, "{\"token\":\"nonsense\"}", 4401);
            assertClosed(server, "hello", 4401);
            assertClosed(server, "{\"token\":\"" + server.token(Role.INTEGRATOR, "ada") + "\"}", 4401);
            assertClosed(server, "{\"token\":\"" + server.token(Role.AGENT, "nobody") + "\"}", 4404);
            try (AgentSocket silent = new AgentSocket(server)) {
                assertThat(silent.expect("error").path("problem").asText()).isEqualTo("authentication-timeout");
                assertThat(silent.closeCode()).isEqualTo(4408);
            }
        }
    }

    private static void assertClosed(EdgeServer server, String firstFrame, int code) throws InterruptedException {
        try (AgentSocket socket = new AgentSocket(server)) {
            socket.send(firstFrame);
            socket.expect("error");
            assertThat(socket.closeCode()).isEqualTo(code);
        }
    }

    private static void assertError(AgentSocket socket, String frame, String slug, String re)
            throws InterruptedException {
        JsonNode error = socket.send(frame).expect("error");
        assertThat(error.path("problem").asText()).isEqualTo(slug);
        assertThat(error.path("re").asText(null)).isEqualTo(re);
    }

    private static AgentSocket connect(EdgeServer server, String agent) {
        return new AgentSocket(server).send("{\"token\":\"" + server.token(Role.AGENT, agent) + "\"}");
    }

    private static AgentSocket available(EdgeServer server, String agent) throws InterruptedException {
        AgentSocket socket = connect(server, agent);
        socket.expect("connected");
        socket.send("{\"type\":\"status\",\"id\":\"a\",\"status\":\"available\"}");
        expectStatusAndDone(socket, "available", "a");
        return socket;
    }

    private static void expectStatusAndDone(AgentSocket socket, String status, String re) throws InterruptedException {
        assertThat(expectBoth(socket, "status", "done", re).path("status").asText())
                .isEqualTo(status);
    }

    /** An event and the answer to a frame, in either order: they come on different ways. Returns the event. */
    private static JsonNode expectBoth(AgentSocket socket, String event, String answer, String re)
            throws InterruptedException {
        JsonNode first = socket.next();
        JsonNode second = socket.next();
        JsonNode eventFrame = first.path("type").asText().equals(event) ? first : second;
        JsonNode answerFrame = eventFrame == first ? second : first;
        assertThat(eventFrame.path("type").asText()).as("%s %s", first, second).isEqualTo(event);
        assertThat(answerFrame.path("type").asText()).as("%s %s", first, second).isEqualTo(answer);
        assertThat(answerFrame.path("re").asText()).isEqualTo(re);
        return eventFrame;
    }

    private static boolean isConnected(EdgeServer server, String agent) {
        for (AgentView view : server.live().agents(0)) {
            if (view.id().equals(agent)) {
                return view.connected();
            }
        }
        return false;
    }

    private static Decision receive(EdgeServer server, String text) {
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of("web-chat"));
        message.conversationKey.set(Bytes.of("one"));
        message.text.set(Bytes.of(text));
        return server.engine().submit(0, message).join();
    }
}
