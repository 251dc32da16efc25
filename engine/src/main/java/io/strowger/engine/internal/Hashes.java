package io.strowger.engine.internal;

/** Hash functions whose results are part of formats: equal on every machine and JDK, never changed. */
public final class Hashes {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hashes() {}

    /** FNV-1a over eight bytes at a time, finished with {@link #mix(long)}. */
    public static long ofBytes(byte[] array, int offset, int length) {
        long hash = FNV_BASIS ^ length;
        int index = offset;
        int end = offset + length;
        for (; index + Long.BYTES <= end; index += Long.BYTES) {
            hash = mix((hash ^ LittleEndian.longAt(array, index)) * FNV_PRIME);
        }
        for (; index < end; index++) {
            hash = (hash ^ (array[index] & 0xff)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** Spreads every input bit over the whole word (the finaliser of Stafford's variant 13 of MurmurHash3). */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Folds a further value into a hash; the order of the values counts. */
    public static long combine(long hash, long value) {
        return mix(hash * 31 + value);
    }
}
