package io.strowger.bench.peers;

import io.strowger.bench.net.Requests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Redis's {@code SET} of what would be a line of our TCP protocol, under a key of its own each. One run's. */
final class RedisSets implements Requests {
    private static final byte[] HEAD = ascii("*3\r\n$3\r\nSET\r\n$");
    private static final byte[] END = ascii("\r\n");
    private static final int KEY_DIGITS = 10;
    private static final int LONGEST_NUMBER = 10;

    private final Requests lines;
    private final byte[] keyHead;
    private final ByteBuffer line;

    /**
     * @param lines the payloads, each with a line feed behind it, which is left out
     * @param run in front of a key's number
     */
    RedisSets(Requests lines, String run) {
        this.lines = lines;
        byte[] prefix = ascii(run + "-");
        this.keyHead = ascii((prefix.length + KEY_DIGITS) + "\r\n" + run + "-");
        this.line = ByteBuffer.allocate(lines.maxBytes());
    }

    /** The key of a request. */
    static String key(String run, long number) {
        return run + "-" + "0".repeat(KEY_DIGITS - Long.toString(number).length()) + number;
    }

    @Override
    public int maxBytes() {
        return HEAD.length + keyHead.length + KEY_DIGITS + 3 * END.length + 1 + LONGEST_NUMBER + lines.maxBytes();
    }

    @Override
    public void write(long number, int connection, ByteBuffer into) {
        line.clear();
        lines.write(number, connection, line);
        line.flip();
        line.limit(line.limit() - 1);
        into.put(HEAD).put(keyHead);
        digits(into, KEY_DIGITS, number);
        into.put(END).put((byte) '$');
        digits(into, digitCount(line.remaining()), line.remaining());
        into.put(END).put(line).put(END);
    }

    private static int digitCount(int number) {
        int count = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        return count;
    }

    private static void digits(ByteBuffer into, int count, long number) {
        int at = into.position();
        long rest = number;
        for (int index = at + count - 1; index >= at; index--) {
            into.put(index, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        into.position(at + count);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
