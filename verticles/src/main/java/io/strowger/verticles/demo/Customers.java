package io.strowger.verticles.demo;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The customers: they write at random moments, most to begin a conversation, some to add to one, and now and then a message
 * is sent twice. Belongs to the simulation's event loop.
 */
final class Customers {
    private static final long TICK_MILLIS = 1;
    private static final int REMEMBERED = 200;
    private static final double FOLLOW_UP_SHARE = 0.18;
    private static final double REPEAT_SHARE = 0.05;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Vertx vertx;
    private final List<Line> lines;
    private final DemoTexts texts;
    private final Tally tally;
    private final double messagesPerSecond;
    private final SplittableRandom random;
    private final String run;
    private final List<Integer> order = new ArrayList<>();
    private final ArrayDeque<Answered> recent = new ArrayDeque<>();
    private long timer;
    private long nextNanos;
    private int sent;

    /**
     * Customers who have not begun to write.
     *
     * @param run distinguishes the ids of this run from those of others in the same data directory
     */
    Customers(
            Vertx vertx,
            List<Line> lines,
            DemoTexts texts,
            Tally tally,
            double messagesPerSecond,
            String run,
            long seed) {
        this.vertx = vertx;
        this.lines = List.copyOf(lines);
        this.texts = texts;
        this.tally = tally;
        this.messagesPerSecond = messagesPerSecond;
        this.run = run;
        this.random = new SplittableRandom(seed);
    }

    void start() {
        nextNanos = System.nanoTime();
        timer = vertx.setPeriodic(TICK_MILLIS, ignored -> sendDue());
    }

    /** Nobody writes any more; answers still come. */
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Sends what is due. The schedule does not slip: a late message counts from when it was meant to be sent. */
    private void sendDue() {
        long now = System.nanoTime();
        while (nextNanos - now <= 0) {
            send(next(), nextNanos);
            nextNanos += (long) (-Math.log(1 - random.nextDouble()) / messagesPerSecond * NANOS_PER_SECOND);
        }
    }

    private CustomerMessage next() {
        double kind = random.nextDouble();
        if (kind < REPEAT_SHARE && !recent.isEmpty()) {
            Answered known = anyRecent();
            return known.message().again(known.messageId());
        }
        if (kind < REPEAT_SHARE + FOLLOW_UP_SHARE && !recent.isEmpty()) {
            return followUp(anyRecent().message());
        }
        DemoTexts.First first = nextFirst();
        int number = sent;
        String conversation = random.nextBoolean() ? run + "-c" + number : null;
        return new CustomerMessage(run + "-m" + number, run + "-u" + number, conversation, first, first.text(), null);
    }

    private CustomerMessage followUp(CustomerMessage before) {
        List<String> choices = texts.followUps().get(before.first().language());
        if (choices == null) {
            throw new IllegalStateException(
                    "there is nothing to add in " + before.first().language());
        }
        String text = choices.get(random.nextInt(choices.size()));
        return new CustomerMessage(
                run + "-m" + sent, before.contact(), before.conversation(), before.first(), text, null);
    }

    /** Every text once in random order, then all over again. */
    private DemoTexts.First nextFirst() {
        if (order.isEmpty()) {
            for (int index = 0; index < texts.messages().size(); index++) {
                order.add(random.nextInt(index + 1), index);
            }
        }
        int last = order.size() - 1;
        DemoTexts.First next = texts.messages().get(order.get(last));
        order.subList(last, order.size()).clear();
        return next;
    }

    private Answered anyRecent() {
        int skip = random.nextInt(recent.size());
        return recent.stream().skip(skip).findFirst().orElseThrow();
    }

    private void send(CustomerMessage message, long intendedNanos) {
        Line line = lines.get(sent % lines.size());
        sent++;
        tally.sent(line.transport());
        line.send(message.json())
                .onSuccess(answer -> answered(line, message, answer, System.nanoTime() - intendedNanos))
                .onFailure(failure -> tally.unanswered(line.transport(), String.valueOf(failure.getMessage())));
    }

    private void answered(Line line, CustomerMessage message, JsonObject answer, long nanos) {
        tally.answered(line.transport(), message, answer, nanos);
        String messageId = answer.getString("messageId");
        if (messageId != null && message.earlier() == null) {
            recent.add(new Answered(message, messageId));
            if (recent.size() > REMEMBERED) {
                recent.remove();
            }
        }
    }

    private record Answered(CustomerMessage message, String messageId) {}
}
