package io.strowger.verticles.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.engine.configuration.QueueBatch;
import java.time.Duration;

/** Writes how a queue matches in batches; nothing, where that is the usual. */
final class BatchWriter {
    private BatchWriter() {}

    static void write(QueueBatch batch, ObjectNode queue) {
        if (batch.equals(QueueBatch.NONE)) {
            return;
        }
        ObjectNode node = queue.putObject("batch")
                .put("window", Durations.show(Duration.ofNanos(batch.windowNanos())))
                .put("maxPassed", batch.maxPassed());
        node.putObject("weights")
                .put("slack", batch.weights().slack())
                .put("skillGap", batch.weights().skillGap())
                .put("notPreferred", batch.weights().notPreferred())
                .put("load", batch.weights().load())
                .put("idle", batch.weights().idle());
    }
}
