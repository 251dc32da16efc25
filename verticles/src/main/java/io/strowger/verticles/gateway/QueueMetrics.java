package io.strowger.verticles.gateway;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.statistics.Count;
import io.strowger.engine.statistics.QueueGlance;
import io.strowger.verticles.projection.Explanations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Shows the configured queues as metrics: who waits, what became of them, what to expect. The figures are of the last
 * {@link #refresh()}, which is called before metrics are read; all of them are as of one record. Safe for use by any thread.
 */
public final class QueueMetrics {
    /** So many queues are shown, the first ones, so that the number of time series is bounded. */
    static final int MOST_QUEUES = 200;

    private static final double NANOS_A_SECOND = 1e9;
    private static final long SPACING_NANOS = 1_000_000_000;

    private final Explanations explanations;
    private final RoutingEngine engine;
    private final MeterRegistry registry;
    private final Map<Queue, Shown> shown = new HashMap<>();
    private long refreshedAt;
    private boolean isCurrent;

    private record Queue(String organization, String id) {}

    /** A queue's meters and the figures that they show. */
    private static final class Shown {
        private final List<Meter> meters = new ArrayList<>();
        private volatile QueueGlance glance;

        private Shown(QueueGlance glance) {
            this.glance = glance;
        }
    }

    /** Metrics that show nothing before the first refresh. */
    public QueueMetrics(Explanations explanations, RoutingEngine engine, MeterRegistry registry) {
        this.explanations = explanations;
        this.engine = engine;
        this.registry = registry;
        Gauge.builder("queues_not_shown", this, QueueMetrics::notShown)
                .description("Configured queues without metrics of their own: those after the first " + MOST_QUEUES)
                .register(registry);
    }

    /**
     * Takes the figures of now, unless they are younger than a second. After a start there are none until all records of
     * before were read again, so that no counter seems to go back. Blocks while the explanations do something else.
     */
    public synchronized void refresh() {
        isCurrent =
                isCurrent || explanations.position() >= engine.recoveredState().sequence();
        long now = System.nanoTime();
        if (!isCurrent || refreshedAt != 0 && now - refreshedAt < SPACING_NANOS) {
            return;
        }
        refreshedAt = now;
        Set<Queue> known = new HashSet<>();
        for (QueueGlance glance : explanations.queues(MOST_QUEUES)) {
            Queue queue = new Queue(glance.organization(), glance.queue());
            known.add(queue);
            Shown present = shown.get(queue);
            if (present == null) {
                shown.put(queue, bind(glance));
            } else {
                present.glance = glance;
            }
        }
        List<Queue> gone =
                shown.keySet().stream().filter(each -> !known.contains(each)).toList();
        for (Queue queue : gone) {
            Objects.requireNonNull(shown.remove(queue)).meters.forEach(registry::remove);
        }
    }

    private long notShown() {
        Directory directory = engine.directory();
        long configured = 0;
        for (int number = 0; number < directory.organizationCount(); number++) {
            Names names = directory.organization(number);
            configured += names == null ? 0 : names.configuration().queues().size();
        }
        return Math.max(0, configured - MOST_QUEUES);
    }

    private Shown bind(QueueGlance glance) {
        Shown made = new Shown(glance);
        gauge(made, "queue_waiting", "Conversations that wait, those with an offer included", QueueGlance::waiting);
        gauge(made, "queue_in_hand", "Conversations that agents have in hand", QueueGlance::inHand);
        gauge(made, "queue_agents", "Agents who get offers, room aside", QueueGlance::agents);
        gauge(
                made,
                "queue_oldest_wait_seconds",
                "How long the one has waited that has waited longest",
                each -> each.longestWaitNanos() / NANOS_A_SECOND);
        expected(made, "50", each -> each.expected().medianNanos());
        expected(made, "90", each -> each.expected().ninetiethNanos());
        counter(made, "queue_entered", "Conversations that came into the line", "", Count.ENTERED);
        counter(made, "queue_served", "Conversations that got an agent from the line", "", Count.SERVED);
        counter(made, "queue_served_in_time", "Those of them within the queue's target", "", Count.SERVED_IN_TIME);
        counter(made, "queue_assigned", "Conversations that an agent got, by whatever way", "", Count.ASSIGNED);
        counter(made, "queue_abandoned", "Conversations whose customer left", "", Count.ABANDONED);
        counter(made, "queue_offers_made", "Offers made", "", Count.OFFERED);
        String ended = "Offers that ended, by how";
        counter(made, "queue_offers_ended", ended, "accepted", Count.OFFERS_ACCEPTED);
        counter(made, "queue_offers_ended", ended, "declined", Count.OFFERS_DECLINED);
        counter(made, "queue_offers_ended", ended, "expired", Count.OFFERS_EXPIRED);
        counter(made, "queue_offers_ended", ended, "rescinded", Count.OFFERS_RESCINDED);
        counter(made, "queue_offers_ended", ended, "revoked", Count.OFFERS_REVOKED);
        counter(made, "queue_offers_ended", ended, "cancelled", Count.OFFERS_CANCELLED);
        return made;
    }

    private void expected(Shown queue, String percent, ToDoubleFunction<QueueGlance> nanos) {
        queue.meters.add(Gauge.builder("queue_expected_wait_seconds", queue, each -> {
                    double expected = nanos.applyAsDouble(each.glance);
                    return expected < 0 ? Double.NaN : expected / NANOS_A_SECOND;
                })
                .description("What somebody can expect to wait who comes now; NaN while nobody can say")
                .tags(tags(queue).and("percent", percent))
                .register(registry));
    }

    private void gauge(Shown queue, String name, String description, ToDoubleFunction<QueueGlance> value) {
        queue.meters.add(Gauge.builder(name, queue, each -> value.applyAsDouble(each.glance))
                .description(description)
                .tags(tags(queue))
                .register(registry));
    }

    private void counter(Shown queue, String name, String description, String outcome, Count what) {
        Tags tags = outcome.isEmpty() ? tags(queue) : tags(queue).and("outcome", outcome);
        queue.meters.add(FunctionCounter.builder(
                        name, queue, each -> each.glance.counts().of(what))
                .description(description)
                .tags(tags)
                .register(registry));
    }

    private static Tags tags(Shown queue) {
        return Tags.of("organization", queue.glance.organization(), "queue", queue.glance.queue());
    }
}
