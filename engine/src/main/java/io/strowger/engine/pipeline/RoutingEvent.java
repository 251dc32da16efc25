package io.strowger.engine.pipeline;

import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Decision;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.models.Analysis;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** One slot of the ring. Written by the producer, then by the stage named on each group; cleared by the last one. */
public final class RoutingEvent {
    /** Room in the slot itself for a command and for a record; larger ones use a pooled or a grown buffer. */
    public static final int INLINE_BYTES = 1024;

    /** Room for the record of the largest command that a slot holds, with its usual events. */
    static final int INLINE_RECORD_BYTES = 2048;

    private static final long NEVER = -1;

    private static final VarHandle ANSWERED;

    static {
        try {
            ANSWERED = MethodHandles.lookup().findVarHandle(RoutingEvent.class, "answered", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // producer
    CommandKind kind = CommandKind.NONE; // set last: NONE means "not filled, skip"
    int organization;
    long publishedNanos;
    Responder responder = Responder.NONE;
    long token;
    boolean ackDecided;
    final ByteWriter command;
    int textLength; // the text is the last part of a message's command

    // analyze; labels are stable numbers
    final Analysis analysis = new Analysis();
    long modelVersion;

    // decide
    final Decision decision = new Decision();
    final ByteWriter record;
    int recordLength; // 0: nothing to commit
    long decidedNanos;

    // whoever answers
    @SuppressWarnings("UnusedVariable") // through ANSWERED
    private long answered = NEVER; // the last ring sequence of this slot that was answered; stays when cleared

    private final byte[] inlineCommand;
    private final byte[] inlineRecord;

    /**
     * @param commandLimitBytes the size that a command may grow to
     * @param recordLimitBytes the size that a record may grow to
     */
    public RoutingEvent(int commandLimitBytes, int recordLimitBytes) {
        command = new ByteWriter(INLINE_BYTES, commandLimitBytes);
        record = new ByteWriter(INLINE_RECORD_BYTES, recordLimitBytes);
        inlineCommand = command.array();
        inlineRecord = record.array();
    }

    /**
     * Claims the right to answer the command that has, or had, this ring sequence: true for one caller only, and for nobody
     * once the slot went on to another command.
     */
    boolean claimAnswer(long sequence) {
        long last = (long) ANSWERED.getVolatile(this);
        return last < sequence && ANSWERED.compareAndSet(this, last, sequence);
    }

    /**
     * Makes it equal to a new one, but for what was answered. Large buffers go back to their pool, grown ones to the garbage
     * collector.
     */
    void clear(BufferPool pool) {
        kind = CommandKind.NONE;
        organization = 0;
        publishedNanos = 0;
        responder = Responder.NONE;
        token = 0;
        ackDecided = false;
        giveBack(command, inlineCommand, pool);
        textLength = 0;
        analysis.clear();
        modelVersion = 0;
        decision.clear();
        giveBack(record, inlineRecord, pool);
        recordLength = 0;
        decidedNanos = 0;
    }

    private static void giveBack(ByteWriter writer, byte[] inline, BufferPool pool) {
        if (writer.array() != inline) {
            pool.give(writer.swap(inline));
        } else {
            writer.clear();
        }
    }
}
