package io.strowger.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What one run counted. Immutable once made. */
final class Run {
    final List<Group> queues;
    final List<Group> streams;
    final Group total;
    final List<AgentResult> agents = new ArrayList<>();
    final long commands;

    /** The counters of a queue, a stream or all, by slot, and its waits. */
    record Group(Tally[] slots, Histogram waitMicros) {
        static Group of(Meter meter) {
            return new Group(meter.finish(), meter.waitMicros());
        }
    }

    Run(Statistics statistics, @Nullable StaffMember[] members, long commands) {
        this.commands = commands;
        queues = Arrays.stream(statistics.queues).map(Group::of).toList();
        streams = Arrays.stream(statistics.streams).map(Group::of).toList();
        total = Group.of(statistics.total);
        for (StaffMember member : members) {
            if (member != null) {
                agents.add(member.result());
            }
        }
    }
}
