package io.strowger.bench.guard;

import io.strowger.engine.command.Command;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.record.RecordView;

/** Stages as they are, to be made worse. */
class ForwardingStages implements Stages {
    private final Stages stages;

    ForwardingStages(Stages stages) {
        this.stages = stages;
    }

    @Override
    public long publish(int organization, Command command, Responder responder, long token) {
        return stages.publish(organization, command, responder, token);
    }

    @Override
    public void analyze(long sequence) {
        stages.analyze(sequence);
    }

    @Override
    public void decide(long sequence, boolean endOfBatch) {
        stages.decide(sequence, endOfBatch);
    }

    @Override
    public void commit(long sequence, boolean endOfBatch) {
        stages.commit(sequence, endOfBatch);
    }

    @Override
    public void complete(long sequence, boolean endOfBatch) {
        stages.complete(sequence, endOfBatch);
    }

    @Override
    public boolean record(long sequence, RecordView into) {
        return stages.record(sequence, into);
    }
}
