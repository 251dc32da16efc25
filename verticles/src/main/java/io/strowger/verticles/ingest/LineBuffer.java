package io.strowger.verticles.ingest;

import io.vertx.core.buffer.Buffer;

/**
 * Cuts what arrives into lines. A line longer than the limit is told as soon as it is, with its beginning, and the rest of it
 * is skipped. Lines end in a line feed, with or without a carriage return before it.
 */
final class LineBuffer {
    /** What {@link #next} found. */
    enum Found {
        /** No whole line yet. */
        NOTHING,
        /** A line; see {@link #lineStart} and {@link #lineLength}. */
        LINE,
        /** The beginning of a line that is too long. */
        TOO_LONG
    }

    private static final int SMALLEST_BYTES = 8 << 10;
    private static final int KEPT_BYTES = 64 << 10;

    private final int limitBytes;
    private byte[] array = new byte[SMALLEST_BYTES];
    private int start;
    private int scanned;
    private int end;
    private int lineStart;
    private int lineLength;
    private boolean skipping;

    LineBuffer(int limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Takes further bytes. Lines that were found before are gone. */
    void append(Buffer bytes) {
        makeRoom(bytes.length());
        bytes.getBytes(array, end);
        end += bytes.length();
    }

    /** Looks for the next line. What it found is valid until the next call of this or of {@link #append}. */
    Found next() {
        while (scanned < end) {
            if (array[scanned++] == '\n') {
                if (skipping) {
                    skipping = false;
                    start = scanned;
                } else {
                    cut(scanned - 1);
                    start = scanned;
                    return lineLength > limitBytes ? Found.TOO_LONG : Found.LINE;
                }
            }
        }
        if (skipping) {
            start = end;
        } else if (end - start > limitBytes + 1) {
            cut(end);
            start = end;
            skipping = true;
            return Found.TOO_LONG;
        }
        return Found.NOTHING;
    }

    /** Takes what is left as the last line: the sender has ended without a line feed. */
    Found last() {
        if (start == end || skipping) {
            return Found.NOTHING;
        }
        cut(end);
        start = end;
        scanned = end;
        return Found.LINE;
    }

    byte[] array() {
        return array;
    }

    int lineStart() {
        return lineStart;
    }

    /** Without the line's end. */
    int lineLength() {
        return lineLength;
    }

    private void cut(int lineEnd) {
        lineStart = start;
        int length = lineEnd - start;
        lineLength = length > 0 && array[lineEnd - 1] == '\r' ? length - 1 : length;
    }

    private void makeRoom(int bytes) {
        int held = end - start;
        if (held == 0 && array.length > KEPT_BYTES && bytes <= KEPT_BYTES) {
            array = new byte[Math.max(SMALLEST_BYTES, bytes)];
            moved(0);
        } else if (end + bytes > array.length) {
            byte[] into = held + bytes > array.length ? new byte[Math.max(held + bytes, 2 * array.length)] : array;
            System.arraycopy(array, start, into, 0, held);
            array = into;
            moved(held);
        }
    }

    private void moved(int held) {
        scanned -= start;
        start = 0;
        end = held;
    }
}
