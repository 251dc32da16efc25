package io.strowger.engine.simulation;

import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The customers: they come, wait, and leave when they have had enough. One thread. */
final class Crowd {
    private static final int ATTRIBUTE_BYTES = 1 << 20;

    private final Scenario scenario;
    private final VirtualRouter router;
    private final Agenda agenda;
    private final Chances chances;
    private final Statistics statistics;
    private final Map<Long, Customer> present = new HashMap<>();
    private final CancelConversation cancel = new CancelConversation();
    private final ReceiveMessage[] messages;
    private final Analysis[] analyses;
    private @Nullable Customer arriving;
    private int taken;

    Crowd(Scenario scenario, VirtualRouter router, Agenda agenda, Chances chances, Statistics statistics) {
        this.scenario = scenario;
        this.router = router;
        this.agenda = agenda;
        this.chances = chances;
        this.statistics = statistics;
        ToIntFunction<String> labels = router.directory().labels()::number;
        messages = scenario.streams().stream().map(Crowd::message).toArray(ReceiveMessage[]::new);
        analyses = scenario.streams().stream()
                .map(stream -> stream.message().analysis().numbered(labels))
                .toArray(Analysis[]::new);
    }

    private static ReceiveMessage message(ArrivalStream stream) {
        ReceiveMessage message = new ReceiveMessage();
        message.channel.set(Bytes.of(stream.channel()));
        message.text.set(Bytes.of(stream.message().text()));
        message.contactTier.set(Bytes.of(stream.message().contactTier()));
        message.contactLanguage.set(Bytes.of(stream.message().contactLanguage()));
        ByteWriter attributes = new ByteWriter(0, ATTRIBUTE_BYTES);
        stream.message().attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> attributes.writeText(entry.getKey()).writeText(entry.getValue()));
        message.attributes.set(attributes.array(), 0, attributes.position());
        return message;
    }

    /** Plans the first customer of each stream. */
    void start() {
        for (int stream = 0; stream < messages.length; stream++) {
            planArrival(stream, 0);
        }
    }

    /** Who has a conversation, or null for nobody of this simulation. */
    @Nullable
    Customer find(long conversation) {
        return present.get(conversation);
    }

    /** The conversation of the customer who is just coming began. */
    void open(long conversation) {
        if (arriving != null) {
            arriving.conversation = conversation;
            present.put(conversation, arriving);
        }
    }

    /** A customer's talk ended. */
    void hangUp(Customer customer) {
        if (customer.isOnLine) {
            customer.isOnLine = false;
            taken--;
        }
    }

    /** A conversation was closed. */
    void leave(Customer customer) {
        hangUp(customer);
        present.remove(customer.conversation);
    }

    /** Counts those who are still waiting. */
    void finish() {
        present.values().stream()
                .filter(customer -> customer.counts && !customer.isServed)
                .sorted(Comparator.comparingLong(customer -> customer.conversation))
                .forEach(customer -> statistics.leaveUnserved(customer, router.now()));
    }

    private void planArrival(int stream, long number) {
        long at = scenario.streams().get(stream).rate().next(router.now(), chances.of(Purpose.ARRIVAL, stream, number));
        agenda.plan(at, () -> arrive(stream, number));
    }

    private void arrive(int stream, long number) {
        if (scenario.lines() > 0 && taken >= scenario.lines()) {
            statistics.block(stream, router.now());
        } else {
            admit(stream, number);
        }
        planArrival(stream, number + 1);
    }

    private void admit(int stream, long number) {
        ArrivalStream kind = scenario.streams().get(stream);
        long now = router.now();
        Scenario.Span time = scenario.time();
        Customer customer = new Customer(
                stream,
                number,
                now,
                kind.handling().nextNanos(chances.of(Purpose.HANDLING, stream, number)),
                now >= time.countedFrom() && now < time.countedTo());
        taken++;
        arriving = customer;
        Decision decision = router.decide(messages[stream], analyses[stream]);
        arriving = null;
        if (decision.outcome != Outcome.DONE) {
            throw new IllegalStateException("a message of stream " + kind.name() + " ended as " + decision.outcome
                    + (decision.detail.isEmpty() ? "" : ": " + decision.detail));
        }
        Distribution patience = kind.patience();
        if (patience != null && !customer.isServed) {
            long until = now + patience.nextNanos(chances.of(Purpose.PATIENCE, stream, number));
            agenda.plan(until, () -> losePatience(customer));
        }
    }

    private void losePatience(Customer customer) {
        if (!customer.isServed && present.containsKey(customer.conversation)) {
            cancel.conversation = customer.conversation;
            router.decide(cancel);
        }
    }
}
