package io.strowger.bench.peers;

import io.strowger.bench.net.Framing;
import io.strowger.bench.net.MessageRequests;
import io.strowger.bench.rig.Texts;
import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Redis: {@code SET} of the same payloads, forced before each answer. */
final class RedisContender implements Contender {
    private final Ground ground;
    private final Texts texts;
    private @Nullable RedisServer server;
    private int turns;

    RedisContender(Ground ground) {
        this.ground = ground;
        this.texts = ground.texts();
    }

    @Override
    public String name() {
        return "Redis SET";
    }

    @Override
    public Conditions conditions() {
        return new Conditions("append-only file, appendfsync always", Conditions.NONE);
    }

    @Override
    public void start() throws IOException, InterruptedException {
        RedisServer started = RedisServer.start(ground);
        server = started;
        ground.progress().accept("redis: this is Redis " + started.version());
    }

    @Override
    public Figures measure(Load load, Duration duration) throws Exception {
        RedisServer running = running();
        String run = "r" + ++turns;
        MessageRequests lines = MessageRequests.lines(texts, run, false);
        NetworkTurn turn = new NetworkTurn(
                running.port(), Framing.RESP, new RedisSets(lines, run), new ConstantAnswers("+OK\r\n"), null);
        Figures figures = turn.run(load, duration);
        String stored = running.ask("GET " + RedisSets.key(run, 0));
        if (!stored.contains("\"externalId\":\"" + run + "-")) {
            throw new TurnFailedException("Redis did not keep the first message: " + stored.strip());
        }
        running.ask("FLUSHALL");
        return figures;
    }

    private RedisServer running() {
        if (server == null) {
            throw CommandFailure.failed("Redis has not been started");
        }
        return server;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
