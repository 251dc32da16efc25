package io.strowger.bench.net;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a server's {@code /metrics} said once.
 *
 * @param values by the metric's name with its labels, as the text has it
 */
record ServerMetrics(Map<String, Double> values) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Asks for them. */
    static ServerMetrics read(HttpClient client, int httpPort) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/metrics"))
                .timeout(PATIENCE)
                .build();
        return parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

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
