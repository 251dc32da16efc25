package io.strowger.models.training;

/** Told how far a training is; called on the training's thread, a few times a second at most. */
@FunctionalInterface
public interface TrainingProgress {
    /** Tells nobody. */
    TrainingProgress SILENT = (phase, done, total) -> {};

    /**
     * A step is done.
     *
     * @param phase what is going on, for people
     * @param done steps of this phase that are done
     * @param total steps of this phase
     */
    void report(String phase, int done, int total);
}
