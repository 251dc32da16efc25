package io.strowger.bench.guard;

import io.strowger.engine.command.Command;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.pipeline.SteppedPipeline;

/**
 * One stage does everything twice: once more in a second pipeline that gets the same commands. That one's other stages run
 * where nobody looks, the earlier ones when publishing, the later ones when completing.
 */
final class DoubledStages extends ForwardingStages {
    private final SteppedPipeline second;
    private final Step doubled;

    DoubledStages(Stages stages, SteppedPipeline second, Step doubled) {
        super(stages);
        this.second = second;
        this.doubled = doubled;
    }

    @Override
    public long publish(int organization, Command command, Responder responder, long token) {
        long sequence = second.publish(organization, command, Responder.NONE, token);
        if (doubled != Step.ANALYZE) {
            second.analyze(sequence);
        }
        if (doubled == Step.COMMIT) {
            second.decide(sequence, false);
        }
        return super.publish(organization, command, responder, token);
    }

    @Override
    public void analyze(long sequence) {
        super.analyze(sequence);
        if (doubled == Step.ANALYZE) {
            second.analyze(sequence);
        }
    }

    @Override
    public void decide(long sequence, boolean endOfBatch) {
        super.decide(sequence, endOfBatch);
        if (doubled == Step.DECIDE) {
            second.decide(sequence, endOfBatch);
        }
    }

    @Override
    public void commit(long sequence, boolean endOfBatch) {
        super.commit(sequence, endOfBatch);
        if (doubled == Step.COMMIT) {
            second.commit(sequence, endOfBatch);
        }
    }

    @Override
    public void complete(long sequence, boolean endOfBatch) {
        if (doubled == Step.ANALYZE) {
            second.decide(sequence, endOfBatch);
        }
        if (doubled != Step.COMMIT) {
            second.commit(sequence, endOfBatch);
        }
        second.complete(sequence, endOfBatch);
        super.complete(sequence, endOfBatch);
    }
}
