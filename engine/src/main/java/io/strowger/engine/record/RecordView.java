package io.strowger.engine.record;

import io.strowger.engine.command.AnalysisBlock;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.LittleEndian;
import io.strowger.models.Analysis;

/**
 * Reads a record in place. {@link #nextEvent()} walks over its events: read each into the event object of its kind with
 * {@link #content()}. Reused, owned by one thread; valid as long as the array below it is unchanged.
 */
public final class RecordView {
    private final ByteReader content = new ByteReader();
    private byte[] array = {};
    private int start;
    private int next;
    private int end;
    private int eventsLeft;
    private EventKind eventKind = EventKind.NONE;
    private int eventOrganization;

    /** Points at a whole record, whose checksum somebody has verified, and before its first event. */
    public RecordView wrap(byte[] array, int offset) {
        this.array = array;
        this.start = offset;
        rewind();
        return this;
    }

    /** Goes back before the first event. */
    public void rewind() {
        end = start + length();
        next = end - LittleEndian.intAt(array, start + RecordLayout.EVENTS_LENGTH);
        eventsLeft = eventCount();
        eventKind = EventKind.NONE;
    }

    /** Bytes of the whole record. */
    public int length() {
        return LittleEndian.intAt(array, start + RecordLayout.LENGTH);
    }

    public long sequence() {
        return LittleEndian.longAt(array, start + RecordLayout.SEQUENCE);
    }

    /** Epoch nanoseconds. */
    public long time() {
        return LittleEndian.longAt(array, start + RecordLayout.TIME);
    }

    public CommandKind commandKind() {
        return CommandKind.ofCode(array[start + RecordLayout.COMMAND_KIND]);
    }

    /** The number of the command's organization, or {@link RecordLayout#ENGINE}. */
    public int organization() {
        return LittleEndian.intAt(array, start + RecordLayout.ORGANIZATION);
    }

    public int eventCount() {
        return LittleEndian.shortAt(array, start + RecordLayout.EVENT_COUNT) & 0xffff;
    }

    /** Points the slice at the command's bytes. */
    public Bytes command(Bytes into) {
        return into.set(
                array,
                start + RecordLayout.HEADER_BYTES,
                LittleEndian.intAt(array, start + RecordLayout.COMMAND_LENGTH));
    }

    public boolean hasAnalysis() {
        return LittleEndian.shortAt(array, start + RecordLayout.ANALYSIS_LENGTH) != 0;
    }

    /** Fills the analysis, whose labels are stable numbers, and returns the model's version; 0 when there is none. */
    public long analysis(Analysis into) {
        if (!hasAnalysis()) {
            into.clear();
            return 0;
        }
        int offset = start + RecordLayout.HEADER_BYTES + LittleEndian.intAt(array, start + RecordLayout.COMMAND_LENGTH);
        content.wrap(array, offset, AnalysisBlock.BYTES);
        return AnalysisBlock.read(content, into);
    }

    /** Goes to the next event; false when there is none. */
    public boolean nextEvent() {
        if (eventsLeft == 0) {
            return false;
        }
        eventsLeft--;
        eventKind = EventKind.ofCode(array[next]);
        eventOrganization = LittleEndian.shortAt(array, next + 2) & 0xffff;
        int length = LittleEndian.intAt(array, next + Integer.BYTES);
        content.wrap(array, next + RecordLayout.EVENT_HEADER_BYTES, length);
        next += RecordLayout.EVENT_HEADER_BYTES + length;
        return true;
    }

    public EventKind eventKind() {
        return eventKind;
    }

    /** The number of the organization that the current event belongs to. */
    public int eventOrganization() {
        return eventOrganization;
    }

    /** The current event's content, to be read by an event object of its kind. */
    public ByteReader content() {
        return content;
    }
}
