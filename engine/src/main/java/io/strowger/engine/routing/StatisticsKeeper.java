package io.strowger.engine.routing;

import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.explain.WaitEstimate.Method;
import io.strowger.engine.statistics.AgentStatistics;
import io.strowger.engine.statistics.ChannelStatistics;
import io.strowger.engine.statistics.Fairness;
import io.strowger.engine.statistics.QueueStatistics;
import io.strowger.engine.statistics.QueueStatistics.EstimateError;
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

    StatisticsKeeper(RouterState state) {
        this.state = state;
    }

    /** Counts an event before it is applied. */
    void before(int organization, DomainEvent event, long now) {
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
    StatisticsSnapshot snapshot(OrganizationState organization, int quarters) {
        OrganizationTallies tallies = tallies(organization.number);
        tallies.lookAtAll(state.lastTime);
        List<Tally> byAgent = new ArrayList<>();
        for (AgentState agent : organization.agents) {
            byAgent.add(tallies.agent(agent.index).row.over(quarters, state.lastTime));
        }
        Fairness fairness = new Fairness(byAgent);
        return new StatisticsSnapshot(
                state.lastSequence,
                state.lastTime,
                quarters,
                stays(organization),
                fairness.gini(),
                queues(organization, tallies, quarters),
                agents(organization, byAgent, fairness),
                channels(organization, tallies, quarters));
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

    private List<QueueStatistics> queues(OrganizationState organization, OrganizationTallies tallies, int quarters) {
        Names names = organization.names;
        List<QueueStatistics> told = new ArrayList<>();
        for (int number :
                order(names.configuration().queues(), each -> names.queues().number(each.id()), names.queues())) {
            QueueState queue = organization.queues[number];
            Tally tally = tallies.queue(number).over(quarters, state.lastTime);
            ConversationState first = queue.line.first();
            told.add(new QueueStatistics(
                    names.queues().name(number),
                    queue.line.size(),
                    offered(queue),
                    queue.estimates.inHand,
                    queue.rows.staffed(),
                    first == null ? 0 : Math.max(0, state.lastTime - first.quote.enteredAt),
                    queue.configuration.matching().targetNanos(),
                    tally,
                    queue.estimates.handling.mean(),
                    queue.estimates.error.mean(),
                    queue.estimates.error.count(),
                    (double) queue.estimates.kept.mean() / QueueEstimates.MILLION,
                    errors(queue.estimates)));
        }
        return told;
    }

    private static int offered(QueueState queue) {
        int offered = 0;
        for (ConversationState each = queue.line.first(); each != null; each = each.behind) {
            offered += each.offers.isEmpty() ? 0 : 1;
        }
        return offered;
    }

    private static Map<Method, EstimateError> errors(QueueEstimates estimates) {
        Map<Method, EstimateError> errors = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            Average error = estimates.record(method).error;
            errors.put(method, new EstimateError(error.count(), error.mean()));
        }
        return errors;
    }

    private static List<AgentStatistics> agents(
            OrganizationState organization, List<Tally> tallies, Fairness fairness) {
        Names names = organization.names;
        List<AgentStatistics> told = new ArrayList<>();
        for (int number :
                order(names.configuration().agents(), each -> names.agents().number(each.id()), names.agents())) {
            AgentState agent = organization.agents[number];
            Tally tally = tallies.get(number);
            told.add(new AgentStatistics(
                    names.agents().name(number),
                    agent.status,
                    agent.used,
                    agent.removed ? 0 : agent.configuration.capacity(),
                    tally,
                    fairness.of(tally)));
        }
        return told;
    }

    private List<ChannelStatistics> channels(
            OrganizationState organization, OrganizationTallies tallies, int quarters) {
        Names names = organization.names;
        int[] waiting = new int[names.channels().size()];
        int[] inHand = new int[names.channels().size()];
        organization.conversations.forEach(each -> {
            if (each.isWaiting()) {
                waiting[each.channel]++;
            } else if (each.cost > 0) {
                inHand[each.channel]++;
            }
        });
        List<ChannelStatistics> told = new ArrayList<>();
        for (int number :
                order(names.configuration().channels(), each -> names.channels().number(each.id()), names.channels())) {
            told.add(new ChannelStatistics(
                    names.channels().name(number),
                    waiting[number],
                    inHand[number],
                    tallies.channel(number).over(quarters, state.lastTime)));
        }
        return told;
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
