package io.strowger.engine.routing;

import io.strowger.engine.configuration.ExceptionAction;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.event.ActionRequested;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ExceptionRaised;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.WatchSet;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.InvariantViolation;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Sets exception rules off. What a command, or a timer, does to waiting conversations is noted while it happens and
 * looked at afterwards, by (place of the rule, conversation).
 */
final class ExceptionDecider {
    /** It waits, and may have to be watched for another rule. */
    static final int QUEUED = 1;

    /** It came into a queue. */
    static final int ENTERED = 2;

    /** An offer for it was declined or expired. */
    static final int REFUSED = 4;

    /** A message of its customer was understood. */
    static final int HEARD = 8;

    /** How many times rules are set off in one command: so a record keeps its bounds whatever they do. */
    private static final int MAX_RAISED = 128;

    private static final long TEN_YEARS_NANOS = TimeUnit.DAYS.toNanos(3_650);

    private final Scope scope;
    private final Placement placement;
    private final Closing closing;
    private ConversationState[] noted = new ConversationState[4];
    private int count;
    private int raised;

    /** The sentiment before the message that was heard. */
    private int scoreBefore;

    ExceptionDecider(Scope scope, Placement placement, Closing closing) {
        this.scope = scope;
        this.placement = placement;
        this.closing = closing;
    }

    /** A command begins. */
    void begin() {
        raised = 0;
    }

    /** Whether rules were set off as often as one command allows; then no further timer fires in it. */
    boolean isSpent() {
        return raised >= MAX_RAISED;
    }

    /** Notes what happened to a conversation. */
    void note(ConversationState conversation, int what) {
        if (conversation.organization.exceptions.size() == 0) {
            return;
        }
        if (conversation.workflow.noted == 0) {
            if (count == noted.length) {
                noted = Arrays.copyOf(noted, 2 * count);
            }
            noted[count++] = conversation;
        }
        conversation.workflow.noted |= what;
    }

    /** Notes that a further message of a waiting customer was understood. */
    void heard(ConversationState conversation, int before) {
        scoreBefore = before;
        note(conversation, HEARD);
    }

    /** The organization's timer fired: the first of its watches is due. */
    void fire(OrganizationState organization) {
        WorkflowState watch = organization.watches.first();
        if (watch == null) {
            throw new InvariantViolation("organization " + organization.number + " watches nothing");
        }
        ConversationState conversation = watch.conversation;
        int position = (int) watch.key1;
        boolean isDue = position != WorkflowApplier.EVERY_RULE
                && organization.exceptions.concerns(position, conversation)
                && isDue(organization.exceptions.rule(position), conversation);
        if (isDue) {
            raise(conversation, position);
            note(conversation, QUEUED);
        } else {
            watch(conversation, true);
        }
    }

    /**
     * Looks at everything that was noted, until nothing sets a rule off any more, or the command allows no more of it. If there is a rule about what is promised,
     * promises are brought up to date before time is watched.
     */
    void run(SlaDecider promises) {
        if (count == 0) {
            return;
        }
        boolean again = true;
        while (again && !isSpent()) {
            again = raiseFirst();
        }
        if (noted[0].organization.exceptions.asksForSlack()) {
            promises.settle();
        }
        for (int index = 0; index < count; index++) {
            ConversationState conversation = noted[index];
            conversation.workflow.noted = 0;
            if (conversation.isWaiting()) {
                watch(conversation, false);
            }
        }
        count = 0;
    }

    private boolean raiseFirst() {
        int first = Integer.MAX_VALUE;
        ConversationState of = null;
        for (int index = 0; index < count; index++) {
            ConversationState conversation = noted[index];
            int position = conversation.isWaiting() ? triggered(conversation) : Integer.MAX_VALUE;
            if (position < first || of != null && position == first && conversation.id < of.id) {
                first = position;
                of = conversation;
            }
        }
        if (of == null) {
            return false;
        }
        raise(of, first);
        return true;
    }

    /** The first rule that is set off by what was noted. */
    private int triggered(ConversationState conversation) {
        ExceptionTable exceptions = conversation.organization.exceptions;
        for (int position = 0; position < exceptions.size(); position++) {
            if (isTriggered(exceptions.rule(position), conversation) && exceptions.concerns(position, conversation)) {
                return position;
            }
        }
        return Integer.MAX_VALUE;
    }

    private boolean isTriggered(ExceptionRule rule, ConversationState conversation) {
        int noted = conversation.workflow.noted;
        long value = rule.trigger().value();
        return switch (rule.trigger().kind()) {
            case WAIT, SLA_SLACK -> false;
            case NO_ELIGIBLE -> isUnserved(conversation);
            case ESTIMATE -> {
                QueueState queue = conversation.organization.queues[conversation.queue];
                yield (noted & ENTERED) != 0 && queue.estimates.median(conversation, scope.now()) > value;
            }
            case QUEUE_AHEAD -> {
                QueueState queue = conversation.organization.queues[conversation.queue];
                yield (noted & ENTERED) != 0 && queue.rows.before(conversation) >= value;
            }
            case OFFERS_EXHAUSTED -> (noted & (ENTERED | REFUSED)) != 0 && conversation.workflow.refusals >= value;
            case SENTIMENT -> (noted & HEARD) != 0 && conversation.sentimentScore < value && scoreBefore >= value;
        };
    }

    /** When a rule is to be looked at for a waiting conversation because of the time alone; 0 for never. */
    private long at(ExceptionRule rule, ConversationState conversation) {
        long value = rule.trigger().value();
        return switch (rule.trigger().kind()) {
            case WAIT -> conversation.enteredAt + value;
            case NO_ELIGIBLE -> conversation.enteredAt + ((scope.now() - conversation.enteredAt) / value + 1) * value;
            case SLA_SLACK -> SlaSlack.at(conversation, value);
            default -> 0;
        };
    }

    /** Whether a rule that was watched is set off now. */
    private boolean isDue(ExceptionRule rule, ConversationState conversation) {
        return rule.trigger().kind() == TriggerKind.NO_ELIGIBLE
                ? isUnserved(conversation)
                : at(rule, conversation) <= scope.now();
    }

    private static boolean isUnserved(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        Staffing staffing = organization.queues[conversation.queue].rows.staffing;
        return !staffing.isServed(organization, conversation.queue, conversation.signature());
    }

    /** Waits for the next rule that time alone sets off. */
    private void watch(ConversationState conversation, boolean always) {
        OrganizationState organization = conversation.organization;
        ExceptionTable exceptions = organization.exceptions;
        long next = 0;
        int first = 0;
        for (int position = 0; position < exceptions.size(); position++) {
            long at = at(exceptions.rule(position), conversation);
            if (at != 0 && (next == 0 || at < next) && exceptions.concerns(position, conversation)) {
                next = at;
                first = position;
            }
        }
        WorkflowState workflow = conversation.workflow;
        boolean isKnown = workflow.tree == null ? next == 0 : workflow.key0 == next && workflow.key1 == first;
        if (always || !isKnown) {
            WatchSet event = scope.events.watchSet;
            event.conversation = conversation.id;
            event.at = next;
            event.position = first;
            scope.emit(organization, event);
        }
    }

    private void raise(ConversationState conversation, int position) {
        OrganizationState organization = conversation.organization;
        ExceptionRule rule = organization.exceptions.rule(position);
        int number = organization.exceptions.number(position);
        raised++;
        ExceptionRaised event = scope.events.exceptionRaised;
        event.conversation = conversation.id;
        event.rule = number;
        event.trigger = rule.trigger().kind();
        event.queue = conversation.queue;
        scope.emit(organization, event);
        alter(conversation, rule);
        for (ExceptionAction action : rule.actions()) {
            if (action.kind().isForOthers()) {
                ActionRequested requested = scope.events.actionRequested;
                requested.conversation = conversation.id;
                requested.rule = number;
                requested.action = action.kind();
                requested.text.set(Bytes.of(action.text()));
                scope.emit(organization, requested);
            }
        }
        end(conversation, rule.actions().get(rule.actions().size() - 1));
    }

    /** What the rule says about place and terms, as one change. */
    private void alter(ConversationState conversation, ExceptionRule rule) {
        Alteration alteration = new Alteration(scope, placement, conversation, QueueReason.ESCALATED);
        for (ExceptionAction action : rule.actions()) {
            switch (action.kind()) {
                case SET_PRIORITY -> alteration.event().priority = (int) action.value();
                case ADD_AGE ->
                    alteration.event().age = Math.min(TEN_YEARS_NANOS, alteration.event().age + action.value());
                case MOVE -> move(conversation, alteration, action);
                case RELAX -> alteration.relax(action.skills());
                case ADD_REQUIREMENT -> alteration.require(action.requirements());
                default -> {
                    // Nothing about its place.
                }
            }
        }
        alteration.end();
    }

    private void move(ConversationState conversation, Alteration alteration, ExceptionAction action) {
        int queue = conversation.organization.names.queues().number(String.valueOf(action.queue()));
        if (alteration.move(queue) && !action.keepsAge()) {
            alteration.event().queuedAt = scope.now();
            alteration.event().age = 0;
        }
    }

    private void end(ConversationState conversation, ExceptionAction last) {
        switch (last.kind()) {
            case PARK -> {
                if (!conversation.isWaiting()) {
                    return; // Its new queue is closed and has set it aside.
                }
                placement.endAll(conversation, OfferOutcome.RESCINDED);
                ConversationParked parked = scope.events.conversationParked;
                parked.conversation = conversation.id;
                scope.emit(conversation.organization, parked);
            }
            case CANCEL -> {
                placement.endAll(conversation, OfferOutcome.CANCELLED);
                closing.cancel(conversation);
            }
            default -> {
                // It goes on waiting.
            }
        }
    }
}
