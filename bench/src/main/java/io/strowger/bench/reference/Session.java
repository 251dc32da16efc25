package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.event.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What all parts of the reference share: the organizations, the timers, the time, and the events of the current command. */
final class Session {
    final List<Organization> organizations = new ArrayList<>();
    final Timers timers = new Timers();
    final List<Emitted> events = new ArrayList<>();
    /** Conversations that were changed since promises were looked at. */
    final Set<Long> touched = new TreeSet<>();

    NameTable labels = NameTable.EMPTY;
    long now;
    long sequence;

    /** The highest id of an offer or an assignment. */
    long lastOffer;

    /** Tells an event of an organization, whose state is changed already. */
    void emit(Organization organization, DomainEvent event) {
        events.add(new Emitted(organization.number, event));
        long changed = ChangedConversation.of(event);
        Conversation conversation = organization.conversations.get(changed);
        if (conversation != null) {
            conversation.changedBy = sequence + 1;
            touched.add(changed);
        }
        note(organization);
    }

    /** Tells an event that belongs to no organization, or to all. */
    void emit(DomainEvent event) {
        events.add(new Emitted(0, event));
        organizations.forEach(this::note);
    }

    private void note(Organization organization) {
        organization.agents.values().forEach(agent -> agent.countTime(now));
        organization.lookingAgents.addAll(organization.agentsWhoCanTakeMore());
        organization.agentsWhoseDelaysAreSkipped().forEach(agent -> armReview(organization, agent));
    }

    /** Has an agent looked over at once, after those who are already to be. */
    void armReview(Organization organization, Agent agent) {
        if (!timers.isArmed(Kind.REVIEW, organization.number, 0, agent.number)) {
            timers.arm(Kind.REVIEW, organization.number, 0, agent.number, now);
        }
    }
}
