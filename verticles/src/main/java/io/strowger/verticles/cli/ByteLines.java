package io.strowger.verticles.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines of bytes, without their ends, whatever they are (LF or CR LF). One thread. */
final class ByteLines {
    private static final int END = -1;

    private final InputStream in;
    private byte[] buffer = new byte[64 << 10];
    private int from;
    private int to;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** The next line, or null at the end. Waits for one. */
    byte @Nullable [] next() throws IOException {
        int searched = from;
        while (true) {
            for (; searched < to; searched++) {
                if (buffer[searched] == '\n') {
                    return take(searched, searched + 1);
                }
            }
            int before = from;
            if (!fill()) {
                return from == to ? null : take(to, to);
            }
            searched -= before - from;
        }
    }

    /** Whether {@link #next} has something to work on without waiting. */
    boolean hasMore() throws IOException {
        return from < to || in.available() > 0;
    }

    private byte[] take(int end, int next) {
        int last = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        byte[] line = Arrays.copyOfRange(buffer, from, last);
        from = next;
        return line;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read == END) {
            return false;
        }
        to += read;
        return true;
    }
}
