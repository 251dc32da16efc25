package io.strowger.bench.rig;

/**
 * Notes about messages that are on their way, by their token: written by the generator before it publishes, read by the thread
 * that hears the answer. There are more places than a ring has slots, and the ring orders the accesses.
 */
final class InFlight {
    private final int mask;
    private final int[] contacts;
    private final long[] intendedNanos;
    private final long[] sentNanos;

    /**
     * @param ringSize a power of two
     */
    InFlight(int ringSize) {
        int places = 2 * ringSize;
        mask = places - 1;
        contacts = new int[places];
        intendedNanos = new long[places];
        sentNanos = new long[places];
    }

    void put(long token, int contact, long intended, long sent) {
        int at = (int) token & mask;
        contacts[at] = contact;
        intendedNanos[at] = intended;
        sentNanos[at] = sent;
    }

    int contact(long token) {
        return contacts[(int) token & mask];
    }

    long intendedNanos(long token) {
        return intendedNanos[(int) token & mask];
    }

    long sentNanos(long token) {
        return sentNanos[(int) token & mask];
    }
}
