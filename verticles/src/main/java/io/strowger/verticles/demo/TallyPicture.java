package io.strowger.verticles.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * What was counted up to a moment.
 *
 * @param traffic messages by transport
 * @param decisions from publishing to the decision, nanoseconds, as the answers say
 * @param conversationsByQueue where the conversations were routed last
 * @param offers what became of offers, as the agents heard
 * @param recent the last decisions, newest first
 * @param acknowledged ids of all messages that the server acknowledged, each once
 * @param conversations how many conversations those belong to
 * @param duplicates repeats that were answered with the first answer
 * @param completed conversations that agents completed
 * @param lost connections that agents lost
 * @param problemCount how often something did not go as it has to
 * @param problems the first of those, in sentences
 */
record TallyPicture(
        Map<Transport, Traffic> traffic,
        Histogram decisions,
        Map<String, Long> conversationsByQueue,
        Map<String, Long> offers,
        List<DecisionPicture> recent,
        Set<String> acknowledged,
        int conversations,
        long duplicates,
        long completed,
        long lost,
        long problemCount,
        List<String> problems) {
    /**
     * What went over one transport.
     *
     * @param answers from the intended sending to the answer, nanoseconds
     */
    record Traffic(long sent, long answered, long refused, long unanswered, Histogram answers) {}

    long sent() {
        return traffic.values().stream().mapToLong(Traffic::sent).sum();
    }

    long answered() {
        return traffic.values().stream().mapToLong(Traffic::answered).sum();
    }

    /** Over all transports. */
    Histogram answers() {
        Histogram all = new Histogram(decisions);
        traffic.values().forEach(own -> all.add(own.answers()));
        return all;
    }

    long offers(String outcome) {
        return offers.getOrDefault(outcome, 0L);
    }
}
