package io.strowger.bench.net;

import java.nio.ByteBuffer;

/** What is sent. Called by a run's two threads, never by both at once. */
public interface Requests {
    /** What one request takes at most. */
    int maxBytes();

    /**
     * Writes a request; at least {@link #maxBytes} have room. Allocates nothing.
     *
     * @param number of the request in its run, from 0
     * @param connection number of the connection that it goes to, from 0
     */
    void write(long number, int connection, ByteBuffer into);
}
