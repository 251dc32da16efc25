package io.strowger.bench.reference;

import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.explain.WaitEstimate.Method;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long it takes in a queue: what was seen, and what is to be expected from that. Durations are nanoseconds. */
final class Forecast {
    private static final BigInteger LIMIT = BigInteger.TWO.pow(55);
    private static final BigInteger ONE = BigInteger.TWO.pow(16);
    private static final BigInteger LEAST = BigInteger.TWO.pow(10);
    private static final BigInteger MOST = BigInteger.TWO.pow(22);
    private static final int WINDOW = 64;

    private final Organization organization;
    private final int queue;
    private final Mean handling = new Mean();
    private final List<Long> waits = new ArrayList<>();
    private final List<Score> scores = List.of(new Score(), new Score(), new Score());

    Forecast(Organization organization, int queue) {
        this.organization = organization;
        this.queue = queue;
    }

    /** What a conversation that waits in the queue has to expect. */
    WaitEstimate estimate(Conversation conversation, long now) {
        List<BigInteger> estimates = estimates(conversation, now);
        int best = best(estimates);
        if (best < 0) {
            return new WaitEstimate(position(conversation), -1, -1, null);
        }
        Score score = scores.get(best);
        BigInteger median = times(estimates.get(best), score.median);
        BigInteger ninetieth = times(estimates.get(best), score.ninetieth).max(median);
        return new WaitEstimate(
                position(conversation), median.longValueExact(), ninetieth.longValueExact(), Method.ofCode(best));
    }

    void entered(Conversation conversation, long now) {
        conversation.inLineSince = now;
        conversation.expected = estimates(conversation, now);
    }

    void asked(Conversation conversation, long now) {
        if (conversation.inLineSince == now) {
            conversation.expected = List.of();
        }
    }

    void served(Conversation conversation, long now) {
        asked(conversation, now);
        long wait = now - conversation.inLineSince;
        for (int method = 0; method < conversation.expected.size(); method++) {
            BigInteger expected = conversation.expected.get(method);
            if (expected.signum() >= 0) {
                scores.get(method).score(expected, BigInteger.valueOf(wait));
            }
        }
        conversation.expected = List.of();
        waits.add(wait);
    }

    void handled(long nanos) {
        handling.add(BigInteger.valueOf(nanos));
    }

    /** By {@link Method}, minus one where there is none. */
    private List<BigInteger> estimates(Conversation conversation, long now) {
        BigInteger position = BigInteger.valueOf(position(conversation));
        BigInteger length = position.max(BigInteger.valueOf(
                looking().filter(other -> other != conversation).count() + 1));
        long staffed = organization.agents.values().stream()
                .filter(agent -> agent.receivesOffers() && organization.serves(agent, queue))
                .count();
        long inHand = organization.agents.values().stream()
                .flatMap(agent -> agent.handled.stream())
                .filter(handled -> handled.queue == queue)
                .count();
        long head = organization.line.stream()
                .filter(waiting -> waiting.queue == queue)
                .findFirst()
                .map(first -> now - first.inLineSince)
                .orElse(0L);
        BigInteger none = BigInteger.ONE.negate();
        BigInteger servers = BigInteger.valueOf(Math.max(staffed, inHand));
        boolean isKnown = handling.count > 0 && servers.signum() > 0;
        return List.of(
                isKnown ? bounded(handling.mean.multiply(position).divide(servers)) : none,
                waits.isEmpty()
                        ? none
                        : bounded(BigInteger.valueOf(waits.get(waits.size() - 1))
                                .multiply(position)
                                .divide(length)),
                bounded(BigInteger.valueOf(head).multiply(position).divide(length)));
    }

    private int best(List<BigInteger> estimates) {
        boolean isStaffed = organization.agents.values().stream()
                .anyMatch(agent -> agent.receivesOffers() && organization.serves(agent, queue));
        List<Integer> known = new ArrayList<>();
        for (int method = 0; method < estimates.size(); method++) {
            boolean isProven = scores.get(method).error.count > 0;
            if (isStaffed && estimates.get(method).signum() >= 0 && (isProven || method < 2)) {
                known.add(method);
            }
        }
        return known.stream()
                .filter(method -> scores.get(method).error.count > 0)
                .min(Comparator.comparing(method -> scores.get(method).error.mean))
                .orElse(known.isEmpty() ? -1 : known.get(0));
    }

    private int position(Conversation conversation) {
        Comparator<Conversation> order = organization.order(queue);
        return 1
                + (int) looking()
                        .filter(other -> other != conversation && order.compare(other, conversation) < 0)
                        .count();
    }

    private Stream<Conversation> looking() {
        return organization.line.stream()
                .filter(waiting -> waiting.queue == queue && (canBePicked(waiting) || looks(waiting)));
    }

    private boolean canBePicked(Conversation waiting) {
        return organization.canBePicked(waiting) && waiting.offers.isEmpty();
    }

    private boolean looks(Conversation waiting) {
        return waiting.preferredAgent == DomainEvent.NOBODY && organization.looksForAgents(waiting);
    }

    private static BigInteger bounded(BigInteger nanos) {
        return nanos.min(LIMIT);
    }

    private static BigInteger times(BigInteger nanos, BigInteger factor) {
        return bounded(nanos.multiply(factor).divide(ONE));
    }

    /** Of the first observations the mean, then each counts a sixty-fourth. */
    private static final class Mean {
        private BigInteger mean = BigInteger.ZERO;
        private int count;

        private void add(BigInteger value) {
            count++;
            mean = mean.add(value.subtract(mean).divide(BigInteger.valueOf(Math.min(count, WINDOW))));
        }
    }

    /** How right a method was, and by what its estimates are multiplied. */
    private static final class Score {
        private final Mean error = new Mean();
        private BigInteger median = ONE;
        private BigInteger ninetieth = ONE.add(ONE);

        private void score(BigInteger expected, BigInteger wait) {
            BigInteger half = times(expected, median);
            BigInteger most = times(expected, ninetieth);
            error.add(half.subtract(wait).abs());
            if (expected.signum() > 0) {
                BigInteger step = median.divide(BigInteger.valueOf(64));
                median = between(wait.compareTo(half) > 0 ? median.add(step) : median.subtract(step));
                step = ninetieth.divide(BigInteger.valueOf(256));
                ninetieth = between(
                        wait.compareTo(most) > 0
                                ? ninetieth.add(step.multiply(BigInteger.valueOf(9)))
                                : ninetieth.subtract(step));
            }
        }

        private static BigInteger between(BigInteger factor) {
            return factor.max(LEAST).min(MOST);
        }
    }

    /** The forecast when somebody waits, else null. */
    static @Nullable WaitEstimate of(Organization organization, Conversation conversation, long now) {
        return conversation.isWaiting()
                ? organization.forecast(conversation.queue).estimate(conversation, now)
                : null;
    }
}
