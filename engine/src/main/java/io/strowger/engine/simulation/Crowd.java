package io.strowger.engine.simulation;

import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The customers: they come, wait, and leave when they have had enough. One thread. */
final class Crowd {
    private final Scenario scenario;
    private final VirtualRouter router;
    private final Agenda agenda;
    private final Chances chances;
    private final Statistics statistics;
    private final Map<Long, Customer> present = new HashMap<>();
    private final CancelConversation cancel = new CancelConversation();
    private final ArrivalSequence[] sequences;
    private @Nullable Customer arriving;
    private int taken;

    Crowd(Scenario scenario, VirtualRouter router, Agenda agenda, Chances chances, Statistics statistics) {
        this.scenario = scenario;
        this.router = router;
        this.agenda = agenda;
        this.chances = chances;
        this.statistics = statistics;
        ToIntFunction<String> labels = router.directory().labels()::number;
        sequences = new ArrivalSequence[scenario.streams().size()];
        for (int stream = 0; stream < sequences.length; stream++) {
            Arrivals arrivals = scenario.streams().get(stream).arrivals();
            sequences[stream] = arrivals instanceof RecordedArrivals recorded
                    ? new RecordedSequence(recorded, stream, scenario.time().startNanos(), chances, labels)
                    : new RandomSequence((RandomArrivals) arrivals, stream, chances, labels);
        }
    }

    /** Plans the first customer of each stream. */
    void start() {
        for (int stream = 0; stream < sequences.length; stream++) {
            planArrival(stream);
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

    private void planArrival(int stream) {
        agenda.plan(sequences[stream].next(router.now()), () -> arrive(stream));
    }

    private void arrive(int stream) {
        if (scenario.lines() > 0 && taken >= scenario.lines()) {
            statistics.block(stream, router.now());
        } else {
            admit(stream);
        }
        planArrival(stream);
    }

    private void admit(int stream) {
        ArrivalStream kind = scenario.streams().get(stream);
        ArrivalSequence sequence = sequences[stream];
        long number = sequence.number();
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
        Decision decision = router.decide(sequence.message(), sequence.analysis());
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
