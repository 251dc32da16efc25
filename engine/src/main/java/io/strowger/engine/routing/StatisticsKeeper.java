package io.strowger.engine.routing;

import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.explain.WaitEstimate.Method;
import io.strowger.engine.statistics.AgentStatistics;
import io.strowger.engine.statistics.ChannelStatistics;
import io.strowger.engine.statistics.QueueGlance;
import io.strowger.engine.statistics.QueueStatistics;
import io.strowger.engine.statistics.QueueStatistics.EstimateError;
import io.strowger.engine.statistics.RowCopy;
import io.strowger.engine.statistics.StatisticsExtract;
import io.strowger.engine.statistics.StatisticsSnapshot;
import io.strowger.engine.statistics.StatisticsSnapshot.Stays;
import io.strowger.engine.statistics.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Collects statistics beside a copy of the routing state, and tells them. Owned by the thread that reads the journal. */
final class StatisticsKeeper {
    private final RouterState state;
    private final List<OrganizationTallies> organizations = new ArrayList<>();
    private int nextTidied;

    StatisticsKeeper(RouterState state) {
        this.state = state;
    }

    /** Counts an event before it is applied. */
    void before(int organization, DomainEvent event, long now) {
        if (!organizations.isEmpty()) {
            nextTidied = nextTidied < organizations.size() ? nextTidied : 0;
            organizations.get(nextTidied++).tidy(now);
        }
        if (!isAboutAll(event)) {
            tallies(organization).note(event, now);
        }
    }

    /** Looks who does what after an event was applied. */
    void after(int organization, DomainEvent event, long now) {
        if (event.kind() == EventKind.RECOVERED) {
            for (int number = 0; number < state.organizations.length; number++) {
                tallies(number).look(event, now);
            }
        } else if (event.kind() == EventKind.CONFIGURATION_CHANGED) {
            tallies(((ConfigurationChanged) event).organization).look(event, now);
        } else if (!isAboutAll(event)) {
            tallies(organization).look(event, now);
        }
    }

    private static boolean isAboutAll(DomainEvent event) {
        return switch (event.kind()) {
            case LABELS_NAMED, CONFIGURATION_CHANGED, RECOVERED -> true;
            default -> false;
        };
    }

    private OrganizationTallies tallies(int organization) {
        while (organizations.size() <= organization) {
            organizations.add(new OrganizationTallies(state.organization(organizations.size())));
        }
        return organizations.get(organization);
    }

    /** Everything about an organization that the state has, as of the last record. */
    StatisticsExtract extract(OrganizationState organization, int quarters) {
        long now = state.lastTime;
        OrganizationTallies tallies = tallies(organization.number);
        tallies.lookAtAll(now);
        Names names = organization.names;
        LiveCounts live = new LiveCounts(organization);
        List<RowCopy> queueRows = new ArrayList<>();
        List<RowCopy> agentRows = new ArrayList<>();
        List<RowCopy> channelRows = new ArrayList<>();
        List<QueueStatistics> queues = new ArrayList<>();
        for (int number :
                order(names.configuration().queues(), each -> names.queues().number(each.id()), names.queues())) {
            queues.add(queue(organization.queues[number], live.offered[number]));
            queueRows.add(tallies.queue(number).copy(quarters, now));
        }
        List<AgentStatistics> agents = new ArrayList<>();
        for (int number :
                order(names.configuration().agents(), each -> names.agents().number(each.id()), names.agents())) {
            agents.add(agent(organization.agents[number]));
            agentRows.add(tallies.agent(number).row(now).copy(quarters, now));
        }
        List<ChannelStatistics> channels = new ArrayList<>();
        for (int number :
                order(names.configuration().channels(), each -> names.channels().number(each.id()), names.channels())) {
            channels.add(new ChannelStatistics(
                    names.channels().name(number), live.waiting[number], live.inHand[number], new Tally()));
            channelRows.add(tallies.channel(number).copy(quarters, now));
        }
        StatisticsSnapshot present = new StatisticsSnapshot(
                state.lastSequence, now, quarters, stays(organization), 0, queues, agents, channels);
        return new StatisticsExtract(present, queueRows, agentRows, channelRows);
    }

    /** The first configured queues of an organization at a glance, as of the last record. */
    List<QueueGlance> glances(OrganizationState organization, int most) {
        List<QueueGlance> glances = new ArrayList<>();
        OrganizationTallies tallies = tallies(organization.number);
        for (int position = 0; position < Math.min(most, organization.queueNumbers.length); position++) {
            QueueState queue = organization.queues[organization.queueNumbers[position]];
            glances.add(new QueueGlance(
                    organization.names.configuration().id(),
                    queue.configuration.id(),
                    queue.line.size(),
                    queue.estimates.inHand,
                    queue.rows.staffed(),
                    longestWait(queue),
                    queue.estimates.atEnd(state.lastTime),
                    tallies.queue(queue.index).counts()));
        }
        return glances;
    }

    private long longestWait(QueueState queue) {
        ConversationState first = queue.line.first();
        return first == null ? 0 : Math.max(0, state.lastTime - first.quote.enteredAt);
    }

    private static Stays stays(OrganizationState organization) {
        OrganizationStatistics all = organization.statistics;
        return new Stays(
                all.opened,
                all.reopened,
                all.waiting,
                all.assigned,
                all.dormant,
                all.parked,
                all.scheduled,
                all.completed,
                all.cancelled,
                all.abandoned,
                all.expired,
                all.rejected);
    }

    private QueueStatistics queue(QueueState queue, int offered) {
        return new QueueStatistics(
                queue.configuration.id(),
                queue.line.size(),
                offered,
                queue.estimates.inHand,
                queue.rows.staffed(),
                longestWait(queue),
                queue.configuration.matching().targetNanos(),
                new Tally(),
                queue.estimates.handling.mean(),
                queue.estimates.error.mean(),
                queue.estimates.error.count(),
                (double) queue.estimates.kept.mean() / QueueEstimates.MILLION,
                errors(queue.estimates));
    }

    private static Map<Method, EstimateError> errors(QueueEstimates estimates) {
        Map<Method, EstimateError> errors = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            Average error = estimates.record(method).error;
            errors.put(method, new EstimateError(error.count(), error.mean()));
        }
        return errors;
    }

    private static AgentStatistics agent(AgentState agent) {
        return new AgentStatistics(
                agent.configuration.id(),
                agent.status,
                agent.used,
                agent.removed ? 0 : agent.configuration.capacity(),
                new Tally(),
                0);
    }

    /** The numbers of what is configured, in its order, then of what was removed. */
    private static <T> List<Integer> order(List<T> configured, ToIntFunction<T> number, NameTable names) {
        List<Integer> order = new ArrayList<>();
        boolean[] seen = new boolean[names.size()];
        for (T each : configured) {
            order.add(number.applyAsInt(each));
            seen[number.applyAsInt(each)] = true;
        }
        for (int removed = 0; removed < seen.length; removed++) {
            if (!seen[removed]) {
                order.add(removed);
            }
        }
        return order;
    }
}
