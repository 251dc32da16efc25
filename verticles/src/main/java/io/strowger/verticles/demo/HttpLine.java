package io.strowger.verticles.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;

/** Several kept-alive HTTP connections that take turns. */
final class HttpLine implements Line {
    private final HttpClient client;
    private final int port;
    private final String authorization;

    HttpLine(Vertx vertx, int port, String token, int connections) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(connections));
        this.port = port;
        this.authorization = "Bearer " + token;
    }

    @Override
    public Transport transport() {
        return Transport.HTTP;
    }

    @Override
    public Future<JsonObject> send(JsonObject message) {
        return client.request(HttpMethod.POST, port, "127.0.0.1", "/api/v1/messages")
                .compose(request -> request.putHeader("Authorization", authorization)
                        .putHeader("Content-Type", "application/json")
                        .send(message.toBuffer()))
                .compose(HttpClientResponse::body)
                .map(body -> new JsonObject(body));
    }

    /** Reads something of the API; fails when the status is not 200. */
    Future<JsonObject> read(String path) {
        return client.request(HttpMethod.GET, port, "127.0.0.1", path)
                .compose(request ->
                        request.putHeader("Authorization", authorization).send())
                .compose(response -> response.statusCode() == 200
                        ? response.body().map(body -> new JsonObject(body))
                        : Future.failedFuture("GET " + path + " was answered with " + response.statusCode()));
    }

    @Override
    public void close() {
        client.close();
    }
}
