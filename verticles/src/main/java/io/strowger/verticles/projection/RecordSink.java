package io.strowger.verticles.projection;

import io.strowger.engine.record.RecordView;

/**
 * What a {@link JournalTail} feeds: a store that takes records in batches. Called by the tail's thread only. Whatever it
 * throws ends the attempt: the tail calls {@link #abandon()}, waits a little, and opens it again.
 */
interface RecordSink {
    /** Reaches the store and returns the sequence of the last record that it includes; 0 for an empty one. */
    long open() throws Exception;

    /** Takes a record into the batch at hand. The view is valid during the call only. */
    void add(RecordView record) throws Exception;

    /** Makes the batch visible, up to and including the record with that sequence. */
    void flush(long sequence) throws Exception;

    /** Called about once a second when nothing comes: the moment to find out that the store is gone or was emptied. */
    void idle() throws Exception;

    /** Drops the batch at hand and the connection. Never throws. */
    void abandon();
}
