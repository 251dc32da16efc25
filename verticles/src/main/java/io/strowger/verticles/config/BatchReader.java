package io.strowger.verticles.config;

import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.QueueBatch;

/** Reads how a queue matches in batches. */
final class BatchReader {
    private BatchReader() {}

    static QueueBatch read(Fields queue) {
        Fields fields = queue.section("batch");
        if (fields == null) {
            return QueueBatch.NONE;
        }
        QueueBatch batch = new QueueBatch(
                fields.nanos("window", QueueBatch.NONE.windowNanos()),
                fields.integer("maxPassed", QueueBatch.USUAL_PASSED),
                weights(fields));
        fields.end();
        return batch;
    }

    private static BatchWeights weights(Fields batch) {
        Fields fields = batch.section("weights");
        if (fields == null) {
            return BatchWeights.USUAL;
        }
        BatchWeights weights = new BatchWeights(
                fields.integer("slack", BatchWeights.USUAL.slack()),
                fields.integer("skillGap", BatchWeights.USUAL.skillGap()),
                fields.integer("notPreferred", BatchWeights.USUAL.notPreferred()),
                fields.integer("load", BatchWeights.USUAL.load()),
                fields.integer("idle", BatchWeights.USUAL.idle()));
        fields.end();
        return weights;
    }
}
