package io.strowger.engine.record;

import io.strowger.engine.command.AnalysisBlock;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.InvariantViolation;
import io.strowger.engine.internal.LittleEndian;
import io.strowger.models.Analysis;

/**
 * Builds one record: {@link #begin} with the command, then the analysis if there is one, the events, and {@link #end}. A
 * record without events is none: {@link #hasEvents()} tells. Reused by the deciding thread; allocates only when a record
 * outgrows the buffer.
 */
public final class RecordWriter {
    private static final int MAX_EVENTS = 0xffff; // the layout has 16 bits for their number

    private ByteWriter out = new ByteWriter(0, 0);
    private long sequence;
    private long now;
    private int organization;
    private int commandLength;
    private int analysisLength;
    private int eventsStart;
    private int eventCount;
    private CommandKind kind = CommandKind.NONE;

    /** Starts a record with a copy of the command's bytes. */
    public void begin(ByteWriter out, long sequence, long now, CommandKind kind, int organization, Bytes command) {
        this.out = out;
        this.sequence = sequence;
        this.now = now;
        this.kind = kind;
        this.organization = organization;
        this.commandLength = command.length();
        this.analysisLength = 0;
        this.eventCount = 0;
        out.clear();
        out.position(RecordLayout.HEADER_BYTES);
        out.writeRaw(command.array(), command.offset(), command.length());
        eventsStart = out.position();
    }

    /** Adds the analysis; before the first event. Its labels are stable numbers. */
    public void analysis(long modelVersion, Analysis analysis) {
        AnalysisBlock.write(modelVersion, analysis, out);
        analysisLength = out.position() - eventsStart;
        eventsStart = out.position();
    }

    /** Adds an event of an organization. */
    public void emit(int eventOrganization, DomainEvent event) {
        if (eventCount == MAX_EVENTS) {
            throw new InvariantViolation("a record has more than " + MAX_EVENTS + " events");
        }
        out.writeByte(event.kind().code());
        out.writeByte(0);
        out.writeShort(eventOrganization);
        int lengthAt = out.position();
        out.writeInt(0);
        event.write(out);
        out.putInt(lengthAt, out.position() - lengthAt - Integer.BYTES);
        eventCount++;
    }

    public boolean hasEvents() {
        return eventCount > 0;
    }

    public int eventCount() {
        return eventCount;
    }

    /** The sequence that the record gets if it has events. */
    public long sequence() {
        return sequence;
    }

    /** The time of the command, epoch nanoseconds. */
    public long now() {
        return now;
    }

    public int organization() {
        return organization;
    }

    /** Fills the header, but for the checksum: the journal adds it. Returns the record's length in bytes. */
    public int end() {
        byte[] array = out.array();
        LittleEndian.putInt(array, RecordLayout.LENGTH, out.position());
        LittleEndian.putInt(array, RecordLayout.CHECKSUM, 0);
        array[RecordLayout.VERSION_AT] = RecordLayout.VERSION;
        array[RecordLayout.COMMAND_KIND] = (byte) kind.code();
        LittleEndian.putShort(array, RecordLayout.FLAGS, (short) 0);
        LittleEndian.putInt(array, RecordLayout.ORGANIZATION, organization);
        LittleEndian.putLong(array, RecordLayout.SEQUENCE, sequence);
        LittleEndian.putLong(array, RecordLayout.TIME, now);
        LittleEndian.putInt(array, RecordLayout.KEY_ID, 0);
        LittleEndian.putInt(array, RecordLayout.COMMAND_LENGTH, commandLength);
        LittleEndian.putShort(array, RecordLayout.ANALYSIS_LENGTH, (short) analysisLength);
        LittleEndian.putShort(array, RecordLayout.EVENT_COUNT, (short) eventCount);
        LittleEndian.putInt(array, RecordLayout.EVENTS_LENGTH, out.position() - eventsStart);
        return out.position();
    }
}
