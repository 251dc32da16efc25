package io.strowger.engine.journal;

/** A place in the journal as one number that grows: the segment in the upper half, the offset in the lower. */
final class LogPosition {
    private LogPosition() {}

    static long of(long segment, int offset) {
        return segment << Integer.SIZE | offset;
    }

    static long segment(long position) {
        return position >>> Integer.SIZE;
    }

    static int offset(long position) {
        return (int) position;
    }
}
