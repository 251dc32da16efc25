package io.strowger.bench.net;

import java.nio.charset.StandardCharsets;

/** HTTP/1.1 responses with a Content-Length. */
final class HttpFraming implements Framing {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    @Override
    public int end(byte[] bytes, int from, int to) {
        int length = -1;
        int line = from;
        while (true) {
            int next = LINES.end(bytes, line, to);
            if (next == NOT_WHOLE) {
                return NOT_WHOLE;
            }
            if (next - line <= 2) {
                return behindBody(next, length, to);
            }
            if (isLength(bytes, line, next)) {
                length = number(bytes, line + LENGTH.length, next);
            }
            line = next;
        }
    }

    private static int behindBody(int body, int length, int to) {
        if (length < 0) {
            throw new IllegalStateException("an HTTP response does not say its length");
        }
        return to - body < length ? NOT_WHOLE : body + length;
    }

    private static boolean isLength(byte[] bytes, int line, int next) {
        if (next - line <= LENGTH.length) {
            return false;
        }
        for (int index = 0; index < LENGTH.length; index++) {
            if ((bytes[line + index] | 0x20) != (LENGTH[index] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int from, int lineEnd) {
        int number = 0;
        for (int index = from; index < lineEnd; index++) {
            if (bytes[index] >= '0' && bytes[index] <= '9') {
                number = 10 * number + (bytes[index] - '0');
            }
        }
        return number;
    }

    /** The index of a whole response's body. */
    static int body(byte[] bytes, int from, int to) {
        int line = from;
        while (line < to) {
            int next = LINES.end(bytes, line, to);
            if (next == NOT_WHOLE) {
                return to;
            }
            if (next - line <= 2) {
                return next;
            }
            line = next;
        }
        return to;
    }
}
