package io.strowger.bench.guard;

import java.util.EnumSet;
import java.util.Set;

/** Some stages, or all, take a microsecond of counted time for each command. */
final class TimedStages extends ForwardingStages {
    private static final long NANOS = 1_000;

    private final CountedTime time;
    private final Set<Step> slow;

    TimedStages(Stages stages, CountedTime time) {
        super(stages);
        this.time = time;
        this.slow = EnumSet.allOf(Step.class);
    }

    TimedStages(Stages stages, CountedTime time, Step slow) {
        super(stages);
        this.time = time;
        this.slow = EnumSet.of(slow);
    }

    @Override
    public void analyze(long sequence) {
        super.analyze(sequence);
        passIn(Step.ANALYZE);
    }

    @Override
    public void decide(long sequence, boolean endOfBatch) {
        super.decide(sequence, endOfBatch);
        passIn(Step.DECIDE);
    }

    @Override
    public void commit(long sequence, boolean endOfBatch) {
        super.commit(sequence, endOfBatch);
        passIn(Step.COMMIT);
    }

    private void passIn(Step step) {
        if (slow.contains(step)) {
            time.pass(NANOS);
        }
    }
}
