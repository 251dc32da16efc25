package io.strowger.engine.simulation;

import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.record.RecordView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Runs a scenario, once or several times with other random numbers. The same scenario, seed and number of replications give
 * the same result on every machine.
 */
public final class Simulation {
    /** Into how many slots the counted time is cut. */
    static final int SLOTS = 96;

    /** Into how many batches a single run is cut, for its intervals. */
    static final int BATCHES = 32;

    /** Told how far a simulation is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A part is done.
         *
         * @param replication the number of the run, from 1
         * @param share of its time that is over, from 0 to 1 and somewhat more while the last customers are served
         */
        void report(int replication, double share);
    }

    private Simulation() {}

    /**
     * Runs it.
     *
     * @param replications from 1 on. The intervals of several runs come from their differences, those of a single one from
     *     its batches; where rates or staff change over the time, a single one has none
     * @throws IllegalArgumentException when the scenario does not fit its organization, or the router refuses that one
     */
    public static SimulationResult run(Scenario scenario, long seed, int replications, Progress progress) {
        return run(scenario, seed, replications, progress, replication -> record -> {});
    }

    /**
     * Runs it, and shows each run's records to somebody.
     *
     * @param observers gives who is told of the records of a run, which are numbered from 0; a record is valid during the call
     * @throws IllegalArgumentException as above
     */
    public static SimulationResult run(
            Scenario scenario,
            long seed,
            int replications,
            Progress progress,
            IntFunction<Consumer<RecordView>> observers) {
        if (replications < 1) {
            throw new IllegalArgumentException("replications is " + replications + ", it must be 1 or more");
        }
        int levels = scenario.serviceLevelNanos().size();
        List<GroupResult> queues = scenario.organization().queues().stream()
                .map(QueueConfiguration::id)
                .map(id -> new GroupResult(id, SLOTS, levels))
                .toList();
        List<GroupResult> streams = scenario.streams().stream()
                .map(stream -> new GroupResult(stream.name(), SLOTS, levels))
                .toList();
        GroupResult total = new GroupResult("total", SLOTS, levels);
        List<AgentResult> agents = new ArrayList<>();
        long commands = 0;
        int batches = replications == 1 && scenario.isStationary() ? BATCHES : 1;
        for (int replication = 0; replication < replications; replication++) {
            int number = replication + 1;
            Replication next = new Replication(scenario, seed, replication, SLOTS, null);
            next.observe(observers.apply(replication));
            Run run = next.run(share -> progress.report(number, share));
            add(queues, run.queues, batches);
            add(streams, run.streams, batches);
            total.add(run.total.slots(), run.total.waitMicros(), batches);
            addAgents(agents, run.agents);
            commands += run.commands;
        }
        return new SimulationResult(scenario, seed, replications, queues, streams, total, agents, commands);
    }

    /**
     * Runs it once and writes the journal that a server would have written, had all this happened.
     *
     * @param journal open, without records; everything is durable when this returns
     */
    public static void write(Scenario scenario, long seed, Journal journal) {
        new Replication(scenario, seed, 0, SLOTS, journal).run(share -> journal.commit());
        journal.commit();
    }

    private static void add(List<GroupResult> results, List<Run.Group> groups, int batches) {
        for (int index = 0; index < groups.size(); index++) {
            results.get(index).add(groups.get(index).slots(), groups.get(index).waitMicros(), batches);
        }
    }

    private static void addAgents(List<AgentResult> agents, List<AgentResult> ofRun) {
        for (int index = 0; index < ofRun.size(); index++) {
            if (index < agents.size()) {
                agents.set(index, agents.get(index).plus(ofRun.get(index)));
            } else {
                agents.add(ofRun.get(index));
            }
        }
    }
}
