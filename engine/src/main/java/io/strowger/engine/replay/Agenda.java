package io.strowger.engine.replay;

import java.util.PriorityQueue;

/** What agents will do, in the order of time; at the same instant in the order of the journal. One thread. */
final class Agenda {
    private final PriorityQueue<Planned> planned = new PriorityQueue<>();
    private long count;

    /**
     * Plans something.
     *
     * @param at epoch nanoseconds
     * @param sequence of the record that it comes from; {@link Long#MAX_VALUE} when it comes from none
     */
    void plan(long at, long sequence, Runnable what) {
        planned.add(new Planned(at, sequence, count++, what));
    }

    /** Whether something is planned before a record, or before an instant when the sequence is 0. */
    boolean hasBefore(long at, long sequence) {
        Planned next = planned.peek();
        return next != null && (next.at < at || next.at == at && next.sequence < sequence);
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

    private record Planned(long at, long sequence, long number, Runnable what) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            int byTime = Long.compare(at, other.at);
            int bySequence = Long.compare(sequence, other.sequence);
            return byTime != 0 ? byTime : bySequence != 0 ? bySequence : Long.compare(number, other.number);
        }
    }
}
