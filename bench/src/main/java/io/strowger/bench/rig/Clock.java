package io.strowger.bench.rig;

import java.util.concurrent.locks.LockSupport;

/** Time as the rig sees it; tests give it another. */
public interface Clock {
    /** The machine's. */
    Clock SYSTEM = new Clock() {
        private static final boolean FEW_PROCESSORS = Runtime.getRuntime().availableProcessors() <= 4;

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) {
            LockSupport.parkNanos(nanos);
        }

        @Override
        @SuppressWarnings("ThreadPriorityCheck") // yielding is what is wanted
        public void spin() {
            if (FEW_PROCESSORS) {
                Thread.yield(); // whoever works for the generator's messages shares its processor
            } else {
                Thread.onSpinWait();
            }
        }
    };

    /** Now, on the scale of {@link System#nanoTime()}. */
    long nanos();

    /** Gives the processor away for about that long. */
    void sleep(long nanos);

    /** One turn of a waiting loop. */
    void spin();
}
