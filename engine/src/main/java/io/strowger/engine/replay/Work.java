package io.strowger.engine.replay;

import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.simulation.VirtualRouter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What agents do with the conversations that a replay gives them: as the journal says where it knows the agent with that
 * conversation, else as fast as usual. One thread.
 */
final class Work {
    private final Habits habits;
    private final VirtualRouter router;
    private final Agenda agenda;
    private final Map<Long, Long> newIds = new HashMap<>();
    private final Map<Long, Long> oldIds = new HashMap<>();
    /** The assignment that a conversation has, by the conversation's new id. */
    private final Map<Long, Long> assignments = new HashMap<>();

    private final Map<Habits.Pair, Integer> offersSeen = new HashMap<>();
    private final Map<Habits.Pair, Integer> worksSeen = new HashMap<>();
    private final OfferMade made = new OfferMade();
    private final ConversationAssigned assigned = new ConversationAssigned();
    private final AssignmentEnded ended = new AssignmentEnded();

    Work(Habits habits, VirtualRouter router, Agenda agenda) {
        this.habits = habits;
        this.router = router;
        this.agenda = agenda;
    }

    /** A conversation of the journal is that one now. */
    void pair(long old, long now) {
        newIds.putIfAbsent(old, now);
        oldIds.putIfAbsent(now, old);
    }

    @Nullable
    Long newId(long old) {
        return newIds.get(old);
    }

    Map<Long, Long> newIds() {
        return newIds;
    }

    /** Takes in an event of the replay, to which the view points. */
    void observe(RecordView record) {
        switch (record.eventKind()) {
            case OFFER_MADE -> {
                made.read(record.content());
                onOffer(record.eventOrganization());
            }
            case CONVERSATION_ASSIGNED -> {
                assigned.read(record.content());
                assignments.put(assigned.conversation, assigned.assignment);
                onAssigned(record.eventOrganization());
            }
            case ASSIGNMENT_ENDED -> {
                ended.read(record.content());
                assignments.remove(ended.conversation);
            }
            default -> {
                // Nothing that an agent answers with an action.
            }
        }
    }

    private void onOffer(int organization) {
        String agent = agent(organization, made.agent);
        Habits.Pair pair = new Habits.Pair(oldIds.getOrDefault(made.conversation, 0L), agent);
        Habits.Answer answer = habits.answer(pair, offersSeen.merge(pair, 1, Integer::sum) - 1);
        if (answer != null && !answer.isGiven) {
            return;
        }
        AnswerOffer command = new AnswerOffer();
        command.agent.set(Bytes.of(agent));
        command.offer = made.offer;
        command.accepted = answer == null || answer.isAccepted;
        long after = answer == null ? habits.usualAcceptNanos(agent) : answer.afterNanos;
        if (answer != null && answer.retryNanos != 0) {
            command.retryAt = Math.max(1, made.offeredAt + after + answer.retryNanos);
        }
        long sequence = answer == null ? Long.MAX_VALUE : answer.sequence;
        agenda.plan(made.offeredAt + after, sequence, () -> router.decide(organization, command));
    }

    private void onAssigned(int organization) {
        String agent = agent(organization, assigned.agent);
        long conversation = assigned.conversation;
        long old = oldIds.getOrDefault(conversation, 0L);
        long assignment = assigned.assignment;
        long at = assigned.assignedAt;
        Habits.Pair pair = new Habits.Pair(old, agent);
        Habits.Work known = habits.work(pair, worksSeen.merge(pair, 1, Integer::sum) - 1);
        if (known == null) {
            CompleteConversation complete = new CompleteConversation();
            complete.agent.set(Bytes.of(agent));
            complete.conversation = conversation;
            agenda.plan(at + habits.handlingNanos(old), Long.MAX_VALUE, () -> {
                if (has(conversation, assignment)) {
                    router.decide(organization, complete);
                }
            });
            return;
        }
        for (Habits.Step step : known.steps) {
            agenda.plan(at + step.afterNanos(), step.sequence(), () -> {
                if (has(conversation, assignment)) {
                    router.decide(organization, step.command().about(conversation));
                }
            });
        }
    }

    private boolean has(long conversation, long assignment) {
        Long current = assignments.get(conversation);
        return current != null && current == assignment;
    }

    private String agent(int organization, int agent) {
        Names names = router.directory().organization(organization);
        if (names == null) {
            throw new IllegalStateException("the replay has no organization " + organization);
        }
        return names.agents().name(agent);
    }
}
