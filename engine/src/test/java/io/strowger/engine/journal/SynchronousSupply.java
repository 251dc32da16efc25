package io.strowger.engine.journal;

import java.io.IOException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Makes each segment when it is asked for, so that a simulation has one thread and one order of things. */
public final class SynchronousSupply implements SegmentSupply {
    private final SegmentMaker maker;
    private final Queue<Segment> found;
    private long nextNumber;

    SynchronousSupply(SegmentMaker maker, Queue<Segment> found, long nextNumber) {
        this.maker = maker;
        this.found = found;
        this.nextNumber = nextNumber;
    }

    /** Opens a journal whose segments are made like that. */
    public static Journal open(JournalConfig config, JournalStorage storage) {
        return new JournalOpening(config, storage, SynchronousSupply::new).open();
    }

    @Override
    public Segment take() {
        Segment segment = found.poll();
        if (segment != null) {
            return segment;
        }
        try {
            return maker.make(nextNumber++);
        } catch (IOException e) {
            throw new JournalException("no segment", e);
        }
    }

    @Override
    public @Nullable String problem() {
        return null;
    }

    @Override
    public void close() {}
}
