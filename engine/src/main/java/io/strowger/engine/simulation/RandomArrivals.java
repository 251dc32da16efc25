package io.strowger.engine.simulation;

import java.util.List;

/**
 * Customers who come by chance and all bring the same.
 *
 * @param channel id of the channel that they come by
 * @param rate how many
 * @param message what the rules see
 */
public record RandomArrivals(String channel, ArrivalRate rate, ArrivalStream.Content message) implements Arrivals {
    @Override
    public boolean isConstant() {
        return rate.isConstant();
    }

    @Override
    public List<String> labels() {
        return message.analysis().labels().values().stream()
                .map(GivenAnalysis.Label::label)
                .distinct()
                .toList();
    }
}
