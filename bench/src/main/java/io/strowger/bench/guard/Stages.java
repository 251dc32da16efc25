package io.strowger.bench.guard;

import io.strowger.engine.command.Command;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.pipeline.SteppedPipeline;
import io.strowger.engine.record.RecordView;

/** The stages that are measured, as in {@link SteppedPipeline}: tests put something slower in its place. One thread. */
interface Stages {
    /** The stages of a pipeline. */
    static Stages of(SteppedPipeline pipeline) {
        return new Stages() {
            @Override
            public long publish(int organization, Command command, Responder responder, long token) {
                return pipeline.publish(organization, command, responder, token);
            }

            @Override
            public void analyze(long sequence) {
                pipeline.analyze(sequence);
            }

            @Override
            public void decide(long sequence, boolean endOfBatch) {
                pipeline.decide(sequence, endOfBatch);
            }

            @Override
            public void commit(long sequence, boolean endOfBatch) {
                pipeline.commit(sequence, endOfBatch);
            }

            @Override
            public void complete(long sequence, boolean endOfBatch) {
                pipeline.complete(sequence, endOfBatch);
            }

            @Override
            public boolean record(long sequence, RecordView into) {
                return pipeline.record(sequence, into);
            }
        };
    }

    long publish(int organization, Command command, Responder responder, long token);

    void analyze(long sequence);

    void decide(long sequence, boolean endOfBatch);

    void commit(long sequence, boolean endOfBatch);

    void complete(long sequence, boolean endOfBatch);

    boolean record(long sequence, RecordView into);
}
