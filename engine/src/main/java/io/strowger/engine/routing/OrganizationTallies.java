package io.strowger.engine.routing;

import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.statistics.Count;
import io.strowger.engine.statistics.TallyRow;
import io.strowger.engine.statistics.TallySum;
import java.util.ArrayList;
import java.util.List;

/**
 * One organization's tallies, by the numbers of queues, agents and channels. Looks at each event before it is applied, when
 * the state still says where the conversation was. Owned by the thread that reads the journal.
 */
final class OrganizationTallies {
    /** So many rows are tidied at once, so that no record takes long. */
    private static final int TIDIED_AT_ONCE = 64;

    private final OrganizationState organization;
    private final TallySum sum = new TallySum();
    private final List<TallyRow> queues = new ArrayList<>();
    private final List<TallyRow> channels = new ArrayList<>();
    private final List<AgentTimes> agents = new ArrayList<>();
    private long tidiedQuarter;
    private int untidy;
    private int nextRow;

    OrganizationTallies(OrganizationState organization) {
        this.organization = organization;
    }

    TallyRow queue(int number) {
        while (queues.size() <= number) {
            queues.add(new TallyRow(sum));
        }
        return queues.get(number);
    }

    TallyRow channel(int number) {
        while (channels.size() <= number) {
            channels.add(new TallyRow(sum));
        }
        return channels.get(number);
    }

    AgentTimes agent(int number) {
        while (agents.size() <= number) {
            agents.add(new AgentTimes(sum));
        }
        return agents.get(number);
    }

    /** Counts an event that is about to be applied. */
    void note(DomainEvent event, long now) {
        switch (event.kind()) {
            case MESSAGE_RECEIVED -> channel(((MessageReceived) event).channel).add(Count.MESSAGES, now);
            case CONVERSATION_QUEUED -> queued((ConversationQueued) event, now);
            case CONVERSATION_REJECTED -> {
                ConversationRejected rejected = (ConversationRejected) event;
                queue(rejected.queue).add(Count.REJECTED, now);
                channel(conversation(rejected.conversation).channel).add(Count.REJECTED, now);
            }
            case OFFER_MADE -> offer(event, Count.OFFERED, now);
            case OFFER_ENDED -> offer(event, ending(((OfferEnded) event).outcome), now);
            case CONVERSATION_ASSIGNED -> assigned((ConversationAssigned) event, now);
            case ASSIGNMENT_ENDED -> assignmentEnded((AssignmentEnded) event, now);
            case CONVERSATION_RESTED -> {
                ConversationState conversation = conversation(EventSubjects.conversation(event));
                putDown(conversation, conversation.agent, now);
            }
            case CONVERSATION_COMPLETED, CONVERSATION_CANCELLED, CONVERSATION_EXPIRED -> ended(event, now);
            case CONVERSATION_ABANDONED -> abandoned(conversation(EventSubjects.conversation(event)), now);
            default -> {
                // Nothing that is counted.
            }
        }
    }

    private ConversationState conversation(long id) {
        return organization.conversation(id);
    }

    private void queued(ConversationQueued event, long now) {
        ConversationState conversation = conversation(event.conversation);
        boolean isThere = conversation.queue == event.queue && (conversation.isWaiting() || conversation.awaitsOpening);
        if (!isThere) {
            queue(event.queue).add(Count.ENTERED, now);
            channel(conversation.channel).add(Count.ENTERED, now);
        }
    }

    private void offer(DomainEvent event, Count what, long now) {
        ConversationState conversation = conversation(EventSubjects.conversation(event));
        count(conversation, what, now);
        agent(EventSubjects.agent(event)).row(now).add(what, now);
    }

    private static Count ending(OfferOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> Count.OFFERS_ACCEPTED;
            case DECLINED -> Count.OFFERS_DECLINED;
            case EXPIRED -> Count.OFFERS_EXPIRED;
            case RESCINDED -> Count.OFFERS_RESCINDED;
            case REVOKED -> Count.OFFERS_REVOKED;
            case CANCELLED -> Count.OFFERS_CANCELLED;
            case PENDING -> throw new IllegalArgumentException("an offer can't end as pending");
        };
    }

    private void assigned(ConversationAssigned event, long now) {
        ConversationState conversation = conversation(event.conversation);
        count(conversation, Count.ASSIGNED, now);
        agent(event.agent).row(now).add(Count.ASSIGNED, now);
        if (conversation.isWaiting()) {
            long wait = Math.max(0, now - conversation.quote.enteredAt);
            count(conversation, Count.SERVED, now);
            queue(conversation.queue).addWait(wait, now);
            channel(conversation.channel).addWait(wait, now);
            agent(event.agent).row(now).add(Count.SERVED, now);
            agent(event.agent).row(now).addWait(wait, now);
            if (isInTime(conversation, wait)) {
                count(conversation, Count.SERVED_IN_TIME, now);
            }
        }
    }

    private void abandoned(ConversationState conversation, long now) {
        count(conversation, Count.ABANDONED, now);
        if (isInTime(conversation, now - conversation.quote.enteredAt)) {
            count(conversation, Count.ABANDONED_IN_TIME, now);
        }
    }

    private boolean isInTime(ConversationState conversation, long wait) {
        long target =
                organization.queues[conversation.queue].configuration.matching().targetNanos();
        return target > 0 && wait <= target;
    }

    private void assignmentEnded(AssignmentEnded event, long now) {
        ConversationState conversation = conversation(event.conversation);
        if (conversation.state != RouteState.DORMANT) {
            putDown(conversation, event.agent, now);
        }
        switch (event.reason) {
            case COMPLETED -> agent(event.agent).row(now).add(Count.COMPLETED, now);
            case EXPIRED -> agent(event.agent).row(now).add(Count.EXPIRED, now);
            case TRANSFERRED -> {
                count(conversation, Count.TRANSFERRED, now);
                agent(event.agent).row(now).add(Count.TRANSFERRED, now);
            }
            case RETURNED -> {
                count(conversation, Count.RETURNED, now);
                agent(event.agent).row(now).add(Count.RETURNED, now);
            }
        }
    }

    private void putDown(ConversationState conversation, int agent, long now) {
        long nanos = Math.max(0, now - conversation.quote.inHandSince);
        count(conversation, Count.HANDLED, now);
        queue(conversation.queue).add(Count.HANDLING_NANOS, nanos, now);
        channel(conversation.channel).add(Count.HANDLING_NANOS, nanos, now);
        agent(agent).row(now).add(Count.HANDLED, now);
        agent(agent).row(now).add(Count.HANDLING_NANOS, nanos, now);
    }

    private void ended(DomainEvent event, long now) {
        Count what = switch (event.kind()) {
            case CONVERSATION_COMPLETED -> Count.COMPLETED;
            case CONVERSATION_CANCELLED -> Count.CANCELLED;
            default -> Count.EXPIRED;
        };
        count(conversation(EventSubjects.conversation(event)), what, now);
    }

    private void count(ConversationState conversation, Count what, long now) {
        queue(conversation.queue).add(what, now);
        channel(conversation.channel).add(what, now);
    }

    /** Looks at agents after an event was applied that may have changed what they do. */
    void look(DomainEvent event, long now) {
        EventKind kind = event.kind();
        if (kind == EventKind.CONFIGURATION_CHANGED || kind == EventKind.RECOVERED) {
            lookAtAll(now);
        } else {
            int agent = EventSubjects.agent(event);
            if (agent != DomainEvent.NOBODY) {
                agent(agent).look(organization.agents[agent], now);
            }
        }
    }

    /** Counts everybody's time up to an instant. */
    void lookAtAll(long now) {
        for (AgentState agent : organization.agents) {
            agent(agent.index).look(agent, now);
        }
    }

    /**
     * Has rows in which nothing happens give back what is too old. After the beginning of a quarter a few of them each time,
     * until all had their turn; then it does nothing.
     */
    void tidy(long now) {
        int rows = queues.size() + channels.size() + agents.size();
        long quarter = now / TallyRow.QUARTER_NANOS;
        if (quarter > tidiedQuarter) {
            tidiedQuarter = quarter;
            untidy = rows;
        }
        for (int tidied = 0; tidied < TIDIED_AT_ONCE && untidy > 0; tidied++, untidy--) {
            nextRow = nextRow < rows ? nextRow : 0;
            row(nextRow, now).forget(now);
            nextRow++;
        }
    }

    private TallyRow row(int position, long now) {
        int behind = position - queues.size();
        if (behind < 0) {
            return queues.get(position);
        }
        return behind < channels.size()
                ? channels.get(behind)
                : agents.get(behind - channels.size()).row(now);
    }
}
