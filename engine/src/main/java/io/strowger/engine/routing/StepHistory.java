package io.strowger.engine.routing;

import io.strowger.engine.explain.RoutingStep;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last steps of conversations. When there are too many, those of the conversation that began first go. */
final class StepHistory {
    /** Of one conversation. */
    static final int MAX_OF_ONE = 32;

    private record Key(int organization, long conversation) {}

    private final Map<Key, ArrayDeque<RoutingStep>> steps = new LinkedHashMap<>();
    private final int max;
    private int size;

    StepHistory(int max) {
        this.max = max;
    }

    void add(int organization, long conversation, RoutingStep step) {
        ArrayDeque<RoutingStep> own =
                steps.computeIfAbsent(new Key(organization, conversation), key -> new ArrayDeque<>());
        own.addLast(step);
        size++;
        if (own.size() > MAX_OF_ONE) {
            own.removeFirst();
            size--;
        }
        Iterator<ArrayDeque<RoutingStep>> eldest = steps.values().iterator();
        while (size > max) {
            size -= eldest.next().size();
            eldest.remove();
        }
    }

    /** The steps of a conversation, the oldest first. */
    List<RoutingStep> of(int organization, long conversation) {
        ArrayDeque<RoutingStep> own = steps.get(new Key(organization, conversation));
        return own == null ? List.of() : List.copyOf(own);
    }

    void forget(int organization, long conversation) {
        ArrayDeque<RoutingStep> own = steps.remove(new Key(organization, conversation));
        size -= own == null ? 0 : own.size();
    }
}
