package io.strowger.engine.record;

/**
 * Where things stand in a record, all numbers little-endian:
 *
 * <pre>
 *  0 length of the whole record      16 sequence           40 analysis length (16 bits)
 *  4 CRC-32C of the bytes from 8 on  24 time, epoch nanos  42 event count (16 bits)
 *  8 version                         32 key id, 0: plain   44 events length
 *  9 command kind                    36 command length     48 command, analysis, events
 * 10 flags (16 bits)
 * 12 organization, -1: the engine
 * </pre>
 *
 * An event is framed by its kind (8 bits), a reserved byte, its organization (16 bits) and its length (32 bits).
 */
public final class RecordLayout {
    /** The version of this layout. */
    public static final int VERSION = 1;

    public static final int LENGTH = 0;
    public static final int CHECKSUM = 4;
    public static final int CHECKED_FROM = 8;
    public static final int VERSION_AT = 8;
    public static final int COMMAND_KIND = 9;
    public static final int FLAGS = 10;
    public static final int ORGANIZATION = 12;
    public static final int SEQUENCE = 16;
    public static final int TIME = 24;
    public static final int KEY_ID = 32;
    public static final int COMMAND_LENGTH = 36;
    public static final int ANALYSIS_LENGTH = 40;
    public static final int EVENT_COUNT = 42;
    public static final int EVENTS_LENGTH = 44;
    public static final int HEADER_BYTES = 48;

    /** Bytes of an event's frame before its content. */
    public static final int EVENT_HEADER_BYTES = 8;

    /** The largest record there is. */
    public static final int MAX_RECORD_BYTES = 16 << 20;

    /** The organization of commands that belong to the engine as a whole: the clock, the restart. */
    public static final int ENGINE = -1;

    private RecordLayout() {}
}
