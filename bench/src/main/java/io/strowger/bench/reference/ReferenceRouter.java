package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.bench.reference.Timers.Timer;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.AssignConversation;
import io.strowger.engine.command.AwaitCustomer;
import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Configure;
import io.strowger.engine.command.CustomerPresence;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.command.PickConversation;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.command.Restart;
import io.strowger.engine.command.ScheduleConversation;
import io.strowger.engine.command.SetAgentAvailability;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.command.UnassignConversation;
import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.rules.Condition;
import io.strowger.models.Analysis;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides commands as the routing semantics say, in the plainest way: conversations and agents are filtered and sorted for
 * each match, timers for each tick. Owned by one thread.
 */
public final class ReferenceRouter {
    private static final int MAX_FIRED = 256;
    private static final int MAX_TRIMMED = 64;

    private final Session session = new Session();
    private final Exclusions exclusions = new Exclusions(session);
    private final Steps steps = new Steps(session);
    private final Escalations escalations = new Escalations(session);
    private final Changes changes = new Changes(session, exclusions, steps, escalations);
    private final Lifecycles lifecycles = new Lifecycles(session, changes);
    private final Matching matching = new Matching(session, changes, exclusions);
    private final Picks picks = new Picks(session, changes, matching);
    private final FirstAnswers firstAnswers = new FirstAnswers();
    private final Messages messages = new Messages(session, changes, lifecycles, steps, escalations, firstAnswers);
    private final AgentCommands agents = new AgentCommands(session, changes, exclusions);
    private final ConversationCommands conversations = new ConversationCommands(session, changes);
    private final Promises promises = new Promises(session, changes);
    private final Calendars calendars = new Calendars(session, changes);
    private final Configurations configurations;
    private final int maxClosedConversations;

    /**
     * A reference without any organization.
     *
     * @param conditions gives the conditions of a configuration's rules, in their order, or refuses them
     * @param maxClosedConversations closed conversations that an organization keeps; the first closed leave first
     */
    public ReferenceRouter(
            Function<OrganizationConfiguration, List<Condition>> conditions, int maxClosedConversations) {
        this.maxClosedConversations = maxClosedConversations;
        this.configurations = new Configurations(session, changes, calendars, escalations, promises, conditions);
    }

    /**
     * Decides one command.
     *
     * @param number the organization's number, -1 for the clock, the restart, and an organization's first configuration
     * @param now epoch nanoseconds, never less than before
     * @param analysis of a message, with stable label numbers; else not looked at
     */
    public Answer decide(int number, Command command, long now, Analysis analysis) {
        Answer answer = new Answer();
        session.now = now;
        session.events.clear();
        escalations.begin();
        answer.decision.organization = number;
        Outcome outcome = dispatch(number, command, analysis, answer);
        escalations.run(changes, promises);
        session.organizations.forEach(matching::run);
        promises.settle();
        tellStanding(answer);
        if (number >= 0 && number < session.organizations.size()) {
            trim(session.organizations.get(number));
        }
        answer.events = List.copyOf(session.events);
        if (!answer.events.isEmpty()) {
            answer.decision.sequence = ++session.sequence;
        }
        answer.decision.outcome = outcome;
        if (command instanceof ReceiveMessage message && outcome == Outcome.DONE) {
            remember(answer, message, analysis);
        }
        return answer;
    }

    /** When the next timer is due; {@link Long#MAX_VALUE} for none. */
    public long nextDeadline() {
        return session.timers.nextDeadline();
    }

    /** What a waiting conversation can expect; null for one that does not wait. */
    public @Nullable WaitEstimate estimate(int organization, long conversation, long now) {
        Organization found = session.organizations.get(organization);
        return Forecast.of(found, Organization.known(found.conversations.get(conversation)), now);
    }

    /** The state, for those who draw commands from it. */
    Session session() {
        return session;
    }

    private Outcome dispatch(int number, Command command, Analysis analysis, Answer answer) {
        switch (command.kind()) {
            case TICK -> {
                fireDue();
                return session.events.isEmpty() ? Outcome.UNCHANGED : Outcome.DONE;
            }
            case RESTART -> {
                configurations.restart((Restart) command);
                fireDue();
                return Outcome.DONE;
            }
            case CONFIGURE -> {
                Outcome outcome = configurations.configure(number, (Configure) command, answer);
                if (outcome == Outcome.DONE) {
                    fireDue();
                }
                return outcome;
            }
            default -> {
                return number < 0 || number >= session.organizations.size()
                        ? Outcome.UNKNOWN_ORGANIZATION
                        : dispatch(session.organizations.get(number), command, analysis, answer);
            }
        }
    }

    private Outcome dispatch(Organization organization, Command command, Analysis analysis, Answer answer) {
        return switch (command.kind()) {
            case RECEIVE_MESSAGE -> messages.decide(organization, (ReceiveMessage) command, analysis, answer);
            case SET_AGENT_STATUS -> agents.status(organization, (SetAgentStatus) command, answer);
            case SET_AGENT_AVAILABILITY -> agents.availability(organization, (SetAgentAvailability) command, answer);
            case AGENT_CONNECTION -> agents.connection(organization, (AgentConnection) command, answer);
            case ANSWER_OFFER -> agents.answer(organization, (AnswerOffer) command, answer);
            case COMPLETE -> conversations.complete(organization, (CompleteConversation) command, answer);
            case TRANSFER -> conversations.transfer(organization, (TransferConversation) command, answer);
            case SCHEDULE -> lifecycles.schedule(organization, (ScheduleConversation) command, answer);
            case CUSTOMER_PRESENCE -> lifecycles.presence(organization, (CustomerPresence) command, answer);
            case AWAIT_CUSTOMER -> conversations.awaitCustomer(organization, (AwaitCustomer) command, answer);
            case NOTE_REPLY -> promises.reply(organization, (NoteReply) command, answer);
            case UNASSIGN -> conversations.unassign(organization, (UnassignConversation) command, answer);
            case PICK -> picks.pick(organization, (PickConversation) command, answer);
            case ASSIGN -> conversations.assign(organization, (AssignConversation) command, answer);
            case PARK -> conversations.park(organization, (ParkConversation) command, answer);
            case CANCEL -> conversations.cancel(organization, (CancelConversation) command, answer);
            case UPDATE_ATTRIBUTES -> messages.update(organization, (UpdateAttributes) command, answer);
            case RECLASSIFY -> messages.reclassify(organization, (Reclassify) command, answer);
            default -> throw new IllegalArgumentException(command.kind() + " is no command of an organization");
        };
    }

    /** Timers that are due, in the order of (dueAt, seq); after each, whatever it made possible is matched. */
    private void fireDue() {
        int fired = 0;
        while (fired < MAX_FIRED && !escalations.isSpent()) {
            int before = session.events.size();
            Timer timer = session.timers.takeDue(session.now);
            if (timer == null) {
                return;
            }
            Organization organization = session.organizations.get(timer.organization());
            fire(organization, timer);
            escalations.run(changes, promises);
            matching.run(organization);
            promises.settle();
            if (session.events.size() > before) {
                trim(organization);
                fired++;
            }
        }
    }

    private void fire(Organization organization, Timer timer) {
        Kind kind = timer.kind();
        switch (kind) {
            case CONNECTION_GRACE -> agents.lose(organization, organization.agent(timer.agent()));
            case RETURN_GRACE -> agents.returnAll(organization, organization.agent(timer.agent()));
            case REVIEW -> agents.review(organization, organization.agent(timer.agent()));
            case FAIRNESS -> changes.startWindow(organization);
            case NEXT_STATUS -> agents.takeNextStatus(organization, organization.agent(timer.agent()));
            case BATCH -> matching.batches.close(organization, (int) timer.conversation());
            case SLA_REVIEW -> promises.review(organization, escalations);
            case CALENDAR_EDGE -> calendars.turn(organization, (int) timer.conversation());
            case QUEUE_HOURS -> calendars.move(organization, (int) timer.conversation());
            case EXCEPTIONS -> escalations.fire(organization, changes);
            case DRAIN -> conversations.drain(organization, (int) timer.conversation());
            default ->
                fire(organization, Organization.known(organization.conversations.get(timer.conversation())), timer);
        }
    }

    private void fire(Organization organization, Conversation conversation, Timer timer) {
        switch (timer.kind()) {
            case OFFER_EXPIRY ->
                agents.expire(
                        organization,
                        conversation.offers.stream()
                                .filter(offer -> offer.agent == timer.agent())
                                .findFirst()
                                .orElseThrow());
            case RELAXATION -> changes.relax(organization, conversation);
            case DELAY -> changes.delayElapsed(organization, conversation);
            case PREFERENCE -> changes.endPreference(organization, conversation);
            case WRAP_UP -> changes.complete(organization, conversation);
            case STEP -> steps.next(organization, conversation, changes);
            case SLA -> promises.breach(organization, conversation, SlaClock.ofCode(timer.agent()));
            case START -> lifecycles.start(organization, conversation);
            case TIME_TO_LIVE -> lifecycles.expire(organization, conversation);
            case FORGETTING -> changes.forget(organization, conversation);
            default -> {
                Exclusion exclusion = Organization.known(conversation.exclusion(timer.agent()));
                if (exclusion.softenedAt() != 0 && !exclusion.soft()) {
                    exclusions.soften(organization, conversation, exclusion);
                } else {
                    exclusions.end(organization, conversation, exclusion);
                }
            }
        }
    }

    /** Forgets the conversations that were closed first while there are too many of them. */
    private void trim(Organization organization) {
        for (int left = MAX_TRIMMED; left > 0 && organization.closed.size() > maxClosedConversations; left--) {
            changes.forget(organization, organization.closed.get(0));
        }
    }

    private static void tellStanding(Answer answer) {
        Decision decision = answer.decision;
        Conversation about = answer.about;
        if (about != null) {
            decision.conversation = about.id;
            decision.state = about.state;
            decision.queue = about.queue;
            decision.priority = about.priority;
            decision.rule = about.rule;
            decision.version = about.version;
            decision.conversationVersion = about.changedBy;
            Offer newest =
                    about.isWaiting() && !about.offers.isEmpty() ? about.offers.get(about.offers.size() - 1) : null;
            decision.agent = newest != null ? newest.agent : about.agent;
            decision.offer = newest != null ? newest.id : about.assignment;
        }
    }

    private void remember(Answer answer, ReceiveMessage message, Analysis analysis) {
        answer.decision.analysis.copyFrom(analysis);
        String externalId = message.externalId.toText();
        if (!externalId.isEmpty()) {
            Organization organization = session.organizations.get(answer.decision.organization);
            firstAnswers.put(
                    organization.number,
                    organization.names.channels().number(message.channel.toText()),
                    externalId,
                    answer.decision,
                    session.now,
                    organization.limits().idempotencyWindowNanos());
        }
    }
}
