package io.strowger.engine.simulation;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * Customers who came once and come again. Each has the same number with every factor, and is left out with a smaller factor
 * only: so two factors are compared with the same customers. One thread.
 */
final class RecordedSequence implements ArrivalSequence {
    private final RecordedConversations recording;
    private final double factor;
    private final int stream;
    private final long shiftNanos;
    private final Chances chances;
    private final int[] labels;
    private final Bytes added;
    private final ByteWriter attributes = new ByteWriter(0, ATTRIBUTE_BYTES);
    private final ByteReader reader = new ByteReader();
    private final ReceiveMessage message = new ReceiveMessage();
    private final Analysis analysis = new Analysis();

    /** When those come who stand for the current recorded one. */
    private long[] instants = {};

    private int index;
    private int copy = -1;

    /**
     * Begins with those who come when the scenario starts.
     *
     * @param start epoch nanoseconds
     * @param labels the router's numbers for labels
     */
    RecordedSequence(RecordedArrivals arrivals, int stream, long start, Chances chances, ToIntFunction<String> labels) {
        this.recording = arrivals.recording();
        this.factor = arrivals.factor();
        this.stream = stream;
        this.chances = chances;
        this.labels = recording.labels().stream().mapToInt(labels).toArray();
        this.added = ArrivalSequence.encoded(arrivals.attributes());
        shiftNanos = arrivals.shift().nanos(recording.beginsAt(), start);
        index = recording.indexFrom(start - shiftNanos) - 1;
    }

    @Override
    public long next(long now) {
        copy++;
        while (copy >= instants.length) {
            if (index + 1 >= recording.count()) {
                return Long.MAX_VALUE;
            }
            index++;
            copy = 0;
            instants = drawn();
        }
        load();
        return instants[copy];
    }

    @Override
    public long number() {
        return (long) copy * recording.count() + index;
    }

    @Override
    public ReceiveMessage message() {
        return message;
    }

    @Override
    public Analysis analysis() {
        return analysis;
    }

    private void load() {
        recording.read(index, reader, message, analysis);
        for (int code = 0; code < Head.count(); code++) {
            Head head = Head.ofCode(code);
            int label = analysis.label(head);
            if (label != Analysis.NONE) {
                analysis.set(head, labels[label], analysis.confidence(head));
            }
        }
        // Each begins a conversation of its own, whatever else the contact has.
        message.externalId.clear();
        message.conversationKey.set(Bytes.of("recorded-" + stream + "-" + number()));
        if (!added.isEmpty()) {
            // In front: where a key stands twice, the first value counts.
            attributes.clear();
            attributes.writeRaw(added.array(), added.offset(), added.length());
            attributes.writeRaw(message.attributes.array(), message.attributes.offset(), message.attributes.length());
            message.attributes.set(attributes.array(), 0, attributes.position());
        }
    }

    /** The instants of those who come for the current recorded one: its own, then some before the next one. */
    private long[] drawn() {
        RandomStream random = chances.of(Purpose.ARRIVAL, stream, index);
        long at = recording.at(index) + shiftNanos;
        int count = (int) factor + (random.nextUnit() < factor - Math.floor(factor) ? 1 : 0);
        long[] drawn = new long[count];
        Arrays.fill(drawn, at);
        long gap = gapNanos();
        for (int one = 1; one < count; one++) {
            drawn[one] = at + (long) (random.nextUnit() * gap);
        }
        Arrays.sort(drawn);
        return drawn;
    }

    /** Until the next one; of the last one, from the one before. */
    private long gapNanos() {
        int from = Math.min(index, recording.count() - 2);
        return from < 0 ? 0 : recording.at(from + 1) - recording.at(from);
    }
}
