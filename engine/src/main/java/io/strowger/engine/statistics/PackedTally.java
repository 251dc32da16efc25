package io.strowger.engine.statistics;

import java.util.Arrays;

/**
 * A tally as few bytes, since there are many and hardly anything is in most of them: which counts are not 0, those, the waits'
 * sum and maximum, then the buckets of waits, each by its distance from the one before. All numbers in as many groups of seven
 * bits as they need. Immutable.
 */
final class PackedTally {
    /** A tally without anything in it. */
    static final PackedTally NOTHING = of(new Tally());

    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;
    private static final int MAX_NUMBER_BYTES = (Long.SIZE + GROUP - 1) / GROUP;
    private static final int BUCKET_BYTES = 2;

    private final byte[] bytes;

    private PackedTally(byte[] bytes) {
        this.bytes = bytes;
    }

    static PackedTally of(Tally tally) {
        Waits waits = tally.histogram();
        byte[] room = new byte[(Count.COUNT + 4) * MAX_NUMBER_BYTES + waits.size() * (BUCKET_BYTES + MAX_NUMBER_BYTES)];
        long present = 0;
        for (int position = 0; position < Count.COUNT; position++) {
            present |= tally.of(position) == 0 ? 0 : 1L << position;
        }
        int end = put(present, room, 0);
        for (int position = 0; position < Count.COUNT; position++) {
            if (tally.of(position) != 0) {
                end = put(tally.of(position), room, end);
            }
        }
        end = put(tally.sumOfWaitNanos(), room, end);
        end = put(tally.longestWaitNanos(), room, end);
        int before = 0;
        for (int position = 0; position < waits.size(); position++) {
            end = put(waits.bucket(position) - before, room, end);
            end = put(waits.count(position), room, end);
            before = waits.bucket(position);
        }
        return new PackedTally(Arrays.copyOf(room, end));
    }

    private static int put(long number, byte[] room, int at) {
        int end = at;
        long rest = number;
        while (rest >= MORE) {
            room[end++] = (byte) (rest | MORE);
            rest >>>= GROUP;
        }
        room[end++] = (byte) rest;
        return end;
    }

    /** How much memory it takes, headers aside. */
    int size() {
        return bytes.length;
    }

    /** Adds the counts, not the waits. */
    void addCountsTo(Tally tally) {
        Reader in = new Reader(bytes);
        long present = in.next();
        while (present != 0) {
            tally.add(Long.numberOfTrailingZeros(present), in.next());
            present &= present - 1;
        }
    }

    void addTo(TallySum sum) {
        Reader in = new Reader(bytes);
        long present = in.next();
        while (present != 0) {
            sum.add(Long.numberOfTrailingZeros(present), in.next());
            present &= present - 1;
        }
        sum.addWaitTimes(in.next(), in.next());
        int bucket = 0;
        while (in.hasNext()) {
            bucket += (int) in.next();
            sum.addWaits(bucket, in.next());
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        private Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        private boolean hasNext() {
            return at < bytes.length;
        }

        private long next() {
            long number = 0;
            int shift = 0;
            byte group;
            do {
                group = bytes[at++];
                number |= (long) (group & (MORE - 1)) << shift;
                shift += GROUP;
            } while (group < 0);
            return number;
        }
    }
}
