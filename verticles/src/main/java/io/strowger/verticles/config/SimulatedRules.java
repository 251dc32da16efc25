package io.strowger.verticles.config;

import io.strowger.engine.configuration.RuleConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that a scenario puts before those of its organization: one for each queue and priority that a stream names. */
final class SimulatedRules {
    /** The attribute by which they know their messages. */
    static final String ATTRIBUTE = "simulatedPlace";

    private final Map<String, RuleConfiguration> rules = new LinkedHashMap<>();

    /** Sends messages to a queue; without a priority, with the queue's own. Returns the attribute's value for them. */
    String to(String queue, @Nullable Integer priority) {
        String place = priority == null ? queue : queue + "/" + priority;
        rules.computeIfAbsent(
                place,
                value -> new RuleConfiguration(
                        "simulated place " + place,
                        "attributes." + ATTRIBUTE + " == \""
                                + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"",
                        queue,
                        priority,
                        List.of(),
                        List.of(),
                        false));
        return place;
    }

    int size() {
        return rules.size();
    }

    /** These rules, and then the others. */
    List<RuleConfiguration> before(List<RuleConfiguration> others) {
        List<RuleConfiguration> all = new ArrayList<>(rules.values());
        all.addAll(others);
        return all;
    }
}
