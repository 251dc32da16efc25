package io.strowger.verticles.config;

import io.strowger.engine.configuration.QueueTerms;
import io.strowger.verticles.config.Node.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * The queues of an agent: names, each a tier of its own in the order of the list, or mappings of queue, tier and delay.
 *
 * @param queues their ids
 * @param terms the terms of each, empty when there are only names
 */
record ServedQueues(List<String> queues, List<QueueTerms> terms) {
    static ServedQueues read(Fields agent, Problems problems) {
        List<String> queues = new ArrayList<>();
        List<QueueTerms> terms = new ArrayList<>();
        boolean[] onlyNames = {true};
        agent.list("queues", (node, path) -> {
            QueueTerms usual = new QueueTerms(queues.size() + 1, 0);
            if (node instanceof Scalar scalar) {
                queues.add(scalar.text());
                return terms.add(usual);
            }
            onlyNames[0] = false;
            Fields fields = new Fields(node, path, problems);
            queues.add(fields.text("queue"));
            terms.add(new QueueTerms(fields.integer("tier", usual.tier()), fields.nanos("delay", usual.delayNanos())));
            fields.end();
            return true;
        });
        return new ServedQueues(queues, onlyNames[0] ? List.of() : terms);
    }
}
