package io.strowger.engine.simulation;

import io.strowger.engine.command.AnalysisBlock;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.models.Analysis;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The messages that began conversations once: when, and what the rules saw of each. Immutable; made by its {@link Builder}. */
public final class RecordedConversations {
    private final long[] instants;
    private final int[] offsets;
    private final byte[] contents;
    private final List<String> labels;
    private final Set<String> channels;
    private final long beginsAt;

    private RecordedConversations(Builder builder, Collection<String> labels) {
        instants = Arrays.copyOf(builder.instants, builder.count);
        offsets = Arrays.copyOf(builder.offsets, builder.count);
        contents = Arrays.copyOf(builder.contents.array(), builder.contents.position());
        channels = new TreeSet<>(builder.channels);
        beginsAt = builder.beginsAt;
        this.labels = List.copyOf(labels);
    }

    /** How many there are. */
    public int count() {
        return instants.length;
    }

    /** When one began, epoch nanoseconds; none began before an earlier one. */
    public long at(int index) {
        return instants[index];
    }

    /** When the recording begins, epoch nanoseconds. */
    public long beginsAt() {
        return beginsAt;
    }

    /** The ids of the channels that they came by, sorted. */
    public Set<String> channels() {
        return Set.copyOf(channels);
    }

    /** The labels of the analyses, in the order of their numbers. */
    List<String> labels() {
        return labels;
    }

    /** The first one that began at an instant or later; the count when there is none. */
    int indexFrom(long instant) {
        int low = 0;
        int high = instants.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (instants[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Fills message and analysis, whose labels have the numbers of {@link #labels}. The slices stay valid. */
    void read(int index, ByteReader reader, ReceiveMessage message, Analysis analysis) {
        int from = offsets[index];
        int to = index + 1 < offsets.length ? offsets[index + 1] : contents.length;
        reader.wrap(contents, from, to - from);
        AnalysisBlock.read(reader, analysis);
        message.read(reader);
    }

    /** Collects them in the order of time. One thread. */
    static final class Builder {
        private static final int MOST = 8_000_000;
        private static final int MOST_BYTES = 1 << 30;

        private final ByteWriter contents = new ByteWriter(1 << 12, MOST_BYTES);
        private final Set<String> channels = new TreeSet<>();
        private long[] instants = new long[1 << 10];
        private int[] offsets = new int[1 << 10];
        private long beginsAt;
        private int count;

        /** The recording begins at this instant, epoch nanoseconds. */
        void beginsAt(long instant) {
            beginsAt = instant;
        }

        /**
         * Takes a message in, whose labels have their numbers in the end's {@code labels}.
         *
         * @throws IllegalArgumentException when there are more than fit
         */
        void add(long instant, ReceiveMessage message, Analysis analysis) {
            if (count == MOST || contents.position() > MOST_BYTES - AnalysisBlock.BYTES - message.encodedBytes()) {
                throw new IllegalArgumentException("it has more conversations than fit: after " + count
                        + " the limit is reached; take a part of them with from and to, or with channel");
            }
            if (count == instants.length) {
                instants = Arrays.copyOf(instants, 2 * count);
                offsets = Arrays.copyOf(offsets, 2 * count);
            }
            instants[count] = instant;
            offsets[count++] = contents.position();
            AnalysisBlock.write(0, analysis, contents);
            message.write(contents);
            channels.add(message.channel.toText());
        }

        RecordedConversations build(Collection<String> labels) {
            return new RecordedConversations(this, labels);
        }
    }
}
