package io.strowger.bench.net;

/** Lines. */
final class LineFraming implements Framing {
    @Override
    public int end(byte[] bytes, int from, int to) {
        for (int index = from; index < to; index++) {
            if (bytes[index] == '\n') {
                return index + 1;
            }
        }
        return NOT_WHOLE;
    }
}
