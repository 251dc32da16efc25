package io.strowger.engine.replay;

import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.routing.Router;
import io.strowger.engine.routing.RouterLimits;
import io.strowger.engine.rules.CelRuleCompiler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The first reading of a journal: what became of its conversations, how agents worked, and when the clock ticked. */
final class Recording {
    final Fates fates = new Fates();
    final Habits habits = new Habits();
    private final Router router = new Router(RouterLimits.DEFAULT, new CelRuleCompiler());
    private final Map<Long, Habits.Answer> answers = new HashMap<>();
    private final Map<Long, Habits.Work> works = new HashMap<>();
    private final Bytes command = new Bytes();
    private final ByteReader reader = new ByteReader();
    private final AnswerOffer answerOffer = new AnswerOffer();
    private final OfferMade made = new OfferMade();
    private final ConversationAssigned assigned = new ConversationAssigned();
    private long[] ticks = new long[1 << 10];
    private int tickCount;
    private long records;

    /** Takes in the next record. */
    void add(RecordView record) {
        records++;
        fates.add(record);
        router.apply(record);
        CommandKind kind = record.commandKind();
        if (kind == CommandKind.TICK) {
            addTick(record.time());
        } else if (kind == CommandKind.ANSWER_OFFER) {
            addAnswer(record);
        } else if (Dependent.isByAgent(kind)) {
            addStep(record, Dependent.of(kind, record.command(command)));
        }
        record.rewind();
        while (record.nextEvent()) {
            switch (record.eventKind()) {
                case OFFER_MADE -> {
                    made.read(record.content());
                    Habits.Answer answer = new Habits.Answer(made.offeredAt);
                    answers.put(made.offer, answer);
                    habits.add(pair(record.eventOrganization(), made.conversation, made.agent), answer);
                }
                case CONVERSATION_ASSIGNED -> {
                    assigned.read(record.content());
                    Habits.Work work = new Habits.Work(assigned.assignedAt);
                    works.put(assigned.conversation, work);
                    habits.add(pair(record.eventOrganization(), assigned.conversation, assigned.agent), work);
                }
                default -> {
                    // Nothing that tells how agents work.
                }
            }
        }
    }

    /** Nothing more comes. */
    void close() {
        habits.close();
        ticks = Arrays.copyOf(ticks, tickCount);
    }

    /** Whether the clock ticked in a stretch of time, both ends included. */
    boolean hasTick(long from, long to) {
        int at = Arrays.binarySearch(ticks, from);
        int first = at >= 0 ? at : -at - 1;
        return first < ticks.length && ticks[first] <= to;
    }

    /** The names of the journal. */
    Directory directory() {
        return router.directory();
    }

    long records() {
        return records;
    }

    private Habits.Pair pair(int organization, long conversation, int agent) {
        Names names = router.directory().organization(organization);
        if (names == null) {
            throw new IllegalStateException("the journal has no organization " + organization);
        }
        return new Habits.Pair(conversation, names.agents().name(agent));
    }

    private void addTick(long time) {
        if (tickCount == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * tickCount);
        }
        ticks[tickCount++] = time;
    }

    private void addAnswer(RecordView record) {
        answerOffer.read(reader.wrap(record.command(command)));
        Habits.Answer answer = answers.remove(answerOffer.offer);
        if (answer != null) {
            answer.isGiven = true;
            answer.isAccepted = answerOffer.accepted;
            answer.afterNanos = record.time() - answer.offeredAt;
            answer.retryNanos = answerOffer.retryAt == 0 ? 0 : answerOffer.retryAt - record.time();
            answer.sequence = record.sequence();
            if (answer.isAccepted) {
                habits.accepted(answerOffer.agent.toText(), answer.afterNanos);
            }
        }
    }

    private void addStep(RecordView record, Dependent step) {
        long conversation = step.conversation();
        Habits.Work work = works.get(conversation);
        if (work != null) {
            long after = record.time() - work.assignedAt;
            if (step.kind() == CommandKind.COMPLETE && work.steps.isEmpty()) {
                habits.handled(conversation, after);
            }
            work.steps.add(new Habits.Step(after, record.sequence(), step));
        }
    }
}
