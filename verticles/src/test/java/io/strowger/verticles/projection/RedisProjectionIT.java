package io.strowger.verticles.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strowger.engine.event.AgentStatus;
import io.strowger.verticles.Ids;
import io.strowger.verticles.config.ProjectionSettings;
import io.strowger.verticles.config.StoreAddress;
import io.strowger.verticles.embedded.EmbeddedStores;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisProjectionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ProjectionSettings SETTINGS = new ProjectionSettings(500, Duration.ofMillis(300));

    @TempDir
    static Path servers;

    private static Vertx vertx;
    private static EmbeddedStores stores;
    private static StoreAddress address;

    @TempDir
    Path directory;

    private JournalledRecords records;
    private Shop shop;
    private RedisLink redis;
    private RedisProjection projection;

    @BeforeAll
    static void startServer() {
        vertx = Vertx.vertx();
        stores = EmbeddedStores.start(servers, EnumSet.of(EmbeddedStores.Store.REDIS), text -> {});
        address = StoreAddress.of(URI.create(stores.redisUri()), null);
    }

    @AfterAll
    static void stopServer() throws Exception {
        stores.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void open() throws Exception {
        records = new JournalledRecords(directory.resolve("journal"));
        shop = new Shop(records);
        shop.configure();
        shop.commit();
        redis = new RedisLink(vertx, address);
        redis.send(Request.cmd(Command.FLUSHALL));
        projection = new RedisProjection(vertx, records, address, SETTINGS);
    }

    @AfterEach
    void close() {
        projection.close();
        redis.close();
        records.close();
    }

    @Test
    void shouldShowQueuesAndAgentsWhenRecordsAreCommitted() throws Exception {
        projection.start();
        shop.arrive(Shop.ADA, AgentStatus.AVAILABLE);
        long first = shop.open("e-1", "Hello");
        long second = shop.open("e-2", "Hello");
        long third = shop.open("e-3", "Hello");
        long offer = shop.offer(first, Shop.ADA);
        shop.commit();
        awaitCaughtUp();

        assertThat(text(Request.cmd(Command.ZRANGE)
                        .arg(RedisKeys.queue("shop", "billing"))
                        .arg(0)
                        .arg(-1)))
                .containsExactly(Ids.conversation(first), Ids.conversation(second), Ids.conversation(third));
        assertThat(hash(RedisKeys.lengths("shop"))).containsExactly(Map.entry("billing", "3"));
        assertThat(hash(RedisKeys.agent("shop", "ada")))
                .containsEntry("status", "available")
                .containsEntry("connected", "true")
                .containsEntry("offers", "1");

        shop.accept(offer, first, Shop.ADA);
        shop.cancel(second);
        shop.commit();
        awaitCaughtUp();
        assertThat(text(Request.cmd(Command.ZRANGE)
                        .arg(RedisKeys.queue("shop", "billing"))
                        .arg(0)
                        .arg(-1)))
                .containsExactly(Ids.conversation(third));
        assertThat(hash(RedisKeys.lengths("shop"))).containsExactly(Map.entry("billing", "1"));
        assertThat(hash(RedisKeys.waiting("shop"))).containsExactly(Map.entry(Ids.conversation(third), "billing"));
        assertThat(hash(RedisKeys.agent("shop", "ada")))
                .containsEntry("offers", "0")
                .containsEntry("assignments", "1");
    }

    @Test
    void shouldFillRedisAgainWhenItIsEmptied() throws Exception {
        redis.send(Request.cmd(Command.SET).arg("strowger:session:1").arg("another's"));
        projection.start();
        shop.arrive(Shop.ADA, AgentStatus.AVAILABLE);
        shop.busyDay(2_000);
        awaitCaughtUp();
        String lengths = hash(RedisKeys.lengths("shop")).toString();
        String ada = hash(RedisKeys.agent("shop", "ada")).toString();
        assertThat(lengths).isEqualTo("{billing=1500}");

        redis.send(Request.cmd(Command.FLUSHALL));
        awaitFilled();
        assertThat(hash(RedisKeys.lengths("shop"))).hasToString(lengths);
        assertThat(hash(RedisKeys.agent("shop", "ada"))).hasToString(ada);

        redis.send(Request.cmd(Command.FLUSHALL));
        shop.busyDay(100);
        awaitFilled();
        assertThat(hash(RedisKeys.lengths("shop"))).hasToString("{billing=1575}");
        assertThat(redis.send(Request.cmd(Command.ZCARD).arg(RedisKeys.queue("shop", "billing")))
                        .toLong())
                .isEqualTo(1_575);
    }

    @Test
    void shouldGoOnFromItsPositionWhenStartedAgain() throws Exception {
        redis.send(Request.cmd(Command.SET).arg("strowger:session:1").arg("another's"));
        projection.start();
        shop.busyDay(400);
        awaitCaughtUp();
        projection.close();
        redis.send(Request.cmd(Command.SET).arg("strowger:{shop}:agent:marker").arg("kept"));
        projection = new RedisProjection(vertx, records, address, SETTINGS);
        projection.start();
        shop.busyDay(400);
        awaitCaughtUp();

        assertThat(hash(RedisKeys.lengths("shop"))).hasToString("{billing=600}");
        assertThat(redis.send(Request.cmd(Command.EXISTS).arg("strowger:{shop}:agent:marker"))
                        .toLong())
                .isEqualTo(1);

        redis.send(Request.cmd(Command.SET).arg(RedisKeys.POSITION).arg(1_000_000));
        awaitFilled();
        assertThat(redis.send(Request.cmd(Command.EXISTS).arg("strowger:{shop}:agent:marker"))
                        .toLong())
                .isZero();
        assertThat(redis.send(Request.cmd(Command.EXISTS).arg("strowger:session:1"))
                        .toLong())
                .isEqualTo(1);
        assertThat(hash(RedisKeys.lengths("shop"))).hasToString("{billing=600}");
    }

    @Test
    void shouldSayDegradedWithoutThePasswordWhenRedisIsAway() {
        StoreAddress away = new StoreAddress(URI.create("redis://default@127.0.0.1:1/0"), address.password());
        projection = new RedisProjection(vertx, records, away, SETTINGS);
        projection.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(projection.status().lastError())
                        .startsWith("Redis at 127.0.0.1:1 can't be used")
                        .contains("refused")
                        .doesNotContain(address.password().reveal()));
        assertThat(projection.status().state()).isEqualTo(ProjectionStatus.State.DEGRADED);
        assertThat(projection.status().lagRecords()).isEqualTo(1);
    }

    private void awaitCaughtUp() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> projection.status().position() == records.durableSequence());
    }

    private void awaitFilled() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            Response position = redis.send(Request.cmd(Command.GET).arg(RedisKeys.POSITION));
            return position != null && position.toLong() == records.durableSequence();
        });
    }

    private java.util.List<String> text(Request request) throws StoreAwayException {
        return redis.send(request).stream().map(Response::toString).toList();
    }

    private TreeMap<String, String> hash(String key) throws StoreAwayException {
        Response fields = redis.send(Request.cmd(Command.HGETALL).arg(key));
        TreeMap<String, String> hash = new TreeMap<>();
        for (String field : fields.getKeys()) {
            hash.put(field, fields.get(field).toString());
        }
        return hash;
    }
}
