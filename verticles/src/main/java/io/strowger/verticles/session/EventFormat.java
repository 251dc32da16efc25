package io.strowger.verticles.session;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.event.EventKind;

/** How an event's JSON is framed on the wire. */
public enum EventFormat {
    /** A line each. */
    LINES {
        @Override
        void before(EventKind kind, JsonWriter json) {}

        @Override
        void after(long sequence, boolean last, JsonWriter json) {
            json.raw('\n');
        }
    },
    /**
     * Server-sent events. Only a record's last event has the sequence as its id: whoever was cut off within a record starts
     * at that record again, and misses nothing.
     */
    SERVER_SENT {
        @Override
        void before(EventKind kind, JsonWriter json) {
            json.raw("event: ").raw(EventWriter.type(kind)).raw("\ndata: ");
        }

        @Override
        void after(long sequence, boolean last, JsonWriter json) {
            if (last) {
                json.raw("\nid: ").number(sequence);
            }
            json.raw("\n\n");
        }
    };

    abstract void before(EventKind kind, JsonWriter json);

    abstract void after(long sequence, boolean last, JsonWriter json);
}
