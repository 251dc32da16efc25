package io.strowger.verticles.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.engine.simulation.Estimate;
import io.strowger.engine.simulation.GroupResult;
import io.strowger.engine.simulation.Measure;
import io.strowger.engine.simulation.SimulationResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A simulation's result as one line of JSON. */
final class ResultJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DIGITS = 6;
    private static final double[] PERCENTS = {50, 75, 90, 95, 99};

    private final SimulationResult result;
    private final double confidence;

    private ResultJson(SimulationResult result, double confidence) {
        this.result = result;
        this.confidence = confidence;
    }

    /**
     * The line, without its end.
     *
     * @param confidence of the intervals, for example 0.95
     */
    static String of(SimulationResult result, double confidence) {
        return new ResultJson(result, confidence).root().toString();
    }

    private ObjectNode root() {
        ObjectNode root = NODES.objectNode();
        root.put("scenario", result.scenario().name());
        root.put("seed", result.seed());
        root.put("replications", result.replications());
        root.put("confidence", confidence);
        root.set("queues", groups(result.queues()));
        root.set("streams", groups(result.streams()));
        root.set("total", group(result.total()));
        return root;
    }

    private ObjectNode groups(List<GroupResult> groups) {
        ObjectNode nodes = NODES.objectNode();
        groups.forEach(group -> nodes.set(group.name(), group(group)));
        return nodes;
    }

    private ObjectNode group(GroupResult group) {
        ObjectNode node = NODES.objectNode();
        node.set("arrivals", estimate(group.arrivals(confidence), Double.POSITIVE_INFINITY));
        node.set("pWait", share(group, Measure.WAITED));
        node.set("meanWaitSeconds", amount(group, Measure.WAIT_SECONDS));
        ObjectNode levels = node.putObject("serviceLevel");
        List<Long> nanos = result.scenario().serviceLevelNanos();
        for (int level = 0; level < nanos.size(); level++) {
            levels.set(seconds(nanos.get(level)), estimate(group.servedWithin(level, confidence), 1));
        }
        node.set("pAbandon", share(group, Measure.ABANDONED));
        node.set("occupancy", share(group, Measure.OCCUPANCY));
        node.set("meanServedWaitSeconds", amount(group, Measure.SERVED_WAIT_SECONDS));
        node.set("queueLength", amount(group, Measure.QUEUE_LENGTH));
        node.set("pBlocked", share(group, Measure.BLOCKED));
        node.set("pUnserved", share(group, Measure.UNSERVED));
        node.set("offersPerConversation", amount(group, Measure.OFFERS));
        ObjectNode waits = node.putObject("waitSeconds");
        for (double percent : PERCENTS) {
            waits.set("p" + (int) percent, number(group.waitPercentile(percent)));
        }
        waits.set("max", number(group.waitPercentile(100)));
        return node;
    }

    /** A service level's time as a key: {@code 20}, {@code 0.5}. */
    static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }

    private ObjectNode share(GroupResult group, Measure measure) {
        return estimate(group.estimate(measure, confidence), 1);
    }

    private ObjectNode amount(GroupResult group, Measure measure) {
        return estimate(group.estimate(measure, confidence), Double.POSITIVE_INFINITY);
    }

    /** None of the figures can be negative, so no interval says that one could. */
    private static ObjectNode estimate(Estimate estimate, double most) {
        ObjectNode node = NODES.objectNode();
        node.set("mean", number(estimate.mean()));
        node.set("low", number(Math.max(0, estimate.low())));
        node.set("high", number(Math.min(most, estimate.high())));
        return node;
    }

    /** A number with six decimals at most; null for none. */
    static JsonNode number(double value) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? NODES.nullNode()
                : NODES.numberNode(BigDecimal.valueOf(value)
                        .setScale(DIGITS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .doubleValue());
    }
}
