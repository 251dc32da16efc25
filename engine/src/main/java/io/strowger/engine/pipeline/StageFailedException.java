package io.strowger.engine.pipeline;

/** A stage failed and its thread ends. */
final class StageFailedException extends RuntimeException {
    StageFailedException(String stage, String where, Throwable cause) {
        super("stage " + stage + " failed at " + where, cause);
    }
}
