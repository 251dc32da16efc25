package io.strowger.bench.net;

/** The values of Redis's protocol: lines, strings with their length, and arrays of them. */
final class RespFraming implements Framing {
    @Override
    public int end(byte[] bytes, int from, int to) {
        int line = LINES.end(bytes, from, to);
        if (line == NOT_WHOLE) {
            return NOT_WHOLE;
        }
        return switch (bytes[from]) {
            case '+', '-', ':' -> line;
            case '$' -> behindString(line, number(bytes, from + 1, line), to);
            case '*' -> behindArray(bytes, line, number(bytes, from + 1, line), to);
            default ->
                throw new IllegalStateException(
                        "a Redis answer begins with + - : $ or *, not with the byte " + bytes[from]);
        };
    }

    private static int behindString(int line, long length, int to) {
        long end = length < 0 ? line : line + length + 2;
        return end > to ? NOT_WHOLE : (int) end;
    }

    private int behindArray(byte[] bytes, int line, long count, int to) {
        int end = line;
        for (long element = 0; element < count && end != NOT_WHOLE; element++) {
            end = end == to ? NOT_WHOLE : end(bytes, end, to);
        }
        return end;
    }

    /** The number on a line that ends in carriage return and line feed. */
    private static long number(byte[] bytes, int from, int lineEnd) {
        boolean negative = bytes[from] == '-';
        long number = 0;
        for (int index = negative ? from + 1 : from; index < lineEnd - 2; index++) {
            number = 10 * number + (bytes[index] - '0');
        }
        return negative ? -number : number;
    }
}
