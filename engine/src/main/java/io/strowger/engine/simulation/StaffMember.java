package io.strowger.engine.simulation;

import io.strowger.engine.internal.Bytes;

/** An agent at work. Mutable; one thread. */
final class StaffMember {
    final AgentPlan plan;
    final Bytes id;
    final int capacity;
    /** Numbers of the queues, the most important first. */
    final int[] queues;

    final Level busy;
    final Level staffed;
    boolean isOnline;
    boolean isOnShift;
    int assigned;
    long conversations;

    StaffMember(AgentPlan plan, int capacity, int[] queues, Slots counted) {
        this.plan = plan;
        this.id = Bytes.of(plan.agent());
        this.capacity = capacity;
        this.queues = queues;
        Slots whole = new Slots(counted.from(), counted.to(), 1);
        busy = new Level(whole);
        staffed = new Level(whole);
    }

    /** What came of it, after the end of the counted time. */
    AgentResult result() {
        Tally[] sums = {new Tally(0)};
        busy.finish(sums, (tally, seconds) -> tally.busySeconds += seconds);
        staffed.finish(sums, (tally, seconds) -> tally.staffedSeconds += seconds);
        return new AgentResult(plan.agent(), conversations, sums[0].busySeconds, sums[0].staffedSeconds);
    }
}
