package io.strowger.verticles.models;

import io.strowger.models.Head;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model in the shadow said otherwise than the models in force, by head and pair of labels. Guarded by itself. */
final class ShadowReport {
    private static final int MAX_SHOWN_PAIRS = 20;

    private final String version;
    private final Instant since;
    private final Map<Head, HeadCounts> heads = new EnumMap<>(Head.class);
    private long compared;
    private long skipped;
    private @Nullable String problem;

    ShadowReport(String version, Instant since) {
        this.version = version;
        this.since = since;
    }

    /** A message was compared. */
    synchronized void compared() {
        compared++;
    }

    /** Records were passed over, because the comparison could not keep up. */
    synchronized void skipped(long records) {
        skipped += records;
    }

    /** The comparison has ended because of this. */
    synchronized void failed(Throwable cause) {
        problem = "the comparison failed and has ended: " + cause + "; start it again";
    }

    /** A head has answers of both. */
    synchronized void answers(Head head, String inForce, String shadow) {
        HeadCounts counts = heads.computeIfAbsent(head, each -> new HeadCounts());
        counts.answered++;
        if (!inForce.equals(shadow)) {
            counts.disagreed++;
            counts.pairs.merge(new Pair(inForce, shadow), 1L, Long::sum);
        }
    }

    synchronized JsonObject toJson() {
        JsonArray byHead = new JsonArray();
        heads.forEach((head, counts) -> {
            JsonArray pairs = new JsonArray();
            counts.most()
                    .forEach(each -> pairs.add(new JsonObject()
                            .put("inForce", each.getKey().inForce())
                            .put("shadow", each.getKey().shadow())
                            .put("count", each.getValue())));
            byHead.add(new JsonObject()
                    .put("head", name(head))
                    .put("answered", counts.answered)
                    .put("disagreed", counts.disagreed)
                    .put("share", Math.round(10_000.0 * counts.disagreed / counts.answered) / 10_000.0)
                    .put("pairs", pairs)
                    .put("morePairs", Math.max(0, counts.pairs.size() - MAX_SHOWN_PAIRS)));
        });
        return new JsonObject()
                .put("shadow", version)
                .put("since", since.toString())
                .put("compared", compared)
                .put("skippedRecords", skipped)
                .put("problem", problem)
                .put("heads", byHead);
    }

    static String name(Head head) {
        return head.name().toLowerCase(Locale.ROOT);
    }

    /** Labels that two models gave to one text. */
    private record Pair(String inForce, String shadow) {}

    private static final class HeadCounts {
        private final Map<Pair, Long> pairs = new HashMap<>();
        private long answered;
        private long disagreed;

        List<Map.Entry<Pair, Long>> most() {
            return pairs.entrySet().stream()
                    .sorted(Map.Entry.<Pair, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(each -> each.getKey().toString()))
                    .limit(MAX_SHOWN_PAIRS)
                    .toList();
        }
    }
}
