package io.strowger.bench.theory;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.simulation.AgentPlan;
import io.strowger.engine.simulation.ArrivalRate;
import io.strowger.engine.simulation.ArrivalStream;
import io.strowger.engine.simulation.Distribution;
import io.strowger.engine.simulation.GivenAnalysis;
import io.strowger.engine.simulation.Scenario;
import io.strowger.engine.simulation.Simulation;
import io.strowger.engine.simulation.SimulationResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call centre of the theory: calls come by chance, agents take one at a time, and all times are exponential. Put together
 * step by step, then simulated. Not for use by two threads at once.
 */
final class Centre {
    private static final Duration START = Duration.ofDays(20_454);
    private static final int WARM_UP_HANDLINGS = 100;
    private static final double SECOND_NANOS = 1e9;
    private static final double HOUR = 3_600;

    private final double handlingSeconds;
    private final OrganizationBuilder organization =
            new OrganizationBuilder("theory").channel(new ChannelConfiguration("phone", ChannelKind.VOICE, 1, 1));
    private final List<ArrivalStream> streams = new ArrayList<>();
    private final List<AgentPlan> staff = new ArrayList<>();
    private @Nullable Double patienceSeconds;
    private double serviceLevelSeconds = 20;
    private double load;
    private int lines;

    Centre(double handlingSeconds) {
        this.handlingSeconds = handlingSeconds;
    }

    Centre queue(String id, OrderPolicy order, long nanosPerPoint, Strategy strategy) {
        organization.queue(new QueueConfiguration(
                id,
                id,
                order,
                nanosPerPoint,
                strategy,
                50,
                List.of(),
                Duration.ofSeconds(30).toNanos(),
                0,
                true));
        return this;
    }

    Centre queue(String id) {
        return queue(id, OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE);
    }

    Centre agents(int count, String... queues) {
        for (int agent = 0; agent < count; agent++) {
            String id = "agent-" + staff.size();
            organization.agent(new AgentConfiguration(id, id, List.of(), List.of(queues), 1));
            staff.add(AgentPlan.always(id));
        }
        return this;
    }

    /** Calls of a kind, as a load in erlangs, which go to a queue with a priority. */
    Centre calls(String name, double erlangs, String queue, int priority) {
        organization.rule("to-" + name, "attributes.kind == \"" + name + "\"", queue, priority);
        Distribution patience =
                patienceSeconds == null ? null : new Distribution.Exponential(patienceSeconds * SECOND_NANOS);
        streams.add(new ArrivalStream(
                name,
                "phone",
                ArrivalRate.of(erlangs / handlingSeconds * HOUR),
                new ArrivalStream.Content("", GivenAnalysis.NONE, Map.of("kind", name), "", ""),
                new Distribution.Exponential(handlingSeconds * SECOND_NANOS),
                null,
                patience));
        load += erlangs;
        return this;
    }

    /** Callers who come from now on have that patience in the mean. */
    Centre patience(double seconds) {
        patienceSeconds = seconds;
        return this;
    }

    Centre serviceLevel(double seconds) {
        serviceLevelSeconds = seconds;
        return this;
    }

    /** So many callers at once, those with an agent included. */
    Centre lines(int limit) {
        lines = limit;
        return this;
    }

    /** Simulates about so many calls, in one run with its batches, after a warm-up of 100 handling times. */
    SimulationResult simulate(long seed, long calls) {
        long counted = Math.round(calls * handlingSeconds / load * SECOND_NANOS);
        Scenario scenario = new Scenario(
                "theory",
                organization.build(),
                streams,
                staff,
                new Scenario.Span(
                        START.toNanos(),
                        Math.round(WARM_UP_HANDLINGS * handlingSeconds * SECOND_NANOS),
                        counted,
                        Duration.ofDays(30).toNanos()),
                lines,
                List.of(Math.round(serviceLevelSeconds * SECOND_NANOS)));
        return Simulation.run(scenario, seed, 1, (run, share) -> {});
    }
}
