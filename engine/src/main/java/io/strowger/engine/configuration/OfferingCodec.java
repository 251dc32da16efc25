package io.strowger.engine.configuration;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/** The part of the binary form that says how conversations come to agents. */
final class OfferingCodec {
    private OfferingCodec() {}

    static void write(OrganizationConfiguration configuration, ByteWriter out) {
        for (QueueConfiguration queue : configuration.queues()) {
            out.writeBoolean(queue.offering().pull());
        }
    }

    /** Adds what this part says to what was read before it. */
    static OrganizationConfiguration read(OrganizationConfiguration before, ByteReader in) {
        List<QueueConfiguration> queues = new ArrayList<>();
        for (QueueConfiguration queue : before.queues()) {
            queues.add(queue.with(new QueueOffering(in.readBoolean())));
        }
        return before.with(queues, before.calendars());
    }
}
