package io.strowger.bench.net;

import java.util.HashMap;
import java.util.Map;

/**
 * What a server's {@code /metrics} said once.
 *
 * @param values by the metric's name with its labels, as the text has it
 */
record ServerMetrics(Map<String, Double> values) {
    static ServerMetrics parse(String text) {
        Map<String, Double> values = new HashMap<>();
        text.lines().filter(line -> !line.isEmpty() && line.charAt(0) != '#').forEach(line -> {
            int space = line.lastIndexOf(' ');
            values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
        });
        return new ServerMetrics(values);
    }

    /** Commands in the ring. */
    long ring() {
        return value("engine_ring_size") - value("engine_ring_remaining");
    }

    /** How many there may be. */
    long ringSize() {
        return value("engine_ring_size");
    }

    long rememberedBytes() {
        return value("engine_idempotency_bytes");
    }

    /** Durable records that the slowest projection does not include. */
    long lag() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("projection_lag_records{"))
                .mapToLong(entry -> Math.round(entry.getValue()))
                .max()
                .orElse(0);
    }

    private long value(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the server's metrics have no " + name);
        }
        return Math.round(value);
    }
}
