package io.strowger.verticles.projection;

import io.strowger.engine.record.RecordView;

/**
 * Hears of each committed record, in order, right after the {@link LiveView} includes it. Called by the view's thread: take
 * what is needed and hand it to an event loop, never wait. Few of these are meant to exist; one that serves many sessions
 * picks the session by the event.
 */
@FunctionalInterface
public interface CommittedListener {
    /** The record is before its first event, is reused, and is valid during the call only. */
    void committed(RecordView record);
}
