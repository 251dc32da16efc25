package io.strowger.bench.net;

/** How a protocol marks the end of an answer. Stateless: any thread. */
public interface Framing {
    /** What {@link #end} says when the answer has not arrived whole. */
    int NOT_WHOLE = -1;

    /** An answer is a line and ends with its line feed: Strowger's TCP protocol. */
    Framing LINES = new LineFraming();

    /** An answer is a value of Redis's protocol, RESP2 without nested arrays' attributes. */
    Framing RESP = new RespFraming();

    /** An answer is an HTTP/1.1 response that says its length. */
    Framing HTTP = new HttpFraming();

    /**
     * Looks for the end of the answer that begins at {@code from}.
     *
     * @param to behind the last byte that has arrived
     * @return the index behind the answer's last byte, or {@link #NOT_WHOLE}
     * @throws IllegalStateException when no answer of the protocol begins that way
     */
    int end(byte[] bytes, int from, int to);
}
