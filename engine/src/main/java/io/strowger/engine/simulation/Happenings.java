package io.strowger.engine.simulation;

import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.record.RecordView;
import org.jspecify.annotations.Nullable;

/** Tells customers, agents and statistics what the router decided, event by event. One thread. */
final class Happenings {
    private final Scenario scenario;
    private final VirtualRouter router;
    private final Chances chances;
    private final Crowd crowd;
    private final Staff staff;
    private final Statistics statistics;
    private final ConversationOpened opened = new ConversationOpened();
    private final ConversationQueued queued = new ConversationQueued();
    private final ConversationParked parked = new ConversationParked();
    private final ConversationCancelled cancelled = new ConversationCancelled();
    private final ConversationExpired expired = new ConversationExpired();
    private final ConversationRejected rejected = new ConversationRejected();
    private final ConversationCompleted completed = new ConversationCompleted();
    private final ConversationAssigned assigned = new ConversationAssigned();
    private final OfferMade made = new OfferMade();
    private final OfferEnded offerEnded = new OfferEnded();
    private final WrapUpStarted wrapUp = new WrapUpStarted();
    private final AssignmentEnded assignmentEnded = new AssignmentEnded();
    private final AgentStatusChanged status = new AgentStatusChanged();

    Happenings(
            Scenario scenario, VirtualRouter router, Chances chances, Crowd crowd, Staff staff, Statistics statistics) {
        this.scenario = scenario;
        this.router = router;
        this.chances = chances;
        this.crowd = crowd;
        this.staff = staff;
        this.statistics = statistics;
    }

    void tell(RecordView record) {
        while (record.nextEvent()) {
            switch (record.eventKind()) {
                case CONVERSATION_OPENED -> {
                    opened.read(record.content());
                    crowd.open(opened.conversation);
                }
                case CONVERSATION_QUEUED -> onQueued(record);
                case CONVERSATION_PARKED -> {
                    parked.read(record.content());
                    stopWaiting(crowd.find(parked.conversation));
                }
                case CONVERSATION_CANCELLED -> {
                    cancelled.read(record.content());
                    leaveUnserved(crowd.find(cancelled.conversation));
                }
                case CONVERSATION_EXPIRED -> {
                    expired.read(record.content());
                    leaveUnserved(crowd.find(expired.conversation));
                }
                case CONVERSATION_REJECTED -> onRejected(record);
                case OFFER_MADE -> onOfferMade(record);
                case OFFER_ENDED -> onOfferEnded(record);
                case CONVERSATION_ASSIGNED -> onAssigned(record);
                case WRAP_UP_STARTED -> onWrapUp(record);
                case ASSIGNMENT_ENDED -> {
                    assignmentEnded.read(record.content());
                    Customer customer = crowd.find(assignmentEnded.conversation);
                    if (customer != null) {
                        staff.onAssignmentEnded(assignmentEnded.agent, customer);
                    }
                }
                case CONVERSATION_COMPLETED -> {
                    completed.read(record.content());
                    Customer customer = crowd.find(completed.conversation);
                    if (customer != null) {
                        crowd.leave(customer);
                    }
                }
                case AGENT_STATUS_CHANGED -> {
                    status.read(record.content());
                    if (status.status == AgentStatus.NOT_RESPONDING) {
                        staff.onNotResponding(status.agent);
                    }
                }
                default -> {
                    // Nothing that a customer, an agent or a figure depends on.
                }
            }
        }
    }

    private void onQueued(RecordView record) {
        queued.read(record.content());
        Customer customer = crowd.find(queued.conversation);
        if (customer == null) {
            return;
        }
        if (customer.firstQueue == Customer.NO_QUEUE) {
            customer.firstQueue = queued.queue;
            statistics.arrive(customer);
        }
        if (customer.waitsIn != queued.queue) {
            stopWaiting(customer);
            customer.waitsIn = queued.queue;
            statistics.wait(customer, queued.queue, router.now(), 1);
        }
    }

    /** The queue was full: as with lines, nobody hears of the customer any more. */
    private void onRejected(RecordView record) {
        rejected.read(record.content());
        Customer customer = crowd.find(rejected.conversation);
        if (customer != null) {
            statistics.block(customer.stream, router.now());
            crowd.leave(customer);
        }
    }

    private void leaveUnserved(@Nullable Customer customer) {
        if (customer != null) {
            stopWaiting(customer);
            if (!customer.isServed) {
                statistics.abandon(customer, router.now());
            }
            crowd.leave(customer);
        }
    }

    private void onOfferMade(RecordView record) {
        made.read(record.content());
        Customer customer = crowd.find(made.conversation);
        if (customer != null) {
            customer.pendingOffers.add(made.offer);
            customer.offers++;
            statistics.offer(customer, made.queue, router.now());
            staff.onOffer(made.agent, customer, made.offer);
        }
    }

    private void onOfferEnded(RecordView record) {
        offerEnded.read(record.content());
        Customer customer = crowd.find(offerEnded.conversation);
        if (customer == null || !customer.pendingOffers.remove(offerEnded.offer)) {
            return;
        }
        if (offerEnded.outcome == OfferOutcome.DECLINED) {
            statistics.decline(customer, customer.waitsIn, router.now());
        } else if (offerEnded.outcome == OfferOutcome.EXPIRED) {
            statistics.expire(customer, customer.waitsIn, router.now());
        }
    }

    private void onAssigned(RecordView record) {
        assigned.read(record.content());
        Customer customer = crowd.find(assigned.conversation);
        if (customer == null) {
            return;
        }
        int queue = customer.waitsIn;
        stopWaiting(customer);
        customer.assignment = assigned.assignment;
        customer.cost = assigned.cost;
        boolean isFirstQueue = staff.onAssigned(assigned.agent, customer, queue);
        if (!customer.isServed) {
            customer.isServed = true;
            statistics.serve(customer, router.now(), isFirstQueue);
        }
    }

    private void onWrapUp(RecordView record) {
        wrapUp.read(record.content());
        Customer customer = crowd.find(wrapUp.conversation);
        if (customer == null) {
            return;
        }
        crowd.hangUp(customer);
        Distribution afterWork = scenario.streams().get(customer.stream).afterWork();
        if (afterWork != null) {
            staff.onWrapUp(
                    wrapUp.agent,
                    customer,
                    afterWork.nextNanos(chances.of(Purpose.AFTER_WORK, customer.stream, customer.number)));
        }
    }

    private void stopWaiting(@Nullable Customer customer) {
        if (customer != null && customer.waitsIn != Customer.NO_QUEUE) {
            statistics.wait(customer, customer.waitsIn, router.now(), -1);
            customer.waitsIn = Customer.NO_QUEUE;
        }
    }
}
