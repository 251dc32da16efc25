package io.strowger.engine.journal;

/**
 * A segment file that is open to be written.
 *
 * @param number from 1 on, without gaps
 * @param file of its full size, zeros where nothing was written yet
 * @param bytes its size
 */
record Segment(long number, JournalFile file, int bytes) {
    /** Where the first batch begins. */
    static final int FIRST_OFFSET = SegmentHeader.BYTES;
}
