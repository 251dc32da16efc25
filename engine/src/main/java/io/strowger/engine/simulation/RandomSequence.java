package io.strowger.engine.simulation;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import java.util.function.ToIntFunction;

/** Customers who come by chance. One thread. */
final class RandomSequence implements ArrivalSequence {
    private final ArrivalRate rate;
    private final int stream;
    private final Chances chances;
    private final ReceiveMessage message = new ReceiveMessage();
    private final Analysis analysis;
    private long number = -1;

    /** @param labels the router's numbers for labels */
    RandomSequence(RandomArrivals arrivals, int stream, Chances chances, ToIntFunction<String> labels) {
        this.rate = arrivals.rate();
        this.stream = stream;
        this.chances = chances;
        ArrivalStream.Content content = arrivals.message();
        message.channel.set(Bytes.of(arrivals.channel()));
        message.text.set(Bytes.of(content.text()));
        message.contactTier.set(Bytes.of(content.contactTier()));
        message.contactLanguage.set(Bytes.of(content.contactLanguage()));
        message.attributes.set(ArrivalSequence.encoded(content.attributes()));
        analysis = content.analysis().numbered(labels);
    }

    @Override
    public long next(long now) {
        number++;
        return rate.next(now, chances.of(Purpose.ARRIVAL, stream, number));
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public ReceiveMessage message() {
        return message;
    }

    @Override
    public Analysis analysis() {
        return analysis;
    }
}
