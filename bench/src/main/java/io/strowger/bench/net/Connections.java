package io.strowger.bench.net;

import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run's connections to a Strowger server: opened and logged in together, closed together. */
final class Connections implements AutoCloseable {
    private final List<PipelinedConnection> open = new ArrayList<>();

    private Connections() {}

    /**
     * Opens connections. The token is tried: over TCP by each connection's first line, over HTTP by the message with the
     * number {@code probe}.
     *
     * @throws CommandFailure with a sentence about what the server, or the lack of one, says
     */
    static Connections open(
            Target target, Protocol protocol, int count, int depth, String token, Requests requests, long probe) {
        InetSocketAddress address = target.resolve();
        Connections connections = new Connections();
        try {
            for (int number = 0; number < count; number++) {
                PipelinedConnection connection =
                        PipelinedConnection.open(address, number, depth, protocol.framing(), requests);
                connections.open.add(connection);
                if (protocol == Protocol.TCP) {
                    logIn(connection, token, target);
                } else if (number == 0) {
                    tryToken(connection, requests, probe, target);
                }
            }
            return connections;
        } catch (IOException | IllegalStateException e) {
            connections.close();
            throw unreachable(target, protocol, e);
        } catch (CommandFailure e) {
            connections.close();
            throw e;
        }
    }

    private static void logIn(PipelinedConnection connection, String token, Target target) throws IOException {
        String refusal = connection.logIn(token);
        if (refusal != null) {
            throw CommandFailure.failed("the server at " + target + " does not take the token: " + refusal);
        }
    }

    private static void tryToken(PipelinedConnection connection, Requests requests, long probe, Target target)
            throws IOException {
        ByteBuffer request = ByteBuffer.allocate(requests.maxBytes());
        requests.write(probe, 0, request);
        String answer = text(connection.ask(Arrays.copyOf(request.array(), request.position())));
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            throw CommandFailure.failed("the server at " + target + " refuses a message with this token: "
                    + answer.lines().findFirst().orElse("") + " " + answer.substring(answer.indexOf("\r\n\r\n") + 4));
        }
    }

    private static CommandFailure unreachable(Target target, Protocol protocol, Exception cause) {
        if (cause instanceof ConnectException) {
            return CommandFailure.failed(
                    "nothing listens at " + target + " (" + cause.getMessage() + "); start a server there with"
                            + " ./strowger serve, or leave --target out",
                    cause);
        }
        if (cause instanceof IOException) {
            return CommandFailure.failed(
                    "the server at " + target + " ended the connection (" + cause.getMessage() + "); is it Strowger's "
                            + protocol.name() + " port?",
                    cause);
        }
        return CommandFailure.failed(
                "what answers at " + target + " does not speak Strowger's " + protocol.name() + " protocol: "
                        + cause.getMessage(),
                cause);
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8);
    }

    List<PipelinedConnection> all() {
        return open;
    }

    @Override
    public void close() {
        open.forEach(PipelinedConnection::close);
    }
}
