package io.strowger.verticles;

import io.strowger.engine.RoutingEngine;
import io.strowger.verticles.deep.DeepTier;
import io.strowger.verticles.embedded.EmbeddedStores;
import io.strowger.verticles.models.RunningModels;
import io.strowger.verticles.projection.Projection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a running server, and how it ends: in order, each part after those that need it, all within a time. {@link
 * Wiring} starts it and fills it as it goes, so that a start that fails half-way ends the same way. Owned by one thread.
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    final List<String> deployments = new ArrayList<>();
    final List<Projection> projections = new ArrayList<>();

    @Nullable
    EmbeddedStores stores;

    @Nullable
    RoutingEngine engine;

    @Nullable
    RunningModels models;

    @Nullable
    DeepTier deep;

    @Nullable
    Vertx vertx;

    @Nullable
    Places places;

    private final Duration patience;
    private boolean isStopped;

    Server(Duration patience) {
        this.patience = patience;
    }

    /**
     * Where a server is reachable.
     *
     * @param httpHost the address of HTTP and WebSocket
     * @param httpPort its port
     * @param tcpHost the address of TCP
     * @param tcpPort its port
     * @param dataDirectory where everything durable lives
     * @param adminToken the file with the token for everything
     * @param postgres how PostgreSQL is reached, without secrets
     * @param redis how Redis is reached, without secrets
     * @param organization the loaded organization, null for none
     * @param recovered records that the journal held at the start
     */
    public record Places(
            String httpHost,
            int httpPort,
            String tcpHost,
            int tcpPort,
            Path dataDirectory,
            Path adminToken,
            String postgres,
            String redis,
            @Nullable String organization,
            long recovered) {}

    /** Where it is reachable. */
    public Places places() {
        Places known = places;
        if (known == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return known;
    }

    /** The sequence of the last record that can be lost no more. */
    public long durableSequence() {
        RoutingEngine running = engine;
        return running == null ? 0 : running.durableSequence();
    }

    /**
     * Ends everything: takes no more work, answers and commits what was taken, closes the connections, brings the projections
     * up to date, and stops the stores.
     *
     * @return false when something did not end in its time or failed; that was logged
     */
    public boolean stop() {
        if (isStopped) {
            return true;
        }
        isStopped = true;
        long deadline = System.nanoTime() + patience.toNanos();
        boolean clean = step("the engine's commands", () -> drain(deadline));
        clean &= step("the connections", () -> undeploy(deadline));
        RunningModels runningModels = models;
        if (runningModels != null) {
            clean &= step("the models", runningModels::close);
        }
        DeepTier runningDeep = deep;
        if (runningDeep != null) {
            clean &= step("the deep tier", runningDeep::close);
        }
        for (Projection projection : projections) {
            clean &= step("the projection " + projection.name(), projection::close);
        }
        RoutingEngine runningEngine = engine;
        if (runningEngine != null) {
            clean &= step("the journal", runningEngine::close);
        }
        EmbeddedStores runningStores = stores;
        if (runningStores != null) {
            clean &= step("the embedded stores", runningStores::close);
        }
        Vertx runningVertx = vertx;
        if (runningVertx != null) {
            clean &= step("the network", () -> await(runningVertx.close(), deadline));
        }
        return clean;
    }

    /** After a failure of the engine: stops only what would outlive the process. Any thread. */
    void stopStores() {
        EmbeddedStores running = stores;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void drain(long deadline) throws TimeoutException {
        RoutingEngine running = engine;
        if (running != null && !running.drain(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
            throw new TimeoutException("not all of them were answered");
        }
    }

    /** The answers to what was drained are queued in each verticle's loop by now, so they go out before it ends. */
    private void undeploy(long deadline) throws Exception {
        Vertx running = vertx;
        if (running != null) {
            await(Future.join(deployments.stream().map(running::undeploy).toList()), deadline);
        }
    }

    private static void await(Future<?> future, long deadline) throws Exception {
        try {
            future.toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }

    private static boolean step(String what, Ending ending) {
        try {
            ending.run();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.atWarn().addKeyValue("cause", e.toString()).log("Ending {} failed", what);
        }
        return false;
    }

    private interface Ending {
        void run() throws Exception;
    }
}
