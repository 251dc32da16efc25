package io.strowger.engine.configuration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the bounds of queues: overflow ends somewhere. Cold. */
public final class BoundCheck {
    /** So many queues may stand behind each other. */
    static final int MAX_HOPS = 100;

    private BoundCheck() {}

    /** Queues by their ids; of two with one id the first. */
    public static Map<String, QueueConfiguration> byId(List<QueueConfiguration> queues) {
        Map<String, QueueConfiguration> byId = new HashMap<>();
        queues.forEach(queue -> byId.putIfAbsent(queue.id(), queue));
        return byId;
    }

    /**
     * Checks one queue's bound.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static void check(QueueConfiguration queue, Map<String, QueueConfiguration> queues) {
        String problem = problem(queue, queues);
        if (problem != null) {
            throw new IllegalArgumentException("queue " + queue.id() + ", " + problem);
        }
    }

    /** What is wrong with a queue's bound, beginning with the setting; null for nothing. */
    public static @Nullable String problem(QueueConfiguration queue, Map<String, QueueConfiguration> queues) {
        QueueBound bound = queue.bound();
        if (bound.maxLength() < 0) {
            return "maxLength: it is " + bound.maxLength() + ", and can't be less than 0, which stands for any number";
        }
        if (bound.overflowQueue() == null) {
            return null;
        }
        if (bound.maxLength() == 0) {
            return "overflowQueue: without maxLength nothing is too much; set it, or leave overflowQueue out";
        }
        Set<String> passed = new HashSet<>();
        String next = queue.id();
        while (next != null) {
            if (!passed.add(next)) {
                return "overflowQueue: it leads back to " + next;
            }
            QueueConfiguration found = queues.get(next);
            if (found == null) {
                return "overflowQueue: there is no queue " + next;
            }
            if (passed.size() > MAX_HOPS) {
                return "overflowQueue: more than " + MAX_HOPS + " queues follow each other";
            }
            next = found.bound().maxLength() == 0 ? null : found.bound().overflowQueue();
        }
        return null;
    }
}
