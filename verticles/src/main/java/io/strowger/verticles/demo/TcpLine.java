package io.strowger.verticles.demo;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.ArrayDeque;

/** One TCP connection with a JSON object a line: messages are sent without waiting, answers come in their order. */
final class TcpLine implements Line {
    private final NetClient client;
    private final NetSocket socket;
    private final ArrayDeque<Promise<JsonObject>> waiting = new ArrayDeque<>();

    private TcpLine(NetClient client, NetSocket socket) {
        this.client = client;
        this.socket = socket;
        socket.handler(RecordParser.newDelimited("\n", this::received));
        socket.closeHandler(ignored -> failAll());
    }

    /** Connects and says who is calling. */
    static Future<TcpLine> connect(Vertx vertx, int port, String token) {
        NetClient client = vertx.createNetClient();
        return client.connect(port, "127.0.0.1").compose(socket -> {
            TcpLine line = new TcpLine(client, socket);
            return line.send(new JsonObject().put("token", token))
                    .compose(answer -> Boolean.TRUE.equals(answer.getBoolean("ok"))
                            ? Future.succeededFuture(line)
                            : Future.failedFuture("the server refused the token: " + answer.encode()));
        });
    }

    @Override
    public Transport transport() {
        return Transport.TCP;
    }

    @Override
    public Future<JsonObject> send(JsonObject message) {
        Promise<JsonObject> promise = Promise.promise();
        waiting.add(promise);
        socket.write(message.toBuffer().appendByte((byte) '\n'));
        return promise.future();
    }

    @Override
    public void close() {
        socket.close();
        client.close();
    }

    private void received(Buffer line) {
        Promise<JsonObject> promise = waiting.poll();
        if (promise != null) {
            promise.complete(new JsonObject(line));
        }
    }

    private void failAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().fail("the TCP connection ended");
        }
    }
}
