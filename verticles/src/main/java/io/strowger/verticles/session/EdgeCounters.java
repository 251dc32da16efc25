package io.strowger.verticles.session;

import io.strowger.channels.ProblemType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What connections count, for metrics. Any thread. */
public final class EdgeCounters {
    /** The ways in. */
    public enum Protocol {
        HTTP,
        TCP,
        WEBSOCKET
    }

    private final Map<Protocol, LongAdder> connections = adders(Protocol.class);
    private final Map<Protocol, LongAdder> messages = adders(Protocol.class);
    private final Map<Protocol, Map<ProblemType, LongAdder>> problems = new EnumMap<>(Protocol.class);
    private final LongAdder unknownFields = new LongAdder();

    public EdgeCounters() {
        for (Protocol protocol : Protocol.values()) {
            problems.put(protocol, adders(ProblemType.class));
        }
    }

    /** A connection was opened, or, with false, closed. */
    public void connection(Protocol protocol, boolean opened) {
        of(connections, protocol).add(opened ? 1 : -1);
    }

    /** A message, or a frame, was taken in, whatever became of it. */
    public void message(Protocol protocol) {
        of(messages, protocol).increment();
    }

    /** A problem was answered. */
    public void problem(Protocol protocol, ProblemType type) {
        of(of(problems, protocol), type).increment();
    }

    /** Fields were ignored because no message has them. */
    public void unknownFields(long count) {
        if (count > 0) {
            unknownFields.add(count);
        }
    }

    /** Connections that are open. */
    public long openConnections(Protocol protocol) {
        return of(connections, protocol).sum();
    }

    public long messages(Protocol protocol) {
        return of(messages, protocol).sum();
    }

    public long problems(Protocol protocol, ProblemType type) {
        return of(of(problems, protocol), type).sum();
    }

    public long unknownFields() {
        return unknownFields.sum();
    }

    private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> keys) {
        Map<K, LongAdder> adders = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            adders.put(key, new LongAdder());
        }
        return adders;
    }

    /** The maps are complete from the start and never change. */
    private static <K, V> V of(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }
}
