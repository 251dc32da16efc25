package io.strowger.engine.routing;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DemandSet;
import io.strowger.engine.event.MoveRefused;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of a waiting conversation's place and terms, made up of several parts and then carried out as one. What the
 * conversation asks by itself it takes along; what its queue asks stays behind.
 */
final class Alteration {
    private final Scope scope;
    private final Placement placement;
    private final ConversationState conversation;
    private final ConversationQueued event;
    private final List<Requirement> demandBefore;
    private List<Requirement> demand;
    private List<Requirement> asked;

    Alteration(Scope scope, Placement placement, ConversationState conversation, QueueReason reason) {
        this.scope = scope;
        this.placement = placement;
        this.conversation = conversation;
        event = placement.again(conversation, reason);
        asked = read(conversation.signature().requirements);
        demandBefore = conversation.workflow.knowsDemand ? read(conversation.workflow.demand.content()) : asked;
        demand = demandBefore;
    }

    /** The place and terms as they are to be. */
    ConversationQueued event() {
        return event;
    }

    /** Moves it to another queue, unless it was moved too often: then it stays, and that is told. Returns whether it moves. */
    boolean move(int queue) {
        OrganizationState organization = conversation.organization;
        if (queue == event.queue) {
            return false;
        }
        int maxMoves = organization.names.configuration().workflows().maxMoves();
        if (conversation.workflow.moves >= maxMoves) {
            MoveRefused refused = scope.events.moveRefused;
            refused.conversation = conversation.id;
            refused.queue = conversation.queue;
            refused.toQueue = queue;
            refused.moves = conversation.workflow.moves;
            scope.emit(organization, refused);
            return false;
        }
        event.queue = queue;
        List<Requirement> both = new ArrayList<>(demand);
        both.addAll(organization.queues[queue].configuration.requirements());
        asked = Requirements.canonical(both);
        return true;
    }

    /** Makes skills wishes; none given: all. */
    void relax(List<String> skills) {
        demand = Requirements.wished(demand, skills);
        asked = Requirements.wished(asked, skills);
    }

    /** Asks for more. */
    void require(List<Requirement> more) {
        demand = joined(demand, more);
        asked = joined(asked, more);
    }

    /** Carries it out. */
    void end() {
        event.requirements.set(Terms.canonical(asked));
        placement.relax(conversation, event);
        placement.prefer(conversation, event, conversation.preferredAgent, conversation.preferredUntil);
        if (Placement.differs(conversation, event) || event.queuedAt != conversation.queuedAt) {
            placement.queue(conversation, event);
        }
        if (!demand.equals(demandBefore)) {
            tell(Terms.canonical(demand));
        }
    }

    private void tell(Bytes requirements) {
        DemandSet set = scope.events.demandSet;
        set.conversation = conversation.id;
        set.requirements.set(requirements);
        scope.emit(conversation.organization, set);
    }

    private static List<Requirement> joined(List<Requirement> one, List<Requirement> other) {
        List<Requirement> both = new ArrayList<>(one);
        both.addAll(other);
        return Requirements.canonical(both);
    }

    private static List<Requirement> read(Bytes requirements) {
        return Requirements.read(new ByteReader().wrap(requirements));
    }
}
