package io.strowger.engine.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What must be so for a condition to hold: for some variables, the texts that they can only have then. Says nothing about
 * other variables. Immutable.
 */
public final class Bounds {
    /** No demands. */
    static final Bounds NONE = new Bounds(Map.of());

    private final Map<String, Set<String>> allowed;

    private Bounds(Map<String, Set<String>> allowed) {
        this.allowed = allowed;
    }

    /** A variable must have one of the texts. */
    static Bounds of(String path, Set<String> texts) {
        return new Bounds(Map.of(path, Set.copyOf(texts)));
    }

    /** Both must be met. */
    Bounds and(Bounds other) {
        Map<String, Set<String>> both = new HashMap<>(allowed);
        other.allowed.forEach((path, texts) -> both.merge(path, texts, Bounds::common));
        return new Bounds(both);
    }

    /** One must be met at least. */
    Bounds or(Bounds other) {
        Map<String, Set<String>> either = new HashMap<>();
        allowed.forEach((path, texts) -> {
            Set<String> others = other.allowed.get(path);
            if (others != null) {
                Set<String> union = new HashSet<>(texts);
                union.addAll(others);
                either.put(path, union);
            }
        });
        return new Bounds(either);
    }

    /** Whether nothing can meet them. */
    public boolean isContradictory() {
        return allowed.values().stream().anyMatch(Set::isEmpty);
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
