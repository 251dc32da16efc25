package io.strowger.verticles.demo;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.verticles.Server;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.identity.Tokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Everybody who takes part: the customers and their connections, the agents and theirs, and a look at the queues. All of it
 * lives on one event loop; the methods here are called from outside of it.
 */
final class Stage implements AutoCloseable {
    private static final int TCP_CONNECTIONS = 3;
    private static final int HTTP_CONNECTIONS = 3;
    private static final long QUEUES_EVERY_MILLIS = 400;
    private static final long ANSWER_PATIENCE_MILLIS = 10_000;
    private static final long PATIENCE_SECONDS = 20;
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);
    private static final double MESSAGES_A_SECOND = 11;
    private static final long POLL_MILLIS = 20;
    private static final long ARRIVAL_PATIENCE_MILLIS = 8_000;
    private static final int READS_BEFORE = 50;
    private static final String QUEUES = "/api/v1/queues";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final List<Line> lines = new ArrayList<>();
    private final List<SimulatedAgent> agents = new ArrayList<>();
    private final HttpLine http;
    private final Customers customers;
    private final Tally tally;
    private long queueTimer;
    private volatile List<QueuePicture> queues = List.of();

    /**
     * Connects everybody. The customers do not write yet.
     *
     * @param token for the customers' connections
     * @param run what the ids of this run begin with
     */
    Stage(
            Server.Places places,
            OrganizationConfiguration organization,
            String token,
            Tokens tokens,
            DemoTexts texts,
            Tally tally,
            String run,
            long seed) {
        this.tally = tally;
        SplittableRandom random = new SplittableRandom(seed);
        http = new HttpLine(vertx, places.httpPort(), token, HTTP_CONNECTIONS);
        // HTTP and TCP take turns, so each carries half of the messages.
        for (int index = 0; index < TCP_CONNECTIONS; index++) {
            lines.add(await(TcpLine.connect(vertx, places.tcpPort(), token)));
            lines.add(http);
        }
        WebSocketClient client = vertx.createWebSocketClient();
        for (AgentConfiguration agent : organization.agents()) {
            String own = tokens.issue(organization.id(), agent.id(), Set.of(Role.AGENT), TOKEN_LIFETIME);
            agents.add(
                    new SimulatedAgent(vertx, client, places.httpPort(), firstName(agent), own, tally, random.split()));
        }
        customers = new Customers(vertx, lines, texts, tally, MESSAGES_A_SECOND, run, seed);
    }

    /**
     * The agents come to work, and the connections are used for a moment, so that what the customers see is not the start of
     * the programs. Returns when everybody is there, or after a while.
     */
    void openAgents() throws InterruptedException {
        await(onLoop(() -> agents.forEach(SimulatedAgent::start)));
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ARRIVAL_PATIENCE_MILLIS);
        boolean isComplete = false;
        while (!isComplete && System.nanoTime() < deadline) {
            for (int read = 0; read < READS_BEFORE; read++) {
                look(await(http.read(QUEUES)));
            }
            isComplete = await(onLoop(() -> {}).map(done -> agents.stream().allMatch(SimulatedAgent::isFree)));
        }
    }

    /** The customers begin. After two fifths of the time one agent loses the connection. */
    void openCustomers(Duration length) {
        vertx.runOnContext(ignored -> {
            customers.start();
            queueTimer = vertx.setPeriodic(
                    QUEUES_EVERY_MILLIS, again -> http.read(QUEUES).onSuccess(this::look));
            vertx.setTimer(
                    Math.max(1, length.toMillis() * 2 / 5),
                    once -> agents.get(2 % agents.size()).loseConnection());
        });
    }

    /** The customers stop; returns when all that they sent was answered, or nothing more is to be expected. */
    void endCustomers() throws InterruptedException {
        await(onLoop(customers::stop));
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_PATIENCE_MILLIS);
        while (isWaiting() && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The agents go home. */
    void endAgents() {
        await(onLoop(() -> {
            vertx.cancelTimer(queueTimer);
            agents.forEach(SimulatedAgent::stop);
        }));
    }

    StagePicture picture(double elapsedSeconds, double totalSeconds, String places) {
        Future<List<AgentPicture>> seen = onLoop(() -> {})
                .map(done -> agents.stream().map(SimulatedAgent::picture).toList());
        return new StagePicture(elapsedSeconds, totalSeconds, places, tally.picture(), queues, await(seen));
    }

    @Override
    public void close() {
        lines.forEach(Line::close);
        await(vertx.close());
    }

    private boolean isWaiting() {
        return tally.picture().traffic().values().stream()
                .anyMatch(own -> own.answered() + own.unanswered() < own.sent());
    }

    private void look(JsonObject body) {
        queues = body.getJsonArray("queues").stream()
                .map(JsonObject.class::cast)
                .map(row -> new QueuePicture(
                        row.getString("id"),
                        row.getInteger("waiting"),
                        row.getInteger("offered"),
                        row.getInteger("assigned")))
                .toList();
    }

    private Future<Void> onLoop(Runnable task) {
        io.vertx.core.Promise<Void> done = io.vertx.core.Promise.promise();
        vertx.runOnContext(ignored -> {
            task.run();
            done.complete();
        });
        return done.future();
    }

    private static String firstName(AgentConfiguration agent) {
        int space = agent.name().indexOf(' ');
        return space < 0 ? agent.name() : agent.name().substring(0, space);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demonstration was interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the demonstration can't go on: " + e.getMessage(), e);
        }
    }
}
