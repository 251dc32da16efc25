package io.strowger.verticles.deep;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** Shows the deep tier's counts as metrics. */
public final class DeepMetrics {
    private DeepMetrics() {}

    public static void bind(DeepTier tier, MeterRegistry registry) {
        DeepCounters counters = tier.counters();
        counter(registry, "deep_asked", "Messages the inline model was unsure of", counters, DeepCounters::asked);
        counter(registry, "deep_answered", "Answers the engine took", counters, DeepCounters::answered);
        counter(
                registry,
                "deep_queue_full",
                "Messages not asked, the queue was full",
                counters,
                DeepCounters::queueFull);
        counter(registry, "deep_failed", "Failures of a session or its loading", counters, DeepCounters::failed);
        counter(registry, "deep_timed_out", "Sessions given up because they hung", counters, DeepCounters::timedOut);
        counter(registry, "deep_refused", "Answers the engine had no room for", counters, DeepCounters::refused);
        counter(registry, "deep_sessions", "Sessions loaded", counters, DeepCounters::sessions);
        Gauge.builder("deep_waiting", tier, DeepTier::waiting)
                .description("Messages that wait for the deep tier")
                .register(registry);
    }

    private static void counter(
            MeterRegistry registry,
            String name,
            String description,
            DeepCounters counters,
            ToDoubleFunction<DeepCounters> value) {
        FunctionCounter.builder(name, counters, value).description(description).register(registry);
    }
}
