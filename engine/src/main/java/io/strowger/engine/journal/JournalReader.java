package io.strowger.engine.journal;

import io.strowger.engine.record.RecordView;

/** Reads committed records in order. Belongs to one thread. */
public interface JournalReader extends AutoCloseable {
    /**
     * Points the view at the next committed record; false when the reader has caught up: ask again after the next commit.
     * The view is valid until the next call.
     */
    boolean next(RecordView view);

    /** The sequence of the record that {@link #next} reads next. */
    long nextSequence();

    @Override
    void close();
}
