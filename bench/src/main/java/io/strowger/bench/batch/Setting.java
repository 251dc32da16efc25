package io.strowger.bench.batch;

import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueBatch;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.simulation.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way of matching that is compared with others.
 *
 * @param name what reports call it
 * @param strategy of all queues, or null for their own
 * @param batch of all queues
 */
record Setting(String name, @Nullable Strategy strategy, QueueBatch batch) {
    static Setting greedy(Strategy strategy) {
        String name = strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Setting("greedy, " + name, strategy, QueueBatch.NONE);
    }

    static Setting batches(String window, Duration length, int maxPassed) {
        return new Setting(
                "window " + window + ", maxPassed " + maxPassed,
                null,
                new QueueBatch(length.toNanos(), maxPassed, BatchWeights.USUAL));
    }

    /** The same customers and agents, matched in this way. */
    Scenario of(Scenario scenario) {
        OrganizationConfiguration before = scenario.organization();
        List<QueueConfiguration> queues = new ArrayList<>();
        for (QueueConfiguration queue : before.queues()) {
            queues.add(of(queue));
        }
        OrganizationConfiguration organization = before.with(queues, before.calendars());
        return new Scenario(
                scenario.name(),
                organization,
                scenario.streams(),
                scenario.staff(),
                scenario.time(),
                scenario.lines(),
                scenario.serviceLevelNanos());
    }

    private QueueConfiguration of(QueueConfiguration queue) {
        QueueConfiguration collecting = queue.with(batch);
        return strategy == null ? collecting : collecting.with(strategy);
    }
}
