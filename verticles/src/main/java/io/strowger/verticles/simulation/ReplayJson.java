package io.strowger.verticles.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.engine.replay.Fate;
import io.strowger.engine.replay.ReplayFigures;
import io.strowger.engine.replay.ReplayResult;
import io.strowger.engine.simulation.Estimate;

/** What a replay found, as one line of JSON. */
final class ReplayJson {
    private static final double NANOS = 1e9;

    private final ReplayResult result;

    private ReplayJson(ReplayResult result) {
        this.result = result;
    }

    /** The line, without its end. */
    static String of(ReplayResult result, ReplayFigures figures, int changes, long serviceLevelNanos) {
        return new ReplayJson(result).root(figures, changes, serviceLevelNanos).toString();
    }

    private ObjectNode root(ReplayFigures figures, int changes, long serviceLevelNanos) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("records", result.records());
        root.put("conversations", figures.conversations());
        root.put("otherQueue", figures.moved());
        root.put("otherAgent", figures.anothers());
        root.put("differing", figures.differing());
        ObjectNode wait = root.putObject("meanWaitSeconds");
        put(wait, figures.waitBefore(), figures.waitAfter(), figures.longer());
        ObjectNode level = root.putObject("serviceLevel").putObject(ResultJson.seconds(serviceLevelNanos));
        put(level, figures.servedBefore(), figures.servedAfter(), figures.better());
        root.putObject("givenUp").put("before", figures.cancelledBefore()).put("after", figures.cancelledAfter());
        ArrayNode largest = root.putArray("largest");
        for (ReplayResult.Pair pair : result.largest(changes)) {
            ObjectNode change = largest.addObject();
            change.put("conversation", pair.before().conversation);
            change.put("longerSeconds", result.longerNanos(pair) / NANOS);
            put(
                    change.putObject("before"),
                    pair.before(),
                    result.queueBefore(pair),
                    result.ruleBefore(pair),
                    result.agentBefore(pair));
            put(
                    change.putObject("after"),
                    pair.after(),
                    result.queueAfter(pair),
                    result.ruleAfter(pair),
                    result.agentAfter(pair));
        }
        return root;
    }

    private static void put(ObjectNode node, double before, double after, Estimate change) {
        node.set("before", ResultJson.number(before));
        node.set("after", ResultJson.number(after));
        ObjectNode interval = node.putObject("change");
        interval.set("mean", ResultJson.number(change.mean()));
        interval.set("low", ResultJson.number(change.low()));
        interval.set("high", ResultJson.number(change.high()));
    }

    private void put(ObjectNode node, Fate fate, String queue, String rule, String agent) {
        node.put("queue", queue);
        node.put("rule", rule.isEmpty() ? null : rule);
        node.put("priority", fate.priority);
        node.put("agent", agent.isEmpty() ? null : agent);
        node.put("offers", fate.offers);
        node.put("waitSeconds", fate.waitNanos(result.end()) / NANOS);
        node.put("givenUp", fate.cancelledAt != 0);
    }
}
