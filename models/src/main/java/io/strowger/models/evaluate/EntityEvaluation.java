package io.strowger.models.evaluate;

import io.strowger.models.privacy.EntityKind;
import io.strowger.models.privacy.EntityScanner;
import io.strowger.models.privacy.EntityType;
import io.strowger.models.privacy.Spans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Measures the recognisers on annotated texts, by label. A label is a type or an exact format; formats that are not told
 * apart here ({@code PH_MOBILE_NUMBER}) count as their type. A span is right when it touches an expected piece of its type.
 */
public final class EntityEvaluation {
    private static final Map<String, EntityType> SYNONYMS = Map.of(
            "DOMAIN_NAME", EntityType.URL,
            "PH_MOBILE_NUMBER", EntityType.PHONE_NUMBER,
            "TR_PHONE_NUMBER", EntityType.PHONE_NUMBER,
            "US_DRIVER_LICENSE", EntityType.DRIVER_LICENSE);

    private final Spans spans = new Spans();
    private final Map<String, EntityScore> scores = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private EntityEvaluation() {}

    /**
     * Scans every text of a file and compares.
     *
     * @param file as {@code label<TAB>expected<TAB>text}
     * @throws io.strowger.models.data.LabelledDataException when it can't be read or a line is not like that
     */
    public static EntityEvaluation run(Path file, EntityScanner scanner) throws IOException {
        EntityFile texts = EntityFile.read(file);
        EntityEvaluation evaluation = new EntityEvaluation();
        TreeSet<String> labels = new TreeSet<>();
        texts.texts().values().forEach(expected -> labels.addAll(expected.keySet()));
        labels.remove(EntityFile.ANY);
        for (Map.Entry<String, Map<String, List<String>>> text : texts.texts().entrySet()) {
            byte[] bytes = text.getKey().getBytes(StandardCharsets.UTF_8);
            scanner.scan(bytes, 0, bytes.length, evaluation.spans);
            for (String label : texts.isComplete() ? labels : text.getValue().keySet()) {
                evaluation.compare(label, text.getValue().getOrDefault(label, List.of()), text.getKey(), bytes);
            }
        }
        return evaluation;
    }

    /** A row for each label, sorted by name. */
    public List<EntityScore> scores() {
        return List.copyOf(scores.values());
    }

    /** All labels together. */
    public EntityScore total() {
        EntityScore total = new EntityScore("ALL", 0, 0, 0, 0, 0, 0);
        for (EntityScore score : scores.values()) {
            total = total.plus(score, "ALL");
        }
        return total;
    }

    /** What was missed or wrong, a line each, for people who improve recognisers. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private void compare(String label, List<String> expected, String text, byte[] bytes) {
        int[] starts = new int[expected.size()];
        int[] ends = new int[expected.size()];
        locate(expected, text, starts, ends);
        int found = 0;
        int exact = 0;
        int covered = 0;
        for (int i = 0; i < starts.length; i++) {
            int match = match(label, starts[i], ends[i]);
            found += match > 0 ? 1 : 0;
            exact += match > 1 ? 1 : 0;
            covered += isCovered(starts[i], ends[i]) ? 1 : 0;
            if (match == 0) {
                mistakes.add("missed " + label + " [" + expected.get(i) + "] in: " + text);
            }
        }
        int reported = 0;
        int wrong = 0;
        for (int i = 0; i < spans.count(); i++) {
            if (isJudged(label, i)) {
                reported++;
                if (!touchesAny(i, starts, ends)) {
                    wrong++;
                    String piece =
                            new String(bytes, spans.start(i), spans.end(i) - spans.start(i), StandardCharsets.UTF_8);
                    mistakes.add("wrong " + label + " [" + piece + "] " + spans.confidence(i) + " in: " + text);
                }
            }
        }
        EntityScore score = new EntityScore(label, starts.length, found, exact, covered, reported, wrong);
        scores.merge(label, score, (before, now) -> before.plus(now, label));
    }

    /** Byte positions of the expected pieces, each searched after the one before; of {@code *} the whole text. */
    private static void locate(List<String> expected, String text, int[] starts, int[] ends) {
        int from = 0;
        for (int i = 0; i < starts.length; i++) {
            String piece = expected.get(i);
            int at = piece.equals(EntityFile.SOMEWHERE) ? 0 : text.indexOf(piece, from);
            at = at < 0 ? Math.max(text.indexOf(piece), 0) : at;
            int end = piece.equals(EntityFile.SOMEWHERE) ? text.length() : at + piece.length();
            starts[i] = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
            ends[i] = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
            from = end;
        }
    }

    /** 0: no span of the type touches it, 1: one does, 2: one covers it exactly. */
    private int match(String label, int start, int end) {
        int best = 0;
        for (int i = 0; i < spans.count(); i++) {
            if (isOf(label, i) && spans.start(i) < end && spans.end(i) > start) {
                best = Math.max(best, spans.start(i) == start && spans.end(i) == end ? 2 : 1);
            }
        }
        return best;
    }

    private boolean isCovered(int start, int end) {
        for (int i = 0; i < spans.count(); i++) {
            if (spans.start(i) < end && spans.end(i) > start) {
                return true;
            }
        }
        return false;
    }

    private boolean touchesAny(int span, int[] starts, int[] ends) {
        for (int i = 0; i < starts.length; i++) {
            if (spans.start(span) < ends[i] && spans.end(span) > starts[i]) {
                return true;
            }
        }
        return false;
    }

    /** A span is right for a label by its type. */
    private boolean isOf(String label, int span) {
        return spans.type(span) == typeOf(label);
    }

    /** A span is wrong for a label only when it claims to be exactly that. */
    private boolean isJudged(String label, int span) {
        boolean isFormat = kindOf(label) != null && EntityType.of(label) == null;
        return isFormat ? spans.kind(span) == kindOf(label) : isOf(label, span);
    }

    private static @Nullable EntityType typeOf(String label) {
        EntityType type = SYNONYMS.getOrDefault(label, EntityType.of(label));
        EntityKind kind = kindOf(label);
        return type != null ? type : kind != null ? kind.type() : null;
    }

    private static @Nullable EntityKind kindOf(String label) {
        for (EntityKind kind : EntityKind.values()) {
            if (kind.name().equals(label)) {
                return kind;
            }
        }
        return null;
    }
}
