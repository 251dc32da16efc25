package io.strowger.engine.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The delays with which agents serve queues. Cold. */
public final class DelayLevels {
    private static final TreeSet<Long> NONE = new TreeSet<>();

    private final Map<String, TreeSet<Long>> byQueue = new HashMap<>();

    /** The delays of these agents. */
    public DelayLevels(List<AgentConfiguration> agents) {
        for (AgentConfiguration agent : agents) {
            // Without terms nobody has a delay. Whether there are as many terms as queues is checked elsewhere.
            int terms = Math.min(agent.matching().terms().size(), agent.queues().size());
            for (int position = 0; position < terms; position++) {
                long delayNanos = agent.terms(position).delayNanos();
                if (delayNanos > 0) {
                    byQueue.computeIfAbsent(agent.queues().get(position), queue -> new TreeSet<>())
                            .add(delayNanos);
                }
            }
        }
    }

    /** The different delays, other than none, of a queue's agents, ascending; nanoseconds. */
    public long[] of(String queue) {
        return byQueue.getOrDefault(queue, NONE).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }
}
