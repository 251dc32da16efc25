package io.strowger.engine.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What must be so for a condition to hold: for some variables, the texts that they can only have then, or the range in which
 * their number must lie. Says nothing about other variables. Immutable.
 */
public final class Bounds {
    /** No demands. */
    static final Bounds NONE = new Bounds(Map.of(), Map.of());

    private final Map<String, Set<String>> allowed;
    private final Map<String, Range> ranges;

    private Bounds(Map<String, Set<String>> allowed, Map<String, Range> ranges) {
        this.allowed = allowed;
        this.ranges = ranges;
    }

    /** A variable must have one of the texts. */
    static Bounds of(String path, Set<String> texts) {
        return new Bounds(Map.of(path, Set.copyOf(texts)), Map.of());
    }

    /** A number must lie in the range. */
    static Bounds of(String what, Range range) {
        return new Bounds(Map.of(), Map.of(what, range));
    }

    /** Both must be met. */
    Bounds and(Bounds other) {
        Map<String, Set<String>> both = new HashMap<>(allowed);
        other.allowed.forEach((path, texts) -> both.merge(path, texts, Bounds::common));
        Map<String, Range> bothRanges = new HashMap<>(ranges);
        other.ranges.forEach((what, range) -> bothRanges.merge(what, range, Range::and));
        return new Bounds(both, bothRanges);
    }

    /** One must be met at least. */
    Bounds or(Bounds other) {
        if (isContradictory()) {
            return other;
        } else if (other.isContradictory()) {
            return this;
        }
        Map<String, Set<String>> either = new HashMap<>();
        allowed.forEach((path, texts) -> {
            Set<String> others = other.allowed.get(path);
            if (others != null) {
                Set<String> union = new HashSet<>(texts);
                union.addAll(others);
                either.put(path, union);
            }
        });
        Map<String, Range> eitherRanges = new HashMap<>();
        ranges.forEach((what, range) -> {
            Range others = other.ranges.get(what);
            if (others != null) {
                eitherRanges.put(what, range.span(others));
            }
        });
        return new Bounds(either, eitherRanges);
    }

    /** Whether nothing can meet them. */
    public boolean isContradictory() {
        return allowed.values().stream().anyMatch(Set::isEmpty)
                || ranges.values().stream().anyMatch(Range::isEmpty);
    }

    /** Whether no message can meet these and the others. */
    public boolean excludes(Bounds other) {
        return and(other).isContradictory();
    }

    private static Set<String> common(Set<String> left, Set<String> right) {
        Set<String> common = new HashSet<>(left);
        common.retainAll(right);
        return common;
    }
}
