package io.strowger.engine.configuration;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/** The part of the binary form that says how queues match in batches. */
final class BatchCodec {
    private BatchCodec() {}

    static void write(OrganizationConfiguration configuration, ByteWriter out) {
        for (QueueConfiguration queue : configuration.queues()) {
            QueueBatch batch = queue.batch();
            out.writeLong(batch.windowNanos());
            out.writeInt(batch.maxPassed());
            out.writeInt(batch.weights().slack());
            out.writeInt(batch.weights().skillGap());
            out.writeInt(batch.weights().notPreferred());
            out.writeInt(batch.weights().load());
            out.writeInt(batch.weights().idle());
        }
    }

    /** Adds what this part says to what was read before it. */
    static OrganizationConfiguration read(OrganizationConfiguration before, ByteReader in) {
        List<QueueConfiguration> queues = new ArrayList<>();
        for (QueueConfiguration queue : before.queues()) {
            queues.add(queue.with(new QueueBatch(
                    in.readLong(),
                    in.readInt(),
                    new BatchWeights(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()))));
        }
        return new OrganizationConfiguration(
                before.id(),
                before.channels(),
                queues,
                before.agents(),
                before.rules(),
                before.fallbackQueue(),
                before.limits());
    }
}
