package io.strowger.verticles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.verticles.agents.AgentSocket;
import io.strowger.verticles.gateway.HttpCalls;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.identity.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users of other products met (each where the router's own test of races says), here between agents' sockets and HTTP
 * calls to a whole server with its stores. Whatever comes first, the outcome is one of those that are right, and all see it.
 */
class RacesIT {
    private static final int ROUNDS = 10;

    @TempDir
    private static Path directory;

    private static ServedProcess server;
    private static HttpCalls admin;
    private static Tokens tokens;

    private final List<AgentSocket> sockets = new ArrayList<>();
    private final List<String> conversations = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        Path data = directory.resolve("data");
        server = ServedProcess.start(directory, "--data-dir", data.toString(), "--http-port", "0", "--tcp-port", "0")
                .awaitReady();
        admin = new HttpCalls(
                server.httpPort(), Files.readString(data.resolve("admin.token")).strip());
        tokens = Tokens.open(data, InstantSource.system(), Duration.ofSeconds(5));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void leaveNothing() throws Exception {
        for (AgentSocket socket : sockets) {
            goOffline(socket);
        }
        for (String conversation : conversations) {
            String path = "/api/v1/conversations/" + conversation;
            if (admin.post(path + "/cancel", "").statusCode() == 409) {
                admin.post(path + "/complete", "");
            }
        }
    }

    @Test
    void shouldBelongToOneAgentWhenTwoAcceptAtOnce() throws Exception {
        configure("queues: [{id: general, concurrentOffers: 2}]", agent("ada", 1), agent("bob", 1));
        AgentSocket ada = available("ada");
        AgentSocket bob = available("bob");
        for (int round = 0; round < ROUNDS; round++) {
            String conversation = message("hello");
            String adas = accept(ada.await("offer"));
            String bobs = accept(bob.await("offer"));
            CompletableFuture<?> other = CompletableFuture.runAsync(() -> bob.send(bobs));
            ada.send(adas);
            other.join();

            JsonNode adaIsTold = ada.await("assigned", "error");
            JsonNode bobIsTold = bob.await("assigned", "error");
            boolean isAdas = adaIsTold.path("type").asText().equals("assigned");
            assertThat((isAdas ? bobIsTold : adaIsTold).path("status").asInt())
                    .as("%s %s", adaIsTold, bobIsTold)
                    .isEqualTo(409);
            assertThat(conversation(conversation).path("agent").asText()).isEqualTo(isAdas ? "ada" : "bob");
            assertThat(agentView(isAdas ? "bob" : "ada").path("used").asInt()).isZero();
            complete(isAdas ? ada : bob, conversation);
        }
    }

    @Test
    void shouldBeTakenOrExpiredButNotBothWhenAnAcceptMeetsTheClock() throws Exception {
        configure(
                "queues: [{id: general, offerTimeout: 1s}]\nlimits: {declineCooldown: 100ms, missThreshold: 100}",
                agent("ada", 1));
        AgentSocket ada = available("ada");
        for (int round = 0; round < ROUNDS / 2; round++) {
            String conversation = message("hello");
            JsonNode offer = ada.await("offer");
            // At about the instant of the clock: either may be first.
            CompletableFuture<?> late = CompletableFuture.runAsync(
                    () -> ada.send(accept(offer)),
                    CompletableFuture.delayedExecutor(1_000 - round, TimeUnit.MILLISECONDS));
            JsonNode told = ada.await("assigned", "error");
            late.join();

            if (told.path("type").asText().equals("error")) {
                assertThat(told.path("status").asInt()).as("%s", told).isEqualTo(409);
                JsonNode again = ada.await("offer");
                assertThat(again.path("offer")).isNotEqualTo(offer.path("offer"));
                ada.send(accept(again));
                told = ada.await("assigned", "error");
            }
            assertThat(told.path("conversation").asText()).as("%s", told).isEqualTo(conversation);
            assertThat(conversation(conversation).path("agent").asText()).isEqualTo("ada");
            assertThat(agentView("ada").path("used").asInt()).isEqualTo(1);
            complete(ada, conversation);
        }
    }

    @Test
    void shouldGoToAnotherAgentWhenItsAgentGoesHomeOrIsLost() throws Exception {
        configure(
                "queues: [{id: general}]\nlimits: {returnGrace: 100ms, connectionGrace: 100ms}",
                agent("ada", 1),
                agent("bob", 1));
        for (boolean isLost : new boolean[] {false, true}) {
            AgentSocket ada = available("ada");
            String conversation = message("hello");
            ada.send(accept(ada.await("offer")));
            ada.await("assigned");
            AgentSocket bob = available("bob");

            if (isLost) {
                ada.drop();
            } else {
                ada.send("{\"type\":\"status\",\"id\":\"o\",\"status\":\"offline\"}");
            }

            JsonNode offer = bob.await("offer");
            assertThat(offer.path("conversation").asText()).isEqualTo(conversation);
            bob.send(accept(offer));
            bob.await("assigned");
            assertThat(agentView("ada").path("used").asInt()).isZero();
            complete(bob, conversation);
            sockets.remove(ada);
            ada.close();
            sockets.remove(bob);
            goOffline(bob);
        }
    }

    @Test
    void shouldBeOfferedAgainWhenEverybodyDeclined() throws Exception {
        configure("queues: [{id: general}]\nlimits: {declineCooldown: 300ms}", agent("ada", 1), agent("bob", 1));
        AgentSocket ada = available("ada");
        String conversation = message("hello");
        decline(ada, ada.await("offer"));
        AgentSocket bob = available("bob");
        decline(bob, bob.await("offer"));

        JsonNode again = ada.await("offer");

        assertThat(again.path("conversation").asText()).isEqualTo(conversation);
        ada.send(accept(again));
        assertThat(ada.await("assigned", "error").path("conversation").asText()).isEqualTo(conversation);
    }

    @Test
    void shouldNeverGoOverTheLimitUnderLoad() throws Exception {
        configure("queues: [{id: general}]", agent("ada", 3), agent("bob", 3));
        AgentSocket ada = available("ada");
        AgentSocket bob = available("bob");
        int count = 40;
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            sent.add(admin.client()
                    .sendAsync(
                            admin.request("/api/v1/messages")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"channel\":\"web-chat\",\"text\":\"hello\"}"))
                                    .build(),
                            BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> each : sent) {
            conversations.add(HttpCalls.json(each.join()).path("conversationId").asText());
        }
        assertThat(agentView("ada").path("used").asInt()).isEqualTo(3);
        assertThat(agentView("bob").path("used").asInt()).isEqualTo(3);

        List<String> served = new ArrayList<>();
        for (int round = 0; round < count / 2; round++) {
            ada.send(accept(ada.await("offer")));
            bob.send(accept(bob.await("offer")));
            for (AgentSocket agent : List.of(ada, bob)) {
                served.add(agent.await("assigned").path("conversation").asText());
            }
            assertThat(agentView("ada").path("used").asInt()).isLessThanOrEqualTo(3);
            assertThat(agentView("bob").path("used").asInt()).isLessThanOrEqualTo(3);
            ada.send(completion(served.get(2 * round)));
            bob.send(completion(served.get(2 * round + 1)));
            ada.await("done");
            bob.await("done");
        }
        assertThat(served).containsExactlyInAnyOrderElementsOf(conversations);
        assertThat(agentView("ada").path("used").asInt()
                        + agentView("bob").path("used").asInt())
                .isZero();
    }

    @Test
    void shouldServeWhoeverWaitsLongestAcrossQueues() throws Exception {
        configure(
                "queues: [{id: general}, {id: sales}]\n" + "rules: [{id: buy, when: 'text == \"buy\"', queue: sales}]",
                "{id: ada, queues: [sales, general], capacity: 9, queueOrder: global}");
        List<String> waiting = new ArrayList<>();
        for (String text : List.of("help", "buy", "help", "buy", "buy", "help")) {
            waiting.add(message(text));
        }

        AgentSocket ada = available("ada");

        List<String> offered = new ArrayList<>();
        for (String ignored : waiting) {
            offered.add(ada.await("offer").path("conversation").asText());
        }
        assertThat(offered).isEqualTo(waiting);
    }

    @Test
    void shouldBeOfferedAtOnceWhereItIsMovedAndWhenItsQueueGoes() throws Exception {
        String queues = "queues: [{id: general}, {id: other}, {id: third}]\n";
        configure(
                queues + "rules: [{id: third, when: 'text == \"third\"', queue: third}]",
                agent("ada", 2),
                "{id: bob, queues: [other], capacity: 1}",
                "{id: cem, queues: [third], capacity: 1}");
        AgentSocket ada = available("ada");
        AgentSocket bob = available("bob");
        String moved = message("hello");
        ada.send(accept(ada.await("offer")));
        ada.await("assigned");
        String stranded = message("third");

        ada.send("{\"type\":\"transfer\",\"id\":\"t\",\"conversation\":\"" + moved + "\",\"queue\":\"other\"}");
        assertThat(bob.await("offer").path("conversation").asText()).isEqualTo(moved);

        configure(
                "queues: [{id: general}, {id: other}]",
                agent("ada", 2),
                "{id: bob, queues: [other], capacity: 1}",
                agent("cem", 1));
        assertThat(ada.await("offer").path("conversation").asText())
                .as("its queue is gone")
                .isEqualTo(stranded);
    }

    @Test
    void shouldTakeOneOfTwoChangesForTheSameVersion() throws Exception {
        configure("queues: [{id: general}]", agent("ada", 1));
        String conversation = message("hello");
        for (int round = 0; round < ROUNDS; round++) {
            String tag = admin.get("/api/v1/conversations/" + conversation)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            int priority = 100 + 2 * round;
            CompletableFuture<HttpResponse<String>> one = patch(conversation, tag, priority);
            CompletableFuture<HttpResponse<String>> other = patch(conversation, tag, priority + 1);

            assertThat(List.of(one.join().statusCode(), other.join().statusCode()))
                    .containsExactlyInAnyOrder(200, 412);
            assertThat(conversation(conversation).path("priority").asInt())
                    .isEqualTo(one.join().statusCode() == 200 ? priority : priority + 1);
        }
    }

    private static CompletableFuture<HttpResponse<String>> patch(String conversation, String tag, int priority) {
        return admin.client()
                .sendAsync(
                        admin.request("/api/v1/conversations/" + conversation)
                                .header("Content-Type", "application/json")
                                .header("If-Match", tag)
                                .method("PATCH", BodyPublishers.ofString("{\"priority\":" + priority + "}"))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String agent(String id, int capacity) {
        return "{id: " + id + ", queues: [general], capacity: " + capacity + "}";
    }

    private static void configure(String parts, String... agents) throws Exception {
        String document = "id: demo\nchannels: [{id: web-chat, kind: chat, cost: 1, maxPerAgent: 9}]\n" + parts
                + "\nagents: [" + String.join(", ", agents) + "]\nfallbackQueue: general\n";
        String tag =
                admin.get("/api/v1/configuration").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> answer = admin.send(admin.request("/api/v1/configuration")
                .header("Content-Type", "application/yaml")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(document)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private AgentSocket available(String agent) throws InterruptedException {
        AgentSocket socket = new AgentSocket(server.httpPort());
        sockets.add(socket);
        socket.send("{\"token\":\"" + tokens.issue("demo", agent, Set.of(Role.AGENT), Duration.ofHours(1)) + "\"}");
        socket.await("connected");
        socket.send("{\"type\":\"status\",\"id\":\"a\",\"status\":\"available\"}");
        socket.await("status");
        socket.await("done");
        return socket;
    }

    /** Nobody stays in the grace of a lost connection, and gets what belongs to the next test. */
    private static void goOffline(AgentSocket socket) throws InterruptedException {
        socket.send("{\"type\":\"status\",\"id\":\"o\",\"status\":\"offline\"}");
        socket.await("status");
        socket.close();
    }

    private String message(String text) throws Exception {
        HttpResponse<String> answer =
                admin.post("/api/v1/messages", "{\"channel\":\"web-chat\",\"text\":\"" + text + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String conversation = HttpCalls.json(answer).path("conversationId").asText();
        conversations.add(conversation);
        return conversation;
    }

    private static JsonNode conversation(String id) throws Exception {
        return HttpCalls.json(admin.get("/api/v1/conversations/" + id));
    }

    private static JsonNode agentView(String id) throws Exception {
        for (JsonNode agent : HttpCalls.json(admin.get("/api/v1/agents")).path("agents")) {
            if (agent.path("id").asText().equals(id)) {
                return agent;
            }
        }
        throw new AssertionError("there is no agent " + id);
    }

    private static String accept(JsonNode offer) {
        return "{\"type\":\"accept\",\"id\":\"x\",\"offer\":\""
                + offer.path("offer").asText() + "\"}";
    }

    private static void decline(AgentSocket agent, JsonNode offer) throws InterruptedException {
        agent.send("{\"type\":\"decline\",\"id\":\"d\",\"offer\":\""
                + offer.path("offer").asText() + "\"}");
        agent.await("rescinded");
    }

    private static void complete(AgentSocket agent, String conversation) throws InterruptedException {
        agent.send(completion(conversation));
        agent.await("ended");
    }

    private static String completion(String conversation) {
        return "{\"type\":\"complete\",\"id\":\"c\",\"conversation\":\"" + conversation + "\"}";
    }
}
