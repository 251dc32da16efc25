package io.strowger.engine.simulation;

import java.util.PriorityQueue;

/** What will happen, in the order of time; at the same instant in the order in which it was planned. One thread. */
final class Agenda {
    private final PriorityQueue<Planned> planned = new PriorityQueue<>();
    private long count;

    /** Plans something at an instant, epoch nanoseconds; {@link Long#MAX_VALUE} for never. */
    void plan(long at, Runnable what) {
        if (at != Long.MAX_VALUE) {
            planned.add(new Planned(at, count++, what));
        }
    }

    /** When the next thing happens; {@link Long#MAX_VALUE} when nothing is planned. */
    long nextAt() {
        Planned next = planned.peek();
        return next == null ? Long.MAX_VALUE : next.at;
    }

    /** Takes the next thing out and has it happen. */
    void happen() {
        planned.remove().what.run();
    }

    private record Planned(long at, long number, Runnable what) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
        }
    }
}
