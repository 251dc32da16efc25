package io.strowger.models.drift;

import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.HeadReference;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Watches the answers of one model: {@link #counting} makes the analyzers that count, {@link #look} compares what they
 * counted with the reference, window by window. Looking is cold and may be done from any thread, one at a time.
 */
public final class DriftWatch {
    private final LinearModel model;
    private final TextAnalyzer analyzer;
    private final DriftSettings settings;
    private final Map<Long, HeadCounts[]> counts = new ConcurrentHashMap<>();
    private final long[][] windowStart = new long[Head.count()][];
    private long windowStartNanos;
    private volatile List<HeadDrift> latest;

    /** @param nowNanos when the first window begins, of any monotone clock */
    public DriftWatch(LinearModel model, DriftSettings settings, long nowNanos) {
        this.model = model;
        this.analyzer = InlineModels.analyzer(model);
        this.settings = settings;
        windowStartNanos = nowNanos;
        List<HeadDrift> heads = new ArrayList<>();
        for (Head head : Head.values()) {
            windowStart[head.code()] = sums(head);
            if (!analyzer.labels(head).isEmpty()) {
                heads.add(unread(head, 0));
            }
        }
        latest = List.copyOf(heads);
    }

    /** The version of the model. */
    public String model() {
        return analyzer.version();
    }

    /** An analyzer of the model whose answers are counted; its forks' are, too. */
    public TextAnalyzer counting() {
        return new CountingAnalyzer(analyzer.fork(), this);
    }

    /** How the last full window compares. Any thread. */
    public List<HeadDrift> latest() {
        return latest;
    }

    /** How often a head gave a label since the start. Any thread. */
    public long labelCount(Head head, int label) {
        return sum(head, label);
    }

    /** How often a head's confidence was in a tenth since the start, the lowest tenth being 0. Any thread. */
    public long confidenceCount(Head head, int tenth) {
        return sum(head, analyzer.labels(head).size() + tenth);
    }

    /** The labels of a head in the order of their indices. */
    public List<String> labels(Head head) {
        return analyzer.labels(head);
    }

    /** Ends the window when it is full. Called every second or so. */
    public synchronized List<HeadDrift> look(long nowNanos) {
        long messages = 0;
        for (Head head : Head.values()) {
            messages = Math.max(messages, messages(head, window(head)));
        }
        boolean isFull = messages >= settings.windowMessages();
        boolean isOver = nowNanos - windowStartNanos >= settings.windowTime().toNanos()
                && messages >= Math.min(DriftSettings.LEAST_MESSAGES, settings.windowMessages());
        if (!isFull && !isOver) {
            return latest;
        }
        List<HeadDrift> heads = new ArrayList<>();
        for (Head head : Head.values()) {
            if (!analyzer.labels(head).isEmpty()) {
                heads.add(compare(head, window(head)));
            }
            windowStart[head.code()] = sums(head);
        }
        windowStartNanos = nowNanos;
        latest = List.copyOf(heads);
        return latest;
    }

    /**
     * The counters of the calling thread. All analyzers of a thread share them, so that a model that is assigned again and
     * again leaves nothing behind.
     */
    HeadCounts[] countsOfThisThread() {
        return counts.computeIfAbsent(Thread.currentThread().getId(), thread -> newCounts());
    }

    /** How many threads have counted so far. */
    int countingThreads() {
        return counts.size();
    }

    private HeadCounts[] newCounts() {
        HeadCounts[] made = new HeadCounts[Head.count()];
        for (Head head : Head.values()) {
            HeadReference known = reference(head);
            made[head.code()] = new HeadCounts(analyzer.labels(head), known == null ? 0 : known.scopeConfidence());
        }
        return made;
    }

    private @Nullable HeadReference reference(Head head) {
        HeadReference known = model.reference(name(head));
        return known == null || !known.labels().equals(analyzer.labels(head)) || known.texts() == 0 ? null : known;
    }

    private HeadDrift compare(Head head, long[] window) {
        HeadReference known = reference(head);
        long messages = messages(head, window);
        if (known == null || messages == 0) {
            return unread(head, messages);
        }
        int labels = known.labels().size();
        long outOfScope = window[window.length - 1];
        PopulationStability ofLabels =
                PopulationStability.of(array(known.labelCounts()), Arrays.copyOf(window, labels));
        PopulationStability ofConfidence = PopulationStability.of(
                array(known.confidenceCounts()), Arrays.copyOfRange(window, labels, window.length - 1));
        PopulationStability ofScope = PopulationStability.of(
                new long[] {known.texts() - known.outOfScope(), known.outOfScope()},
                new long[] {messages - outOfScope, outOfScope});
        List<String> drifted = new ArrayList<>();
        addIfTooMuch(ofLabels, HeadDrift.LABELS, drifted);
        addIfTooMuch(ofConfidence, HeadDrift.CONFIDENCE, drifted);
        if (outOfScope * known.texts() > known.outOfScope() * messages) { // less of it is nothing to be told of
            addIfTooMuch(ofScope, HeadDrift.OUT_OF_SCOPE, drifted);
        }
        return new HeadDrift(
                name(head),
                drifted.isEmpty() ? HeadDrift.State.STEADY : HeadDrift.State.DRIFTED,
                List.copyOf(drifted),
                ofLabels.index(),
                ofConfidence.index(),
                ofScope.index(),
                (double) outOfScope / messages,
                messages);
    }

    private void addIfTooMuch(PopulationStability stability, String index, List<String> drifted) {
        if (stability.index() > Math.max(settings.threshold(), stability.byChance())) {
            drifted.add(index);
        }
    }

    private HeadDrift unread(Head head, long messages) {
        HeadDrift.State state = reference(head) == null ? HeadDrift.State.UNKNOWN : HeadDrift.State.WAITING;
        return new HeadDrift(name(head), state, List.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, messages);
    }

    private long messages(Head head, long[] window) {
        long messages = 0;
        for (int label = 0; label < analyzer.labels(head).size(); label++) {
            messages += window[label];
        }
        return messages;
    }

    private long[] window(Head head) {
        long[] window = sums(head);
        for (int i = 0; i < window.length; i++) {
            window[i] -= windowStart[head.code()][i];
        }
        return window;
    }

    private long[] sums(Head head) {
        long[] sums = new long[HeadCounts.size(analyzer.labels(head).size())];
        counts.values().forEach(each -> each[head.code()].addTo(sums));
        return sums;
    }

    private long sum(Head head, int index) {
        long sum = 0;
        for (HeadCounts[] each : counts.values()) {
            sum += each[head.code()].at(index);
        }
        return sum;
    }

    private static long[] array(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }

    private static String name(Head head) {
        return head.name().toLowerCase(Locale.ROOT);
    }
}
