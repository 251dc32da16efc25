package io.strowger.engine.routing;

/** Whether conversations and agents collect in a queue, and until when. */
final class BatchState {
    /** When they are brought together; 0 while nothing collects. */
    long closesAt;

    long timer;

    /** Nothing collects any more. */
    void end(TimingWheel wheel) {
        wheel.cancel(timer);
        timer = TimingWheel.NO_TIMER;
        closesAt = 0;
    }
}
