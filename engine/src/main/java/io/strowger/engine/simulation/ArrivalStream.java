package io.strowger.engine.simulation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Customers of one kind. Each sends one message, which opens a conversation. Immutable.
 *
 * @param name what reports call it
 * @param arrivals when they come, and what they bring
 * @param handling how long an agent talks with one, after-work not included
 * @param afterWork how long the agent's after-work takes; null for as long as the queue allows. Nothing where the queue has
 *     none
 * @param patience how long one waits for an agent; null for ever
 */
public record ArrivalStream(
        String name,
        Arrivals arrivals,
        Distribution handling,
        @Nullable Distribution afterWork,
        @Nullable Distribution patience) {
    /** Customers who come by chance and all bring the same. */
    public ArrivalStream(
            String name,
            String channel,
            ArrivalRate rate,
            Content message,
            Distribution handling,
            @Nullable Distribution afterWork,
            @Nullable Distribution patience) {
        this(name, new RandomArrivals(channel, rate, message), handling, afterWork, patience);
    }

    /**
     * What a message brings to the rules.
     *
     * @param text its text; the models don't look at it
     * @param analysis what they would say
     * @param attributes keys and values
     * @param contactTier empty when unknown
     * @param contactLanguage empty when unknown
     */
    public record Content(
            String text,
            GivenAnalysis analysis,
            Map<String, String> attributes,
            String contactTier,
            String contactLanguage) {
        /** A message without anything in it. */
        public static final Content NONE = new Content("", GivenAnalysis.NONE, Map.of(), "", "");

        public Content {
            attributes = Map.copyOf(attributes);
        }
    }
}
