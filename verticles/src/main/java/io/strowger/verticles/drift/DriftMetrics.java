package io.strowger.verticles.drift;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.strowger.models.Head;
import io.strowger.models.drift.DriftWatch;
import io.strowger.models.drift.HeadDrift;
import io.strowger.models.linear.HeadReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Shows the answers of the models in use, and how far they are from the references, as metrics. */
public final class DriftMetrics implements DriftWatches.Listener {
    private final MeterRegistry registry;
    private final Map<DriftWatch, List<Meter>> meters = new ConcurrentHashMap<>();

    private DriftMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Binds the watches, those to come as well. */
    public static void bind(DriftWatches watches, MeterRegistry registry) {
        Gauge.builder("model_drift_threshold", watches, DriftWatches::threshold)
                .description("The population stability index from which on answers count as drifted")
                .register(registry);
        watches.tell(new DriftMetrics(registry));
    }

    @Override
    public void begun(DriftWatch watch) {
        List<Meter> made = new ArrayList<>();
        if (meters.putIfAbsent(watch, made) == null) {
            bind(watch, made);
        }
    }

    @Override
    public void ended(DriftWatch watch) {
        List<Meter> gone = meters.remove(watch);
        if (gone != null) {
            gone.forEach(registry::remove);
        }
    }

    private void bind(DriftWatch watch, List<Meter> made) {
        for (Head head : Head.values()) {
            List<String> labels = watch.labels(head);
            if (labels.isEmpty()) {
                continue;
            }
            String name = head.name().toLowerCase(Locale.ROOT);
            for (int label = 0; label < labels.size(); label++) {
                int index = label;
                made.add(counter("model_answers", "Answers by label", watch, name, each -> each.labelCount(head, index))
                        .tag("label", labels.get(label))
                        .register(registry));
            }
            for (int tenth = 0; tenth < HeadReference.TENTHS; tenth++) {
                int index = tenth;
                made.add(counter(
                                "model_confidence",
                                "Answers by the tenth that the confidence is in",
                                watch,
                                name,
                                each -> each.confidenceCount(head, index))
                        .tag("from", String.format(Locale.ROOT, "0.%d", tenth))
                        .register(registry));
            }
            bindIndex(watch, name, HeadDrift.LABELS, HeadDrift::labels, made);
            bindIndex(watch, name, HeadDrift.CONFIDENCE, HeadDrift::confidence, made);
            bindIndex(watch, name, HeadDrift.OUT_OF_SCOPE, HeadDrift::outOfScope, made);
            made.add(gauge(
                    "model_out_of_scope_share",
                    "Share of the last window's answers that are less sure than most of the reference, or the label other",
                    watch,
                    name,
                    HeadDrift::outOfScopeShare));
            made.add(gauge("model_drift_messages", "Messages of the last window", watch, name, HeadDrift::messages));
        }
    }

    private static FunctionCounter.Builder<DriftWatch> counter(
            String name, String description, DriftWatch watch, String head, ToDoubleFunction<DriftWatch> value) {
        return FunctionCounter.builder(name, watch, value)
                .description(description)
                .tag("model", watch.model())
                .tag("head", head);
    }

    private void bindIndex(
            DriftWatch watch, String head, String of, ToDoubleFunction<HeadDrift> value, List<Meter> made) {
        made.add(builder(
                        "model_drift_index",
                        "Population stability index of the last window against the model's reference",
                        watch,
                        head,
                        value)
                .tag("of", of)
                .register(registry));
        made.add(builder(
                        "model_drifted",
                        "1 when the last window's index is too much, 0 when not, NaN when that is not known",
                        watch,
                        head,
                        each -> drifted(each, of))
                .tag("of", of)
                .register(registry));
    }

    private Meter gauge(
            String name, String description, DriftWatch watch, String head, ToDoubleFunction<HeadDrift> value) {
        return builder(name, description, watch, head, value).register(registry);
    }

    private static Gauge.Builder<DriftWatch> builder(
            String name, String description, DriftWatch watch, String head, ToDoubleFunction<HeadDrift> value) {
        return Gauge.builder(name, watch, each -> value.applyAsDouble(latest(each, head)))
                .description(description)
                .tag("model", watch.model())
                .tag("head", head);
    }

    private static HeadDrift latest(DriftWatch watch, String head) {
        return watch.latest().stream()
                .filter(each -> each.head().equals(head))
                .findFirst()
                .orElseThrow();
    }

    private static double drifted(HeadDrift head, String index) {
        return switch (head.state()) {
            case DRIFTED, STEADY -> head.drifted().contains(index) ? 1 : 0;
            case UNKNOWN, WAITING -> Double.NaN;
        };
    }
}
