package io.strowger.engine.routing;

/** What a timer says when it fires. Mutable: the caller of {@link TimingWheel#poll} owns one and has it filled. */
public final class Timer {
    /** What kind of timer; the router's codes. */
    public int kind;

    /** Whom it belongs to; its meaning depends on the kind. */
    public long owner;

    /** The second part of whom it belongs to. */
    public long ownerSub;

    /** When it is due, epoch nanoseconds. */
    public long dueAt;

    /** Its number in the order of arming; decides between timers that are due at the same nanosecond. */
    public long seq;
}
