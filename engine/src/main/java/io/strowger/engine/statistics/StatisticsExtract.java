package io.strowger.engine.statistics;

import java.util.ArrayList;
import java.util.List;

/** An organization's figures as of one record, of which what happened is not added up yet. Immutable, for any thread. */
public final class StatisticsExtract {
    private final StatisticsSnapshot present;
    private final List<RowCopy> queues;
    private final List<RowCopy> agents;
    private final List<RowCopy> channels;

    /**
     * An extract.
     *
     * @param present everything of now, with empty tallies
     * @param queues what happened, in the order of the queues there
     * @param agents the same of the agents
     * @param channels the same of the channels
     */
    public StatisticsExtract(
            StatisticsSnapshot present, List<RowCopy> queues, List<RowCopy> agents, List<RowCopy> channels) {
        this.present = present;
        this.queues = List.copyOf(queues);
        this.agents = List.copyOf(agents);
        this.channels = List.copyOf(channels);
    }

    /** Adds up. Takes time in proportion to queues, agents and channels times quarters of an hour. */
    public StatisticsSnapshot addUp() {
        TallySum sum = new TallySum();
        List<Tally> byAgent = new ArrayList<>();
        agents.forEach(row -> byAgent.add(row.addUp(sum)));
        Fairness fairness = new Fairness(byAgent);
        List<QueueStatistics> toldQueues = new ArrayList<>();
        for (int position = 0; position < queues.size(); position++) {
            toldQueues.add(
                    present.queues().get(position).with(queues.get(position).addUp(sum)));
        }
        List<AgentStatistics> toldAgents = new ArrayList<>();
        for (int position = 0; position < agents.size(); position++) {
            Tally tally = byAgent.get(position);
            toldAgents.add(present.agents().get(position).with(tally, fairness.of(tally)));
        }
        List<ChannelStatistics> toldChannels = new ArrayList<>();
        for (int position = 0; position < channels.size(); position++) {
            toldChannels.add(
                    present.channels().get(position).with(channels.get(position).addUp(sum)));
        }
        return new StatisticsSnapshot(
                present.sequence(),
                present.time(),
                present.quarters(),
                present.stays(),
                fairness.gini(),
                toldQueues,
                toldAgents,
                toldChannels);
    }
}
