package io.strowger.bench.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests that are their numbers, and what was asked for. */
final class NumberedLines implements Requests {
    final List<Long> written = new ArrayList<>();

    @Override
    public int maxBytes() {
        return 24;
    }

    @Override
    public void write(long number, int connection, ByteBuffer into) {
        written.add(number);
        into.put((number + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
