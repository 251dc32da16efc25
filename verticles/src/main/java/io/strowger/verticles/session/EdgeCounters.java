package io.strowger.verticles.session;

import io.strowger.channels.ProblemType;
import java.util.concurrent.atomic.LongAdder;

/** What connections count, for metrics. Any thread. */
public final class EdgeCounters {
    /** The ways in. */
    public enum Protocol {
        HTTP,
        TCP,
        WEBSOCKET
    }

    private final LongAdder[] connections = adders(Protocol.values().length);
    private final LongAdder[] messages = adders(Protocol.values().length);
    private final LongAdder[][] problems = new LongAdder[Protocol.values().length][];
    private final LongAdder unknownFields = new LongAdder();

    public EdgeCounters() {
        for (int index = 0; index < problems.length; index++) {
            problems[index] = adders(ProblemType.values().length);
        }
    }

    /** A connection was opened, or, with false, closed. */
    public void connection(Protocol protocol, boolean opened) {
        connections[protocol.ordinal()].add(opened ? 1 : -1);
    }

    /** A message, or a frame, was taken in, whatever became of it. */
    public void message(Protocol protocol) {
        messages[protocol.ordinal()].increment();
    }

    /** A problem was answered. */
    public void problem(Protocol protocol, ProblemType type) {
        problems[protocol.ordinal()][type.ordinal()].increment();
    }

    /** Fields were ignored because no message has them. */
    public void unknownFields(long count) {
        if (count > 0) {
            unknownFields.add(count);
        }
    }

    /** Connections that are open. */
    public long openConnections(Protocol protocol) {
        return connections[protocol.ordinal()].sum();
    }

    public long messages(Protocol protocol) {
        return messages[protocol.ordinal()].sum();
    }

    public long problems(Protocol protocol, ProblemType type) {
        return problems[protocol.ordinal()][type.ordinal()].sum();
    }

    public long unknownFields() {
        return unknownFields.sum();
    }

    private static LongAdder[] adders(int count) {
        LongAdder[] adders = new LongAdder[count];
        for (int index = 0; index < count; index++) {
            adders[index] = new LongAdder();
        }
        return adders;
    }
}
