package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.ExceptionAction;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.event.ActionRequested;
import io.strowger.engine.event.ExceptionRaised;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.event.WatchSet;
import io.strowger.engine.internal.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exception rules: what happened is noted, and looked at before matching. */
final class Escalations {
    private static final int MAX_RAISED = 128;
    private static final long TEN_YEARS_NANOS = 315_360_000_000_000_000L;

    private final Session session;
    private final List<Conversation> noted = new ArrayList<>();
    private final Set<Conversation> entered = new HashSet<>();
    private final Set<Conversation> refused = new HashSet<>();
    private @Nullable Organization where;
    private int raised;
    private @Nullable Conversation heard;
    private int scoreBefore;
    private int score;

    Escalations(Session session) {
        this.session = session;
    }

    /** A command begins. */
    void begin() {
        raised = 0;
    }

    /** Whether no more rules are set off, and no more timers fire, in this command. */
    boolean isSpent() {
        return raised >= MAX_RAISED;
    }

    void queued(Organization organization, Conversation conversation, boolean enters) {
        if (note(organization, conversation) && enters) {
            entered.add(conversation);
        }
    }

    void refused(Organization organization, Conversation conversation) {
        if (note(organization, conversation)) {
            refused.add(conversation);
        }
    }

    /** A waiting customer's message was understood. */
    void heard(Organization organization, Conversation conversation, int before, int now) {
        if (note(organization, conversation)) {
            heard = conversation;
            scoreBefore = before;
            score = now;
        }
    }

    /** Its promises are counted in another way. */
    void reviewed(Organization organization, Conversation conversation) {
        if (conversation.isWaiting()) {
            note(organization, conversation);
        }
    }

    private boolean note(Organization organization, Conversation conversation) {
        if (rules(organization).isEmpty()) {
            return false;
        }
        where = organization;
        if (!noted.contains(conversation)) {
            noted.add(conversation);
        }
        return true;
    }

    /** Sets off what was noted, the first rule first, of one rule the first conversation. */
    void run(Changes changes, Promises promises) {
        if (where != null) {
            run(where, changes, promises);
            where = null;
        }
    }

    private void run(Organization organization, Changes changes, Promises promises) {
        for (boolean again = true; again && !isSpent(); ) {
            again = false;
            for (int position = 0; position < rules(organization).size() && !again; position++) {
                ExceptionRule rule = rules(organization).get(position);
                Conversation first = noted.stream()
                        .filter(each -> each.isWaiting()
                                && concerns(organization, rule, each)
                                && isTriggered(organization, rule, each))
                        .min(Comparator.comparingLong(each -> each.id))
                        .orElse(null);
                if (first != null) {
                    raise(organization, first, rule, changes);
                    again = true;
                }
            }
        }
        if (rules(organization).stream().anyMatch(rule -> rule.trigger().kind() == TriggerKind.SLA_SLACK)) {
            promises.settle();
        }
        for (Conversation conversation : noted) {
            if (conversation.isWaiting()) {
                watch(organization, conversation, false);
            }
        }
        noted.clear();
        entered.clear();
        refused.clear();
        heard = null;
    }

    /** The first watch of the organization is due. */
    void fire(Organization organization, Changes changes) {
        Conversation conversation = Organization.known(firstWatched(organization));
        int position = conversation.progress.watchPosition;
        ExceptionRule rule = position < 0 ? null : rules(organization).get(position);
        if (rule != null && concerns(organization, rule, conversation) && isDue(organization, rule, conversation)) {
            raise(organization, conversation, rule, changes);
            note(organization, conversation);
        } else {
            watch(organization, conversation, true);
        }
    }

    /** It waits no more. */
    void rest(Organization organization, Conversation conversation) {
        session.timers.cancel(Kind.STEP, organization.number, conversation.id, 0);
        conversation.progress.endsAt = 0;
        setWatch(organization, conversation, 0, 0);
    }

    /** Other exception rules are in force. */
    void configured(Organization organization) {
        organization
                .queues
                .keySet()
                .forEach(queue -> organization.line.stream()
                        .filter(waiting -> waiting.queue == queue)
                        .forEach(waiting -> setWatch(organization, waiting, session.now, -1)));
    }

    private boolean isTriggered(Organization organization, ExceptionRule rule, Conversation conversation) {
        long value = rule.trigger().value();
        return switch (rule.trigger().kind()) {
            case WAIT, SLA_SLACK -> false;
            case NO_ELIGIBLE -> isUnserved(organization, conversation);
            case ESTIMATE ->
                entered.contains(conversation)
                        && organization
                                        .forecast(conversation.queue)
                                        .estimate(conversation, session.now)
                                        .medianNanos()
                                > value;
            case QUEUE_AHEAD ->
                entered.contains(conversation)
                        && organization
                                                .forecast(conversation.queue)
                                                .estimate(conversation, session.now)
                                                .position()
                                        - 1
                                >= value;
            case OFFERS_EXHAUSTED ->
                (entered.contains(conversation) || refused.contains(conversation))
                        && conversation.progress.refusals >= value;
            case SENTIMENT -> heard == conversation && scoreBefore >= value && score < value;
        };
    }

    private static boolean concerns(Organization organization, ExceptionRule rule, Conversation conversation) {
        boolean isHere = rule.queue() == null || organization.names.queues().number(rule.queue()) == conversation.queue;
        return isHere
                && !conversation.progress.raised.contains(
                        organization.names.exceptions().number(rule.id()));
    }

    private boolean isDue(Organization organization, ExceptionRule rule, Conversation conversation) {
        return rule.trigger().kind() == TriggerKind.NO_ELIGIBLE
                ? isUnserved(organization, conversation)
                : dueAt(organization, rule, conversation) <= session.now;
    }

    /** Nobody who is there could ever have it. */
    private static boolean isUnserved(Organization organization, Conversation conversation) {
        return isUnserved(organization, conversation, conversation.queue, conversation.requirements);
    }

    static boolean isUnserved(
            Organization organization, Conversation conversation, int queue, List<Requirement> requirements) {
        ChannelKind kind = organization.channel(conversation).kind();
        return organization.agents.values().stream()
                .filter(agent -> agent.isLoggedIn() && organization.serves(agent, queue) && agent.meets(requirements))
                .map(agent -> agent.configuration.matching().kinds())
                .noneMatch(kinds -> kinds.isEmpty() || kinds.contains(kind));
    }

    private long dueAt(Organization organization, ExceptionRule rule, Conversation conversation) {
        long value = rule.trigger().value();
        switch (rule.trigger().kind()) {
            case WAIT -> {
                return conversation.enteredAt + value;
            }
            case NO_ELIGIBLE -> {
                long next = conversation.enteredAt;
                while (next <= session.now) {
                    next += value;
                }
                return next;
            }
            case SLA_SLACK -> {
                return slackEnds(organization, conversation, value);
            }
            default -> {
                return 0;
            }
        }
    }

    /** When no more open time than that is left until the first of all that is due. */
    private static long slackEnds(Organization organization, Conversation conversation, long slack) {
        ServiceTime time = Organization.known(organization.serviceTimes.get(conversation.queue));
        List<Long> instants = new ArrayList<>();
        long since = conversation.queuedAt - conversation.age;
        long target = organization.queue(conversation.queue).matching().targetNanos();
        if (conversation.dueAt != 0) {
            long left = time.elapsed(conversation.queuedAt, conversation.dueAt) - slack;
            instants.add(
                    time.hasCalendar()
                            ? time.add(conversation.queuedAt, left)
                            : Math.max(1, conversation.dueAt - slack));
        } else if (target != 0) {
            instants.add(time.hasCalendar() ? time.add(since, target - slack) : Math.max(1, since + target - slack));
        }
        conversation.promises.forEach((clock, promise) -> {
            if (promise.round != (clock == SlaClock.NEXT_RESPONSE ? conversation.questions : conversation.stay)) {
                return;
            }
            if (promise.status == SlaStatus.BREACHED) {
                instants.add(promise.dueAt);
            } else if (promise.status == SlaStatus.RUNNING) {
                long left = promise.target - promise.consumed - slack;
                instants.add(Organization.known(conversation.countedBy).add(promise.since, left));
            }
        });
        return instants.stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private void watch(Organization organization, Conversation conversation, boolean tellAnyway) {
        long at = 0;
        int position = 0;
        List<ExceptionRule> rules = rules(organization);
        for (int each = 0; each < rules.size(); each++) {
            long due = dueAt(organization, rules.get(each), conversation);
            if (due > 0 && concerns(organization, rules.get(each), conversation) && (at == 0 || due < at)) {
                at = due;
                position = each;
            }
        }
        Progress progress = conversation.progress;
        if (tellAnyway || at != progress.watchAt || at != 0 && position != progress.watchPosition) {
            WatchSet event = new WatchSet();
            event.conversation = conversation.id;
            event.at = at;
            event.position = position;
            setWatch(organization, conversation, at, position);
            session.emit(organization, event);
        }
    }

    private void setWatch(Organization organization, Conversation conversation, long at, int position) {
        Conversation before = firstWatched(organization);
        conversation.progress.watchAt = at;
        conversation.progress.watchPosition = position;
        Conversation first = firstWatched(organization);
        if (before == conversation || first == conversation) {
            session.timers.cancel(Kind.EXCEPTIONS, organization.number, 0, 0);
            if (first != null) {
                session.timers.arm(Kind.EXCEPTIONS, organization.number, 0, 0, first.progress.watchAt);
            }
        }
    }

    private static @Nullable Conversation firstWatched(Organization organization) {
        return organization.conversations.values().stream()
                .filter(each -> each.progress.watchAt != 0)
                .min(Comparator.comparingLong((Conversation each) -> each.progress.watchAt)
                        .thenComparingInt(each -> each.progress.watchPosition)
                        .thenComparingLong(each -> each.id))
                .orElse(null);
    }

    private void raise(Organization organization, Conversation conversation, ExceptionRule rule, Changes changes) {
        raised++;
        int number = organization.names.exceptions().number(rule.id());
        ExceptionRaised event = new ExceptionRaised();
        event.conversation = conversation.id;
        event.rule = number;
        event.trigger = rule.trigger().kind();
        event.queue = conversation.queue;
        conversation.progress.raised.add(number);
        setWatch(organization, conversation, 0, 0);
        session.emit(organization, event);
        Alteration alteration = new Alteration(session, organization, conversation, QueueReason.ESCALATED);
        rule.actions().forEach(action -> apply(alteration, action));
        alteration.end(changes);
        for (ExceptionAction action : rule.actions()) {
            switch (action.kind()) {
                case CALLBACK, NOTIFY, AUTO_REPLY, HUMAN_REVIEW -> request(organization, conversation, number, action);
                case PARK -> {
                    if (!conversation.isWaiting()) {
                        return;
                    }
                    changes.endOffers(organization, conversation, OfferOutcome.RESCINDED);
                    changes.park(organization, conversation);
                }
                case CANCEL -> {
                    changes.endOffers(organization, conversation, OfferOutcome.CANCELLED);
                    changes.cancel(organization, conversation);
                }
                default -> {
                    // That was about its place.
                }
            }
        }
    }

    private void apply(Alteration alteration, ExceptionAction action) {
        switch (action.kind()) {
            case SET_PRIORITY -> alteration.place.priority = (int) action.value();
            case ADD_AGE -> alteration.place.age = Math.min(TEN_YEARS_NANOS, alteration.place.age + action.value());
            case MOVE -> {
                boolean moves = alteration.move(Organization.known(action.queue()));
                if (moves && !action.keepsAge()) {
                    alteration.place.queuedAt = session.now;
                    alteration.place.age = 0;
                }
            }
            case RELAX -> alteration.relax(action.skills());
            case ADD_REQUIREMENT -> alteration.require(action.requirements());
            default -> {
                // Not about its place.
            }
        }
    }

    private void request(Organization organization, Conversation conversation, int rule, ExceptionAction action) {
        ActionRequested event = new ActionRequested();
        event.conversation = conversation.id;
        event.rule = rule;
        event.action = action.kind();
        event.text.set(Bytes.of(action.text()));
        session.emit(organization, event);
    }

    private static List<ExceptionRule> rules(Organization organization) {
        return organization.names.configuration().workflows().exceptions();
    }
}
