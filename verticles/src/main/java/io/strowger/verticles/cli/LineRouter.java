package io.strowger.verticles.cli;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.MessageLimits;
import io.strowger.channels.MessageParser;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.session.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends lines through an engine and hands them back in their order. As long as more input is there, lines are in flight
 * together; when there is none, everything in flight is shown before waiting for more. One thread; the engine's answers
 * come on its own.
 */
final class LineRouter implements Responder {
    private static final int IN_FLIGHT = 512;
    private static final long PARK_NANOS = 1_000_000;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final RoutingEngine engine;
    private final int organization;
    private final String channel;
    private final MessageParser parser = new MessageParser(MessageLimits.DEFAULT);
    private final JsonWriter envelope = new JsonWriter(4 << 10);
    private final Thread owner = Thread.currentThread();
    private final RoutedLine[] inFlight = new RoutedLine[IN_FLIGHT];
    private final ArrayDeque<RoutedLine> order = new ArrayDeque<>(IN_FLIGHT);
    private long token;

    /**
     * A router for one run.
     *
     * @param names the organization
     * @param channel the channel of lines that are plain text
     */
    LineRouter(RoutingEngine engine, Names names, String channel) {
        this.engine = engine;
        this.organization = names.organization();
        this.channel = channel;
    }

    /** Routes all lines and shows each result. */
    void route(ByteLines lines, RouteView view) throws IOException {
        byte[] line = lines.next();
        boolean isFirst = true;
        while (line != null) {
            byte[] content = isFirst ? withoutMark(line) : line;
            isFirst = false;
            if (!isBlank(content)) {
                order.add(publish(content));
            }
            while (order.size() == IN_FLIGHT
                    || !order.isEmpty() && (order.peek().isDone() || !lines.hasMore())) {
                view.show(await(order.remove()));
            }
            if (order.isEmpty()) {
                view.flush();
            }
            line = lines.next();
        }
        while (!order.isEmpty()) {
            view.show(await(order.remove()));
        }
        view.flush();
    }

    @Override
    public void answered(Decision decision, long decisionNanos, boolean durable, long slot) {
        inFlight[(int) slot].answered(decision, decisionNanos);
    }

    @Override
    public void batchEnded() {
        LockSupport.unpark(owner);
    }

    private RoutedLine publish(byte[] line) {
        boolean isJson = line[0] == '{';
        Problem problem = isJson ? parser.parse(line, 0, line.length) : parseText(line);
        if (problem == null && parser.eventsFrom() != MessageParser.NO_EVENTS) {
            problem = Problem.of(ProblemType.INVALID_FIELD, "events", "route takes messages only, it has no events");
        }
        ReceiveMessage message = parser.message();
        byte[] externalId = message.externalId.toArray();
        if (problem != null) {
            return RoutedLine.refused(shown(line), externalId, problem);
        }
        RoutedLine waiting = RoutedLine.waiting(isJson ? shown(message.text) : shown(line), externalId);
        int slot = (int) (token++ % IN_FLIGHT);
        inFlight[slot] = waiting;
        Problem refusal = publish(message, slot);
        return refusal == null ? waiting : RoutedLine.refused(waiting.text(), externalId, refusal);
    }

    /** Text becomes a message of the channel, by the way that messages come in: so the same things are refused. */
    private @Nullable Problem parseText(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
        } catch (CharacterCodingException e) {
            return Problem.of(ProblemType.INVALID_UTF8, "the line is not valid UTF-8");
        }
        envelope.clear().beginObject().name("channel").text(channel);
        envelope.name("text").text(line, 0, line.length).endObject();
        return parser.parse(envelope.array(), 0, envelope.length());
    }

    private @Nullable Problem publish(ReceiveMessage message, int slot) {
        while (true) {
            long sequence = engine.ingress().tryPublish(organization, message, System.nanoTime(), this, slot, true);
            if (sequence >= 0) {
                return null;
            } else if (sequence == MessageIngress.REFUSED_TOO_LARGE) {
                return Problems.ofRefusal(sequence);
            } else if (sequence == MessageIngress.REFUSED_CLOSED || sequence == MessageIngress.REFUSED_JOURNAL_FULL) {
                throw CommandFailure.failed("the engine takes no messages: "
                        + (sequence == MessageIngress.REFUSED_CLOSED
                                ? engine.health().reason()
                                : "the disk of the temporary directory is full"));
            }
            LockSupport.parkNanos(PARK_NANOS); // full, or over the organization's limit: a file can wait
        }
    }

    private RoutedLine await(RoutedLine line) {
        while (!line.isDone()) {
            if (engine.health().failed()) {
                throw CommandFailure.failed(
                        "the engine failed: " + engine.health().reason());
            }
            LockSupport.parkNanos(PARK_NANOS);
        }
        return line;
    }

    private static byte[] withoutMark(byte[] line) {
        boolean hasMark = line.length >= 3
                && line[0] == BYTE_ORDER_MARK[0]
                && line[1] == BYTE_ORDER_MARK[1]
                && line[2] == BYTE_ORDER_MARK[2];
        return hasMark ? java.util.Arrays.copyOfRange(line, 3, line.length) : line;
    }

    private static boolean isBlank(byte[] line) {
        for (byte value : line) {
            if (value > ' ' || value < 0) {
                return false;
            }
        }
        return true;
    }

    private static String shown(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static String shown(Bytes utf8) {
        return new String(utf8.array(), utf8.offset(), utf8.length(), StandardCharsets.UTF_8);
    }
}
