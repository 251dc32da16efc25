package io.strowger.bench.guard;

import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Tick;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The agents at work, in rounds: they answer all their offers, a few of them with no or not at all, and complete so many
 * conversations that about as many wait tomorrow as today. One thread.
 */
final class Staff {
    private static final int DECLINES_ONE_IN = 16;
    private static final int MISSES_ONE_IN = 61;

    private final Bytes[] agents = new Bytes[GuardOrganization.AGENTS];
    private final Queue<Duty> offers = new ArrayDeque<>();
    private final Queue<Duty> assignments = new ArrayDeque<>();
    private final OfferMade offerMade = new OfferMade();
    private final ConversationAssigned assigned = new ConversationAssigned();
    private final AnswerOffer answer = new AnswerOffer();
    private final CompleteConversation complete = new CompleteConversation();
    private final Tick tick = new Tick();
    private final int completionsARound;
    private int completionsLeft;
    private boolean ticked;
    private long answers;

    Staff(int completionsARound) {
        this.completionsARound = completionsARound;
        for (int number = 0; number < agents.length; number++) {
            agents[number] = Bytes.of(GuardOrganization.agentId(number));
        }
    }

    /** Something that an agent has to see to: an offer or a conversation. */
    private record Duty(int agent, long id) {}

    /** Notes what a record brings. */
    void read(RecordView record) {
        while (record.nextEvent()) {
            switch (record.eventKind()) {
                case OFFER_MADE -> {
                    offerMade.read(record.content());
                    offers.add(new Duty(offerMade.agent, offerMade.offer));
                }
                case CONVERSATION_ASSIGNED -> {
                    assigned.read(record.content());
                    assignments.add(new Duty(assigned.agent, assigned.conversation));
                }
                default -> {}
            }
        }
    }

    /** A round begins. */
    void beginRound() {
        completionsLeft = completionsARound;
        ticked = false;
    }

    /** The round's next command, valid until the next call; null when it is over. */
    @Nullable
    Command next() {
        Duty offer = offers.poll();
        while (offer != null && ++answers % MISSES_ONE_IN == 0) {
            offer = offers.poll();
        }
        if (offer != null) {
            answer.agent.set(agents[offer.agent()]);
            answer.offer = offer.id();
            answer.accepted = answers % DECLINES_ONE_IN != 0;
            return answer;
        }
        Duty assignment = completionsLeft == 0 ? null : assignments.poll();
        if (assignment != null) {
            completionsLeft--;
            complete.agent.set(agents[assignment.agent()]);
            complete.conversation = assignment.id();
            return complete;
        }
        if (!ticked) {
            ticked = true;
            return tick;
        }
        return null;
    }
}
