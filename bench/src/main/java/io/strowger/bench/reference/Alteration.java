package io.strowger.bench.reference;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DemandSet;
import io.strowger.engine.event.MoveRefused;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.rules.Terms;
import java.util.List;
import java.util.stream.Stream;

/** What a step or an exception makes of a waiting conversation's place. */
final class Alteration {
    private final Session session;
    private final Organization organization;
    private final Conversation conversation;
    final ConversationQueued place;
    private List<Requirement> demand;
    private List<Requirement> asked;

    Alteration(Session session, Organization organization, Conversation conversation, QueueReason reason) {
        this.session = session;
        this.organization = organization;
        this.conversation = conversation;
        place = Placement.again(organization, conversation, reason);
        asked = conversation.requirements;
        demand = demandBefore();
    }

    private List<Requirement> demandBefore() {
        List<Requirement> known = conversation.progress.demand;
        return known == null ? conversation.requirements : known;
    }

    /** To another queue, with what it demands and what is asked there; false if it may not, or is there. */
    boolean move(String queue) {
        int number = organization.names.queues().number(queue);
        if (number == place.queue) {
            return false;
        }
        if (conversation.progress.moves
                >= organization.names.configuration().workflows().maxMoves()) {
            MoveRefused event = new MoveRefused();
            event.conversation = conversation.id;
            event.queue = conversation.queue;
            event.toQueue = number;
            event.moves = conversation.progress.moves;
            session.emit(organization, event);
            return false;
        }
        place.queue = number;
        asked = and(demand, organization.queue(number).requirements());
        return true;
    }

    /** Some skills, or all when none is named, are wishes. */
    void relax(List<String> skills) {
        demand = wished(demand, skills);
        asked = wished(asked, skills);
    }

    void require(List<Requirement> more) {
        demand = and(demand, more);
        asked = and(asked, more);
    }

    void end(Changes changes) {
        List<Requirement> before = demandBefore();
        asked = Requirements.relaxed(asked, session.now - conversation.enteredAt);
        Placement.prefer(organization, place, asked, conversation.preferredAgent, conversation.preferredUntil);
        if (Messages.differs(conversation, place, asked) || place.queuedAt != conversation.queuedAt) {
            changes.queue(organization, conversation, place, asked);
        }
        if (!demand.equals(before)) {
            tellDemand(session, organization, conversation, demand);
        }
    }

    static void tellDemand(
            Session session, Organization organization, Conversation conversation, List<Requirement> demand) {
        DemandSet event = new DemandSet();
        event.conversation = conversation.id;
        event.requirements.set(Terms.canonical(demand));
        conversation.progress.demand = demand;
        session.emit(organization, event);
    }

    private static List<Requirement> and(List<Requirement> one, List<Requirement> other) {
        return Requirements.canonical(
                Stream.concat(one.stream(), other.stream()).toList());
    }

    static List<Requirement> wished(List<Requirement> requirements, List<String> skills) {
        return Requirements.canonical(requirements.stream()
                .map(each -> skills.isEmpty() || skills.contains(each.skill()) ? each.relaxed() : each)
                .toList());
    }
}
