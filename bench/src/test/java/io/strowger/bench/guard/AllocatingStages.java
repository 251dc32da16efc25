package io.strowger.bench.guard;

/** One stage allocates the smallest array there is for each command. */
final class AllocatingStages extends ForwardingStages {
    private final Step allocating;
    private byte[] escaped = {};

    AllocatingStages(Stages stages, Step allocating) {
        super(stages);
        this.allocating = allocating;
    }

    @Override
    public void analyze(long sequence) {
        super.analyze(sequence);
        allocateIn(Step.ANALYZE);
    }

    @Override
    public void decide(long sequence, boolean endOfBatch) {
        super.decide(sequence, endOfBatch);
        allocateIn(Step.DECIDE);
    }

    @Override
    public void commit(long sequence, boolean endOfBatch) {
        super.commit(sequence, endOfBatch);
        allocateIn(Step.COMMIT);
    }

    /** The last one that was allocated: reachable, so that no compiler may leave it out. */
    byte[] escaped() {
        return escaped;
    }

    private void allocateIn(Step step) {
        if (step == allocating) {
            escaped = new byte[1];
        }
    }
}
