package io.strowger.engine.pipeline;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What the deciding thread counts. One writer; any thread reads. */
final class PipelineCounters {
    private static final VarHandle DECIDED = handle("decided");
    private static final VarHandle RECORDED = handle("recorded");
    private static final VarHandle DUPLICATES = handle("duplicates");
    private static final VarHandle LAST_SEQUENCE = handle("lastSequence");

    private long decided;
    private long recorded;
    private long duplicates;

    @SuppressWarnings("UnusedVariable") // through LAST_SEQUENCE
    private long lastSequence;

    void decided(boolean leftRecord, boolean duplicate, long sequence) {
        LAST_SEQUENCE.setRelease(this, sequence);
        DECIDED.setRelease(this, decided + 1);
        if (leftRecord) {
            RECORDED.setRelease(this, recorded + 1);
        }
        if (duplicate) {
            DUPLICATES.setRelease(this, duplicates + 1);
        }
    }

    long decidedAcquire() {
        return (long) DECIDED.getAcquire(this);
    }

    long recordedAcquire() {
        return (long) RECORDED.getAcquire(this);
    }

    long duplicatesAcquire() {
        return (long) DUPLICATES.getAcquire(this);
    }

    long lastSequenceAcquire() {
        return (long) LAST_SEQUENCE.getAcquire(this);
    }

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(PipelineCounters.class, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
