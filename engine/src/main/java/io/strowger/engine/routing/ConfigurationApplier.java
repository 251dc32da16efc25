package io.strowger.engine.routing;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.DelayLevels;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.LabelsNamed;
import io.strowger.engine.internal.ByteReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Puts a configuration in force. What it takes from agents and queues is not taken here, but by review and drain timers
 * that are due at once: so no record grows with the number of agents or conversations. Cold.
 */
final class ConfigurationApplier {
    private final RouterState state;
    private final WaitingLines lines;
    private final Indexer indexer;
    private final Fairness fairness;
    private final CalendarApplier calendars;
    private final Reviews reviews;
    private final WorkflowApplier workflows;
    private final SlaApplier promises;

    ConfigurationApplier(
            RouterState state,
            WaitingLines lines,
            Indexer indexer,
            Fairness fairness,
            CalendarApplier calendars,
            Reviews reviews,
            WorkflowApplier workflows,
            SlaApplier promises) {
        this.state = state;
        this.lines = lines;
        this.indexer = indexer;
        this.fairness = fairness;
        this.calendars = calendars;
        this.reviews = reviews;
        this.workflows = workflows;
        this.promises = promises;
    }

    void labelsNamed(LabelsNamed event) {
        List<String> labels = Arrays.asList(event.labels.toText().split("\n"));
        state.directory = state.directory.with(state.directory.labels().with(labels));
    }

    void configurationChanged(ConfigurationChanged event, long now) {
        OrganizationConfiguration configuration = ConfigurationCodec.read(new ByteReader().wrap(event.configuration));
        OrganizationState organization = state.find(event.organization);
        if (organization == null) {
            organization = new OrganizationState(Names.first(event.organization, configuration));
            state.add(organization);
        } else {
            organization.names = organization.names.next(event.version, configuration);
        }
        Names names = organization.names;
        state.directory = state.directory.with(names);
        organization.limits = configuration.limits();
        organization.configurationHash = event.configuration.contentHash();
        organization.rules = null;
        organization.channelIndex = organization.channelIndex.over(names.channels());
        organization.queueIndex = organization.queueIndex.over(names.queues());
        organization.agentIndex = organization.agentIndex.over(names.agents());
        channels(organization, configuration.channels());
        queues(organization, configuration.queues());
        agents(organization, configuration.agents());
        organization.queueNumbers = numbers(configuration.queues(), QueueConfiguration::id, names.queues());
        organization.ruleNumbers = numbers(configuration.rules(), RuleConfiguration::id, names.rules());
        organization.fallbackQueue = names.queues().number(configuration.fallbackQueue());
        fairness.configured(organization, now);
        delays(organization, now);
        indexer.rebuild(organization);
        armReviews(organization, now);
        workflows.configured(organization, now);
        for (QueueState queue : organization.queues) {
            state.wheel.cancel(queue.drainTimer);
            queue.drainTimer = TimingWheel.NO_TIMER;
            if (queue.removed) {
                lines.armDrain(organization, queue, now);
            }
        }
        calendars.configured(organization, now);
        promises.configured(organization, now);
    }

    private static <T> int[] numbers(List<T> configured, Function<T, String> id, NameTable names) {
        int[] numbers = new int[configured.size()];
        for (int position = 0; position < numbers.length; position++) {
            numbers[position] = names.number(id.apply(configured.get(position)));
        }
        return numbers;
    }

    private static void channels(OrganizationState organization, List<ChannelConfiguration> configured) {
        ChannelState[] channels = Arrays.copyOf(
                organization.channels, organization.names.channels().size());
        List<CapacityClass> classes = new ArrayList<>();
        for (ChannelState channel : channels) {
            if (channel != null) {
                channel.removed = true;
            }
        }
        for (ChannelConfiguration configuration : configured) {
            int number = organization.names.channels().number(configuration.id());
            channels[number] = new ChannelState(configuration, classOf(configuration, classes));
        }
        for (ChannelState channel : channels) {
            if (channel.removed) {
                channel.capacity = classOf(channel.configuration, classes);
            }
        }
        organization.channels = channels;
        organization.capacityClasses = classes.toArray(CapacityClass[]::new);
    }

    private static CapacityClass classOf(ChannelConfiguration channel, List<CapacityClass> classes) {
        for (CapacityClass known : classes) {
            if (known.kind == channel.kind()
                    && known.cost == channel.cost()
                    && known.maxPerAgent == channel.maxPerAgent()
                    && known.interrupts.equals(channel.interrupts())) {
                return known;
            }
        }
        CapacityClass added = new CapacityClass(
                classes.size(), channel.kind(), channel.cost(), channel.maxPerAgent(), channel.interrupts());
        classes.add(added);
        return added;
    }

    private void queues(OrganizationState organization, List<QueueConfiguration> configured) {
        QueueState[] queues =
                Arrays.copyOf(organization.queues, organization.names.queues().size());
        for (QueueState queue : organization.queues) {
            queue.removed = true;
            queue.keepsDueInstants = countsDueInstants(queue.configuration);
        }
        for (QueueConfiguration configuration : configured) {
            int number = organization.names.queues().number(configuration.id());
            if (queues[number] == null) {
                queues[number] = new QueueState(number, configuration);
            }
            queues[number].keepsDueInstants =
                    countsDueInstants(configuration) && queues[number].configuration.order() == OrderPolicy.EDF;
            queues[number].configuration = configuration;
            queues[number].removed = false;
            String overflow = configuration.bound().overflowQueue();
            queues[number].overflow = overflow == null
                    ? DomainEvent.NOBODY
                    : organization.names.queues().number(overflow);
        }
        for (QueueState queue : queues) {
            if (queue.removed || !queue.isBatched()) {
                queue.batch.end(state.wheel);
            }
        }
        organization.queues = queues;
    }

    /** Whether due instants in the keys of a queue are counted by a calendar, which is not asked while events are applied. */
    private static boolean countsDueInstants(QueueConfiguration queue) {
        return queue.order() == OrderPolicy.EDF && queue.service().hours().calendar() != null;
    }

    private static void agents(OrganizationState organization, List<AgentConfiguration> configured) {
        AgentState[] agents =
                Arrays.copyOf(organization.agents, organization.names.agents().size());
        for (AgentState agent : organization.agents) {
            agent.removed = true;
        }
        for (AgentConfiguration configuration : configured) {
            int number = organization.names.agents().number(configuration.id());
            if (agents[number] == null) {
                agents[number] = new AgentState(organization, number, configuration);
            }
            agents[number].configuration = configuration;
            agents[number].removed = false;
        }
        organization.agents = agents;
    }

    private void delays(OrganizationState organization, long now) {
        DelayLevels levels = new DelayLevels(organization.names.configuration().agents());
        for (QueueState queue : organization.queues) {
            queue.delays = levels.of(queue.configuration.id());
            ConversationState waiting = queue.line.first();
            while (waiting != null) {
                lines.startDelays(waiting, queue, now);
                waiting = waiting.behind;
            }
        }
    }

    private void armReviews(OrganizationState organization, long now) {
        boolean somebodyWaits = Reviews.somebodyWaits(organization);
        for (AgentState agent : organization.agents) {
            boolean due = agent.offers.size() > 0
                    || agent.removed && agent.status != AgentStatus.OFFLINE
                    || ReturnDecider.leavesWork(organization, agent)
                    || somebodyWaits && agent.receivesOffers();
            reviews.cancel(agent);
            if (due) {
                reviews.arm(agent, now);
            }
        }
    }
}
