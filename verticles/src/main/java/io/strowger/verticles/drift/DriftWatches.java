package io.strowger.verticles.drift;

import io.strowger.models.TextAnalyzer;
import io.strowger.models.drift.DriftSettings;
import io.strowger.models.drift.DriftWatch;
import io.strowger.models.drift.HeadDrift;
import io.strowger.models.drift.HeadDrift.State;
import io.strowger.models.linear.LinearModel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watches of the models that analyze, one a version. Safe from any thread; models come and go on one at a time. */
public final class DriftWatches {
    private static final Logger LOG = LoggerFactory.getLogger(DriftWatches.class);

    private final DriftSettings settings;
    private final LongSupplier nanoClock;
    private final Map<String, DriftWatch> watches = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> told = new ConcurrentHashMap<>();

    /** @param nanoClock a monotone clock */
    public DriftWatches(DriftSettings settings, LongSupplier nanoClock) {
        this.settings = settings;
        this.nanoClock = nanoClock;
    }

    /** An analyzer of the model whose answers are counted. */
    public TextAnalyzer counting(LinearModel model) {
        return watches.computeIfAbsent(model.version(), version -> newWatch(model))
                .counting();
    }

    private DriftWatch newWatch(LinearModel model) {
        DriftWatch watch = new DriftWatch(model, settings, nanoClock.getAsLong());
        listeners.forEach(listener -> listener.begun(watch));
        if (watch.latest().stream().anyMatch(head -> head.state() == State.UNKNOWN)) {
            LOG.info(
                    "model {}: whether its answers drift is not known, because it was made without a reference; train it again",
                    model.version());
        }
        return watch;
    }

    /** Forgets the models that nobody uses any more, and what was counted of them. */
    public void retain(Set<String> versions) {
        for (DriftWatch watch : all()) {
            if (!versions.contains(watch.model())) {
                watches.remove(watch.model(), watch);
                told.keySet().removeIf(head -> head.startsWith(watch.model() + " "));
                listeners.forEach(listener -> listener.ended(watch));
            }
        }
    }

    /** The watches of the models in use. */
    public Collection<DriftWatch> all() {
        return List.copyOf(watches.values());
    }

    /** The index that is too much. */
    public double threshold() {
        return settings.threshold();
    }

    /** Tells of every watch, those that are there and those to come, and of its end. */
    void tell(Listener listener) {
        listeners.add(listener);
        watches.values().forEach(listener::begun);
    }

    /** Ends the windows that are full, and logs when a head begins or ceases to drift. Called every second or so. */
    public void look() {
        for (DriftWatch watch : watches.values()) {
            for (HeadDrift head : watch.look(nanoClock.getAsLong())) {
                tell(watch.model(), head);
            }
        }
    }

    /** Tells of each index that begins to be too much, and when none is any more. */
    private void tell(String model, HeadDrift head) {
        List<String> drifted = head.drifted();
        List<String> before = told.put(model + " " + head.head(), drifted);
        List<String> known = before == null ? List.of() : before;
        if (!known.containsAll(drifted)) {
            LOG.warn(
                    "model {}, {}: the answers to the last {} messages have drifted from its reference, by {}: stability index of"
                            + " labels {}, of confidence {}, of what is out of scope {}; the threshold is {}",
                    model,
                    head.head(),
                    head.messages(),
                    String.join(" and ", drifted),
                    shown(head.labels()),
                    shown(head.confidence()),
                    shown(head.outOfScope()),
                    settings.threshold());
        } else if (drifted.isEmpty() && !known.isEmpty()) {
            LOG.info("model {}, {}: the answers are like its reference again", model, head.head());
        }
    }

    private static String shown(double index) {
        return String.format(Locale.ROOT, "%.3f", index);
    }

    /** Is told of watches. */
    interface Listener {
        /** A model is watched. */
        void begun(DriftWatch watch);

        /** It is not any more. */
        void ended(DriftWatch watch);
    }
}
