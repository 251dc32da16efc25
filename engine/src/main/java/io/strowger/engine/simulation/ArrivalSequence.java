package io.strowger.engine.simulation;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import java.util.Map;

/** A stream's customers of one run, in the order in which they come. Mutable; one thread. */
interface ArrivalSequence {
    int ATTRIBUTE_BYTES = 1 << 20;

    /**
     * Goes to the next customer.
     *
     * @param now epoch nanoseconds; that of the customer before
     * @return when that one comes, epoch nanoseconds, not before now; {@link Long#MAX_VALUE} when nobody comes any more
     */
    long next(long now);

    /** The number of the customer in the stream: what the random numbers are drawn by. */
    long number();

    /** What the customer sends; valid until the next customer. */
    ReceiveMessage message();

    /** What the models say about it, with the router's numbers for labels; valid until the next customer. */
    Analysis analysis();

    /** Attributes as a message has them, by the order of their keys. */
    static Bytes encoded(Map<String, String> attributes) {
        ByteWriter out = new ByteWriter(0, ATTRIBUTE_BYTES);
        attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> out.writeText(entry.getKey()).writeText(entry.getValue()));
        return new Bytes().set(out.array(), 0, out.position());
    }
}
