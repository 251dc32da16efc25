package io.strowger.engine.configuration;

import io.strowger.engine.calendar.CalendarConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts an organization together in code, with usual values for everything that is not said: for programs that embed the
 * engine, and for tests. The first queue is the fallback. Not for use by two threads at once.
 */
public final class OrganizationBuilder {
    private static final int USUAL_PRIORITY = 50;
    private static final int USUAL_CAPACITY = 3;
    private static final Duration USUAL_OFFER_TIMEOUT = Duration.ofSeconds(30);

    private final String id;
    private final List<ChannelConfiguration> channels = new ArrayList<>();
    private final List<QueueConfiguration> queues = new ArrayList<>();
    private final List<AgentConfiguration> agents = new ArrayList<>();
    private final List<RuleConfiguration> rules = new ArrayList<>();
    private final List<CalendarConfiguration> calendars = new ArrayList<>();
    private RoutingLimits limits = RoutingLimits.DEFAULT;
    private Workflows workflows = Workflows.NONE;

    /** Begins an organization of that id. */
    public OrganizationBuilder(String id) {
        this.id = id;
    }

    /** A chat channel, of which an agent may hold as many conversations as the capacity allows. */
    public OrganizationBuilder channel(String channel) {
        return channel(new ChannelConfiguration(channel, ChannelKind.CHAT, 1, USUAL_CAPACITY));
    }

    public OrganizationBuilder channel(ChannelConfiguration channel) {
        channels.add(channel);
        return this;
    }

    /** A queue in the order of priority and age, whose offers go to whoever waits longest and last 30 seconds. */
    public OrganizationBuilder queue(String queue) {
        return queue(new QueueConfiguration(
                queue,
                queue,
                OrderPolicy.PRIORITY_FIFO,
                0,
                Strategy.LONGEST_IDLE,
                USUAL_PRIORITY,
                List.of(),
                USUAL_OFFER_TIMEOUT.toNanos(),
                0,
                false));
    }

    public OrganizationBuilder queue(QueueConfiguration queue) {
        queues.add(queue);
        return this;
    }

    /** An agent without particular skills who serves those queues, the most important first. */
    public OrganizationBuilder agent(String agent, String... served) {
        return agent(new AgentConfiguration(agent, agent, List.of(), List.of(served), USUAL_CAPACITY));
    }

    public OrganizationBuilder agent(AgentConfiguration agent) {
        agents.add(agent);
        return this;
    }

    /** Sends messages for which a CEL condition holds to a queue. Rules are tried in the order in which they are given. */
    public OrganizationBuilder rule(String rule, String condition, String queue, int priority) {
        return rule(new RuleConfiguration(rule, condition, queue, priority, List.of(), List.of(), false));
    }

    public OrganizationBuilder rule(RuleConfiguration rule) {
        rules.add(rule);
        return this;
    }

    /** Opening hours that queues can name. */
    public OrganizationBuilder calendar(CalendarConfiguration calendar) {
        calendars.add(calendar);
        return this;
    }

    public OrganizationBuilder limits(RoutingLimits routingLimits) {
        this.limits = routingLimits;
        return this;
    }

    public OrganizationBuilder workflows(Workflows ofWaiting) {
        this.workflows = ofWaiting;
        return this;
    }

    /**
     * The organization.
     *
     * @throws IllegalStateException when it has no queue
     */
    public OrganizationConfiguration build() {
        if (queues.isEmpty()) {
            throw new IllegalStateException("organization " + id + " needs at least one queue");
        }
        return new OrganizationConfiguration(
                id, channels, queues, agents, rules, queues.get(0).id(), limits, calendars, workflows);
    }
}
