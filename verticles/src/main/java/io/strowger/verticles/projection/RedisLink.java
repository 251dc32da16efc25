package io.strowger.verticles.projection;

import io.strowger.verticles.config.Secret;
import io.strowger.verticles.config.StoreAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection to Redis for a thread that waits for answers. Never used on an event loop. */
final class RedisLink implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_AT_ONCE = 1 << 20;

    private final Redis client;
    private final RedisConnection connection;

    RedisLink(Vertx vertx, StoreAddress address) throws StoreAwayException {
        RedisOptions options = new RedisOptions()
                .setConnectionString(withPassword(address))
                .setMaxPoolSize(1)
                .setMaxPoolWaiting(1)
                .setMaxWaitingHandlers(MOST_AT_ONCE);
        options.getNetClientOptions().setConnectTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        this.client = Redis.createClient(vertx, options);
        try {
            this.connection = await(client.connect());
        } catch (StoreAwayException e) {
            client.close();
            throw e;
        }
    }

    private static String withPassword(StoreAddress address) {
        URI uri = address.uri();
        Secret password = address.password();
        if (password == null) {
            return uri.toString();
        }
        String user = address.user() == null ? "default" : address.user();
        String secret =
                URLEncoder.encode(password.reveal(), StandardCharsets.UTF_8).replace("+", "%20");
        return uri.toString().replaceFirst("//([^@/]*@)?", "//" + user + ":" + secret + "@");
    }

    /** One command's answer; null for Redis' nil. */
    @Nullable
    Response send(Request request) throws StoreAwayException {
        return await(connection.send(request));
    }

    /** The answers to commands that are sent together. */
    List<@Nullable Response> send(List<Request> requests) throws StoreAwayException {
        return await(connection.batch(requests));
    }

    /** Does all or none of that; null when a watched key changed meanwhile. */
    @Nullable
    Response transaction(List<Request> requests) throws StoreAwayException {
        List<Request> all = new ArrayList<>(requests.size() + 2);
        all.add(Request.cmd(Command.MULTI));
        all.addAll(requests);
        all.add(Request.cmd(Command.EXEC));
        return send(all).get(all.size() - 1);
    }

    private static <T> T await(Future<T> answer) throws StoreAwayException {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable reason = Objects.requireNonNullElse(e.getCause(), e);
            throw new StoreAwayException(String.valueOf(reason.getMessage()), reason);
        } catch (TimeoutException e) {
            throw new StoreAwayException("it does not answer within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAwayException("the wait for its answer was interrupted", e);
        }
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }
}
