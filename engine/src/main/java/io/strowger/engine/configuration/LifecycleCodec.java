package io.strowger.engine.configuration;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/** The part of the binary form that came with its second version: lifecycles, live work, bounds of queues. */
final class LifecycleCodec {
    private LifecycleCodec() {}

    static void write(OrganizationConfiguration configuration, ByteWriter out) {
        Lifecycle lifecycle = configuration.limits().lifecycle();
        out.writeLong(lifecycle.timeToLiveNanos());
        out.writeLong(lifecycle.abandonGraceNanos());
        out.writeInt(lifecycle.maxTransfers());
        for (ChannelConfiguration channel : configuration.channels()) {
            out.writeByte(channel.liveWork().code());
        }
        for (QueueConfiguration queue : configuration.queues()) {
            String overflowQueue = queue.bound().overflowQueue();
            out.writeInt(queue.bound().maxLength());
            out.writeText(overflowQueue == null ? "" : overflowQueue);
        }
    }

    /** Adds what this part says to what was read before it. */
    static OrganizationConfiguration read(OrganizationConfiguration before, ByteReader in) {
        Lifecycle lifecycle = new Lifecycle(in.readLong(), in.readLong(), in.readInt());
        List<ChannelConfiguration> channels = new ArrayList<>();
        for (ChannelConfiguration channel : before.channels()) {
            LiveWork liveWork = LiveWork.ofCode(in.readByte());
            channels.add(new ChannelConfiguration(
                    channel.id(),
                    channel.kind(),
                    channel.cost(),
                    channel.maxPerAgent(),
                    channel.interrupts(),
                    liveWork));
        }
        List<QueueConfiguration> queues = new ArrayList<>();
        for (QueueConfiguration queue : before.queues()) {
            int maxLength = in.readInt();
            String overflowQueue = in.readText();
            queues.add(queue.with(new QueueBound(maxLength, overflowQueue.isEmpty() ? null : overflowQueue)));
        }
        return new OrganizationConfiguration(
                before.id(),
                channels,
                queues,
                before.agents(),
                before.rules(),
                before.fallbackQueue(),
                before.limits().with(lifecycle));
    }
}
