package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.SetAgentAvailability;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.LiveWork;
import io.strowger.engine.event.AgentAvailabilityChanged;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentReviewed;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AgentStatusPlanned;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.RouteState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Decides what agents declare and answer, and what becomes of what they have when they are gone. */
final class AgentCommands {
    private final Session session;
    private final Changes changes;
    private final Exclusions exclusions;

    AgentCommands(Session session, Changes changes, Exclusions exclusions) {
        this.session = session;
        this.changes = changes;
        this.exclusions = exclusions;
    }

    Outcome status(Organization organization, SetAgentStatus command, Answer answer) {
        Agent agent = organization.agents.get(organization.names.agents().number(command.agent.toText()));
        if (agent == null || agent.removed) {
            return Outcome.NOT_FOUND;
        }
        if (command.status == AgentStatus.NOT_RESPONDING) {
            return Outcome.INVALID;
        }
        answer.decision.agent = agent.number;
        boolean isLater = command.whenFree
                && command.status != AgentStatus.AVAILABLE
                && agent.status != AgentStatus.OFFLINE
                && !agent.handled().isEmpty();
        if (isLater) {
            return plan(organization, agent, command.status);
        }
        if (agent.status == command.status && agent.nextStatus == null) {
            return Outcome.UNCHANGED;
        }
        declare(organization, agent, command.status);
        return Outcome.DONE;
    }

    Outcome availability(Organization organization, SetAgentAvailability command, Answer answer) {
        Agent agent = organization.agents.get(organization.names.agents().number(command.agent.toText()));
        if (agent == null || agent.removed) {
            return Outcome.NOT_FOUND;
        }
        List<ChannelKind> paused = new ArrayList<>();
        for (ChannelKind kind : ChannelKind.values()) {
            if ((command.pausedKinds >> kind.code() & 1) == 1) {
                paused.add(kind);
            }
        }
        int known = paused.stream().mapToInt(kind -> 1 << kind.code()).sum();
        if (known != command.pausedKinds || command.activity.length() > 256) {
            return Outcome.INVALID;
        }
        answer.decision.agent = agent.number;
        String activity = command.activity.toText();
        if (agent.pausedKinds.equals(paused) && agent.activity.equals(activity)) {
            return Outcome.UNCHANGED;
        }
        agent.pausedKinds = paused;
        agent.activity = activity;
        AgentAvailabilityChanged event = new AgentAvailabilityChanged();
        event.agent = agent.number;
        event.pausedKinds = known;
        event.activity.set(command.activity);
        session.emit(organization, event);
        for (Offer offer : agent.offered()) {
            ChannelKind kind = organization.channel(offer.conversation).kind();
            if (!organization.takesKind(agent, kind)) {
                changes.endOffer(organization, offer, OfferOutcome.REVOKED);
            }
        }
        return Outcome.DONE;
    }

    /** Nothing new until everything is done, then the status. */
    private Outcome plan(Organization organization, Agent agent, AgentStatus status) {
        if (agent.nextStatus == status) {
            return Outcome.UNCHANGED;
        }
        if (agent.status == AgentStatus.AVAILABLE || agent.status == AgentStatus.NOT_RESPONDING) {
            declare(organization, agent, AgentStatus.DRAINING);
        }
        AgentStatusPlanned event = new AgentStatusPlanned();
        event.agent = agent.number;
        event.status = status;
        agent.nextStatus = status;
        session.emit(organization, event);
        return Outcome.DONE;
    }

    /** Everything is done. */
    void takeNextStatus(Organization organization, Agent agent) {
        declare(organization, agent, Organization.known(agent.nextStatus));
    }

    Outcome connection(Organization organization, AgentConnection command, Answer answer) {
        Agent agent = organization.agents.get(organization.names.agents().number(command.agent.toText()));
        if (agent == null || agent.removed && command.connected) {
            return Outcome.NOT_FOUND;
        }
        answer.decision.agent = agent.number;
        if (agent.connected == command.connected) {
            return Outcome.UNCHANGED;
        }
        if (command.connected) {
            connect(organization, agent);
        } else {
            disconnect(organization, agent);
        }
        return Outcome.DONE;
    }

    Outcome answer(Organization organization, AnswerOffer command, Answer answer) {
        int number = organization.names.agents().number(command.agent.toText());
        Offer offer = organization.offers.get(command.offer);
        if (number < 0 || offer == null) {
            return Outcome.NOT_FOUND;
        }
        if (offer.agent != number) {
            return Outcome.CONFLICT;
        }
        Conversation conversation = organization.conversations.get(offer.conversation.id);
        if (offer.outcome == OfferOutcome.PENDING) {
            answer.about = Organization.known(conversation);
            if (command.reason.length() > 1_024) {
                return Outcome.INVALID;
            }
            answerPending(organization, answer.about, offer, command);
            return Outcome.DONE;
        }
        boolean same = offer.outcome == (command.accepted ? OfferOutcome.ACCEPTED : OfferOutcome.DECLINED);
        boolean holds = conversation != null && (!command.accepted || conversation.assignment == offer.id);
        if (same && holds) {
            answer.about = conversation;
            return Outcome.UNCHANGED;
        }
        return Outcome.CONFLICT;
    }

    /** An offer's deadline passed; who misses too many counts as not responding. */
    void expire(Organization organization, Offer offer) {
        Agent agent = organization.agent(offer.agent);
        endUnwanted(organization, offer, OfferOutcome.EXPIRED, agent.missCount + 1, 0);
        if (agent.missCount >= organization.limits().missThreshold() && agent.status == AgentStatus.AVAILABLE) {
            change(organization, agent, AgentStatus.NOT_RESPONDING, agent.idleSince, agent.returnAt);
            revokeAll(organization, agent);
        }
    }

    /** The grace of a session that went away is over. */
    void lose(Organization organization, Agent agent) {
        agent.lost = true;
        returnAt(organization, agent, returnAt(organization, agent));
        connectionChanged(organization, agent, agent.returnAt);
        revokeAll(organization, agent);
    }

    /** An agent is gone for too long: live conversations, but for e-mails, return to their queues or are parked. */
    void returnAll(Organization organization, Agent agent) {
        for (Conversation conversation : agent.handled()) {
            if (returns(organization, conversation)) {
                if (organization.channel(conversation).liveWork() == LiveWork.PARK) {
                    changes.setAside(organization, conversation);
                } else {
                    changes.giveBack(organization, conversation);
                }
            }
        }
        agent.returnAt = 0;
        reviewed(organization, agent, true);
    }

    /** After a new configuration: who was removed goes offline, offers that no longer fit are revoked. */
    void review(Organization organization, Agent agent) {
        if (agent.removed && agent.status != AgentStatus.OFFLINE) {
            declare(organization, agent, AgentStatus.OFFLINE);
        } else if (leavesWork(organization, agent)) {
            if (agent.status == AgentStatus.OFFLINE) {
                declare(organization, agent, AgentStatus.OFFLINE);
            } else {
                lose(organization, agent);
            }
        }
        for (Offer offer : agent.offered()) {
            Conversation conversation = offer.conversation;
            if (!organization.serves(agent, conversation.queue)
                    || !agent.meets(conversation.requirements)
                    || !organization.takesKind(
                            agent, organization.channel(conversation).kind())) {
                changes.endOffer(organization, offer, OfferOutcome.REVOKED);
            }
        }
        List<Offer> newestFirst = new ArrayList<>(agent.offered());
        Collections.reverse(newestFirst);
        for (Offer offer : newestFirst) {
            Signature signature = organization.signature(offer.conversation);
            if (organization.load(agent, signature) > agent.configuration.capacity()
                    || organization.heldOfKind(agent, signature) > signature.maxPerAgent()) {
                changes.endOffer(organization, offer, OfferOutcome.REVOKED);
            }
        }
        if (agent.receivesOffers()) {
            organization.lookingAgents.add(agent);
        }
        reviewed(organization, agent, false);
    }

    private void answerPending(Organization organization, Conversation conversation, Offer offer, AnswerOffer command) {
        Agent agent = organization.agent(offer.agent);
        if (command.accepted) {
            if (conversation.isBeingTransferred()) {
                changes.endAssignment(organization, conversation, AssignmentEnd.TRANSFERRED, false);
            }
            changes.endOffer(organization, offer, OfferOutcome.ACCEPTED, 0, false);
            changes.endOffers(organization, conversation, OfferOutcome.RESCINDED);
            changes.assign(organization, conversation, agent, offer);
        } else {
            changes.tellReason(organization, conversation, command.agent, command.reason);
            endUnwanted(organization, offer, OfferOutcome.DECLINED, agent.missCount, command.retryAt);
        }
    }

    /** The agent is excluded for a while; a preference for this agent is over. */
    private void endUnwanted(
            Organization organization, Offer offer, OfferOutcome outcome, int missCount, long retryAt) {
        changes.endOffer(organization, offer, outcome, missCount, true, retryAt);
        if (offer.conversation.preferredAgent == offer.agent) {
            changes.endPreference(organization, offer.conversation);
        }
    }

    private void declare(Organization organization, Agent agent, AgentStatus to) {
        if (to == AgentStatus.AVAILABLE) {
            agent.missCount = 0;
            if (agent.status == AgentStatus.OFFLINE) {
                exclusions.forget(organization, agent);
            }
        }
        long returnAt = to == AgentStatus.OFFLINE || agent.lost ? returnAt(organization, agent) : 0;
        change(organization, agent, to, idleSince(organization, agent, to), returnAt);
        if (to != AgentStatus.AVAILABLE) {
            revokeAll(organization, agent);
        }
    }

    private void change(Organization organization, Agent agent, AgentStatus to, long idleSince, long returnAt) {
        AgentStatusChanged event = new AgentStatusChanged();
        event.agent = agent.number;
        event.status = to;
        event.changedAt = session.now;
        event.idleSince = idleSince;
        event.returnAt = returnAt;
        if (to == AgentStatus.OFFLINE) {
            agent.pausedKinds = List.of();
            agent.activity = "";
        }
        agent.status = to;
        agent.nextStatus = null;
        session.timers.cancel(Kind.NEXT_STATUS, organization.number, 0, agent.number);
        agent.statusSince = session.now;
        agent.idleSince = idleSince;
        returnAt(organization, agent, returnAt);
        session.emit(organization, event);
    }

    /** A short absence keeps the place among the idle; logging in never gains one. */
    private long idleSince(Organization organization, Agent agent, AgentStatus to) {
        boolean keeps = switch (agent.status) {
            case AVAILABLE -> true;
            case AWAY, DRAINING ->
                session.now - agent.statusSince < organization.limits().keepIdleNanos();
            case NOT_RESPONDING -> to != AgentStatus.AVAILABLE;
            case OFFLINE -> false;
        };
        return keeps ? agent.idleSince : session.now;
    }

    private void connect(Organization organization, Agent agent) {
        if (agent.lost) {
            exclusions.forget(organization, agent);
            agent.idleSince = session.now;
        }
        agent.connected = true;
        agent.lost = false;
        session.timers.cancel(Kind.CONNECTION_GRACE, organization.number, 0, agent.number);
        returnAt(organization, agent, agent.status == AgentStatus.OFFLINE ? agent.returnAt : 0);
        connectionChanged(organization, agent, agent.returnAt);
    }

    private void disconnect(Organization organization, Agent agent) {
        agent.connected = false;
        agent.lost = false;
        long graceUntil = session.now + organization.limits().connectionGraceNanos();
        session.timers.cancel(Kind.CONNECTION_GRACE, organization.number, 0, agent.number);
        session.timers.arm(Kind.CONNECTION_GRACE, organization.number, 0, agent.number, graceUntil);
        connectionChanged(organization, agent, graceUntil);
    }

    private void connectionChanged(Organization organization, Agent agent, long graceUntil) {
        AgentConnectionChanged event = new AgentConnectionChanged();
        event.agent = agent.number;
        event.connected = agent.connected;
        event.lost = agent.lost;
        event.graceUntil = graceUntil;
        event.idleSince = agent.idleSince;
        session.emit(organization, event);
    }

    private void reviewed(Organization organization, Agent agent, boolean returned) {
        AgentReviewed event = new AgentReviewed();
        event.agent = agent.number;
        event.returned = returned;
        session.emit(organization, event);
    }

    /** Takes back all pending offers of an agent, the oldest first. */
    private void revokeAll(Organization organization, Agent agent) {
        agent.offered().forEach(offer -> changes.endOffer(organization, offer, OfferOutcome.REVOKED));
    }

    /** When the live conversations of an agent who goes now return; 0 when there are none that would. */
    private long returnAt(Organization organization, Agent agent) {
        if (agent.returnAt != 0) {
            return agent.returnAt;
        }
        return anyReturns(organization, agent)
                ? session.now + organization.limits().returnGraceNanos()
                : 0;
    }

    private void returnAt(Organization organization, Agent agent, long returnAt) {
        session.timers.cancel(Kind.RETURN_GRACE, organization.number, 0, agent.number);
        agent.returnAt = returnAt;
        if (returnAt != 0) {
            session.timers.arm(Kind.RETURN_GRACE, organization.number, 0, agent.number, returnAt);
        }
    }

    /** Somebody is gone with work that has to return, and nobody waits for that yet: it was to be kept when it began. */
    static boolean leavesWork(Organization organization, Agent agent) {
        boolean isGone = agent.lost || agent.status == AgentStatus.OFFLINE;
        return isGone && agent.returnAt == 0 && anyReturns(organization, agent);
    }

    private static boolean anyReturns(Organization organization, Agent agent) {
        return agent.handled().stream().anyMatch(conversation -> returns(organization, conversation));
    }

    /** E-mail waits for its agent, unless that one was removed; after-work is the agent's own. */
    private static boolean returns(Organization organization, Conversation conversation) {
        return conversation.state == RouteState.ASSIGNED
                && (organization.channel(conversation).liveWork() != LiveWork.KEEP
                        || organization.agent(conversation.agent).removed);
    }
}
