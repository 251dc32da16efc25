package io.strowger.engine.simulation;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Call centres with one queue, for tests. */
final class Centres {
    private static final long START = Duration.ofDays(20_000).toNanos();

    private Centres() {}

    /** A queue {@code calls} on a channel {@code phone}, with agents who take one call at a time. */
    static OrganizationConfiguration organization(int agents, boolean autoAccept) {
        OrganizationBuilder builder = new OrganizationBuilder("centre")
                .channel(new ChannelConfiguration("phone", ChannelKind.VOICE, 1, 1))
                .queue(new QueueConfiguration(
                        "calls",
                        "calls",
                        OrderPolicy.PRIORITY_FIFO,
                        0,
                        Strategy.LONGEST_IDLE,
                        50,
                        List.of(),
                        Duration.ofSeconds(30).toNanos(),
                        0,
                        autoAccept));
        for (int agent = 0; agent < agents; agent++) {
            builder.agent(new AgentConfiguration("agent-" + agent, "", List.of(), List.of("calls"), 1));
        }
        return builder.build();
    }

    /** Calls that come, and agents who are always there. */
    static Scenario scenario(
            OrganizationConfiguration organization,
            double perHour,
            Duration handling,
            @Nullable Duration patience,
            Duration counted) {
        List<AgentPlan> staff = new ArrayList<>();
        organization.agents().forEach(agent -> staff.add(AgentPlan.always(agent.id())));
        ArrivalStream stream = new ArrivalStream(
                "calls",
                "phone",
                ArrivalRate.of(perHour),
                ArrivalStream.Content.NONE,
                new Distribution.Exponential(handling.toNanos()),
                null,
                patience == null ? null : new Distribution.Exponential(patience.toNanos()));
        return new Scenario(
                "test",
                organization,
                List.of(stream),
                staff,
                new Scenario.Span(
                        START,
                        handling.multipliedBy(100).toNanos(),
                        counted.toNanos(),
                        Duration.ofHours(4).toNanos()),
                0,
                List.of(Duration.ofSeconds(20).toNanos()));
    }
}
