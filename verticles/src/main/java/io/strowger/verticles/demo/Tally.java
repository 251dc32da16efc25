package io.strowger.verticles.demo;

import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts what the customers and agents of the demonstration see. Any thread. */
final class Tally {
    private static final int SHOWN_DECISIONS = 20;
    private static final int SHOWN_PROBLEMS = 5;
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1_000;

    private final Map<Transport, Traffic> traffic = new EnumMap<>(Transport.class);
    private final Histogram decisions = new Histogram(HIGHEST_NANOS, DIGITS);
    private final Map<String, String> queueByConversation = new HashMap<>();
    private final Map<String, String> outcomeByOffer = new HashMap<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final ArrayDeque<DecisionPicture> recent = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private long duplicates;
    private long completed;
    private long lost;
    private long problemCount;

    Tally() {
        for (Transport transport : Transport.values()) {
            traffic.put(transport, new Traffic());
        }
    }

    synchronized void sent(Transport transport) {
        of(transport).sent++;
    }

    /** An answer came: it is counted, and compared with what has to be in it. */
    synchronized void answered(Transport transport, CustomerMessage message, JsonObject answer, long nanos) {
        Traffic own = of(transport);
        own.answered++;
        own.answers.recordValue(Math.min(nanos, HIGHEST_NANOS));
        String messageId = answer.getString("messageId");
        if (messageId == null) {
            own.refused++;
            problem("refused: " + answer.getString("detail"));
            return;
        }
        if (!message.id().equals(answer.getString("externalId"))) {
            problem("the answer to " + message.id() + " was that of " + answer.getString("externalId"));
        }
        if (message.earlier() == null) {
            acknowledge(message, messageId, answer);
        } else {
            repeated(message, messageId, answer);
        }
    }

    /** No answer came, and none will. */
    synchronized void unanswered(Transport transport, String reason) {
        of(transport).unanswered++;
        problem("no answer: " + reason);
    }

    /** An offer came to its end; heard of more than once it counts once. */
    synchronized void offerEnded(String offer, String outcome) {
        outcomeByOffer.put(offer, outcome);
    }

    synchronized void connectionLost() {
        lost++;
    }

    synchronized void conversationCompleted() {
        completed++;
    }

    /** Something did not go as it has to. */
    synchronized void problem(String sentence) {
        problemCount++;
        if (problems.size() < SHOWN_PROBLEMS) {
            problems.add(sentence);
        }
    }

    synchronized TallyPicture picture() {
        Map<Transport, TallyPicture.Traffic> shown = new EnumMap<>(Transport.class);
        traffic.forEach((transport, own) -> shown.put(
                transport,
                new TallyPicture.Traffic(own.sent, own.answered, own.refused, own.unanswered, own.answers.copy())));
        Map<String, Long> queues = new TreeMap<>();
        queueByConversation.values().forEach(queue -> queues.merge(queue, 1L, Long::sum));
        Map<String, Long> offers = new TreeMap<>();
        outcomeByOffer.values().forEach(outcome -> offers.merge(outcome, 1L, Long::sum));
        return new TallyPicture(
                shown,
                decisions.copy(),
                queues,
                offers,
                List.copyOf(recent),
                Set.copyOf(acknowledged),
                queueByConversation.size(),
                duplicates,
                completed,
                lost,
                problemCount,
                List.copyOf(problems));
    }

    private void acknowledge(CustomerMessage message, String messageId, JsonObject answer) {
        if (!acknowledged.add(messageId)) {
            problem(messageId + " was given to two messages");
        }
        if (!Boolean.TRUE.equals(answer.getBoolean("durable"))) {
            problem(messageId + " was acknowledged before it was durable");
        }
        double micros = answer.getDouble("decisionMicros", 0.0);
        decisions.recordValue(Math.min((long) (micros * NANOS_PER_MICRO), HIGHEST_NANOS));
        DecisionPicture picture = DecisionPicture.of(message, answer);
        queueByConversation.put(answer.getString("conversationId"), picture.queue());
        recent.addFirst(picture);
        if (recent.size() > SHOWN_DECISIONS) {
            recent.removeLast();
        }
    }

    private void repeated(CustomerMessage message, String messageId, JsonObject answer) {
        duplicates++;
        if (!Boolean.TRUE.equals(answer.getBoolean("duplicate"))) {
            problem("the repeat of " + message.id() + " was taken for a new message");
        } else if (!messageId.equals(message.earlier())) {
            problem("the repeat of " + message.id() + " was answered with another message's id");
        }
    }

    private Traffic of(Transport transport) {
        @Nullable Traffic own = traffic.get(transport);
        if (own == null) {
            throw new IllegalStateException("every transport has its traffic");
        }
        return own;
    }

    private static final class Traffic {
        private final Histogram answers = new Histogram(HIGHEST_NANOS, DIGITS);
        private long sent;
        private long answered;
        private long refused;
        private long unanswered;
    }
}
