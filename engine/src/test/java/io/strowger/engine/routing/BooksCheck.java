package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.internal.Bytes;
import java.util.HashMap;
import java.util.Map;

/** Counts what the events say, and compares it with the statistics of the state, number by number. */
final class BooksCheck implements EventCheck {
    private final Map<Integer, Map<Object, Long>> books = new HashMap<>();
    private final Map<String, Long> received = new HashMap<>();
    private final Map<Long, Integer> stays = new HashMap<>();
    private long lastOffer;

    @Override
    public void before(OrganizationState organization, DomainEvent event, long now) {
        count(organization, event.kind());
        switch (event.kind()) {
            case MESSAGE_RECEIVED -> messageCountsOnce(organization, (MessageReceived) event, now);
            case CONVERSATION_QUEUED -> staysAreDense(organization, (ConversationQueued) event);
            case CONVERSATION_REJECTED -> countReopening(organization, event);
            case OFFER_MADE -> {
                assertThat(((OfferMade) event).offer).as("offers count up").isGreaterThan(lastOffer);
                lastOffer = ((OfferMade) event).offer;
            }
            case OFFER_ENDED -> count(organization, ((OfferEnded) event).outcome);
            default -> {}
        }
    }

    private void countReopening(OrganizationState organization, DomainEvent event) {
        long id = ((io.strowger.engine.event.ConversationRejected) event).conversation;
        if (organization.conversation(id).isClosed()) {
            count(organization, QueueReason.REOPENED);
        }
    }

    private void count(OrganizationState organization, Object what) {
        books.computeIfAbsent(organization.number, number -> new HashMap<>()).merge(what, 1L, Long::sum);
    }

    @Invariant(20)
    private void messageCountsOnce(OrganizationState organization, MessageReceived event, long now) {
        if (event.externalId.isEmpty()) {
            return;
        }
        String id = organization.number + "/" + event.channel + "/" + text(event.externalId);
        Long before = received.put(id, now);
        if (before != null) {
            assertThat(now - before)
                    .as("message %s is known", id)
                    .isGreaterThanOrEqualTo(organization.limits.idempotencyWindowNanos());
        }
    }

    /** Stays count up one by one; an event that begins none does not count. */
    @Invariant(21)
    private void staysAreDense(OrganizationState organization, ConversationQueued event) {
        ConversationState conversation = organization.conversation(event.conversation);
        boolean begins = event.reason == QueueReason.ARRIVED || event.reason == QueueReason.REOPENED;
        assertThat(event.stay).isEqualTo(conversation.stay + (begins ? 1 : 0));
        assertThat(stays.getOrDefault(event.conversation, 0)).isLessThanOrEqualTo(event.stay);
        stays.put(event.conversation, event.stay);
        if (conversation.isClosed()) {
            count(organization, QueueReason.REOPENED);
        }
    }

    @Override
    @Invariant({22, 23})
    public void end(RouterState state) {
        for (OrganizationState organization : state.organizations) {
            Map<Object, Long> book = books.getOrDefault(organization.number, Map.of());
            OrganizationStatistics told = organization.statistics;
            compare(book, EventKind.MESSAGE_RECEIVED, told.messages);
            compare(book, EventKind.CONVERSATION_OPENED, told.opened);
            compare(book, QueueReason.REOPENED, told.reopened);
            compare(book, EventKind.CONVERSATION_COMPLETED, told.completed);
            compare(book, EventKind.CONVERSATION_CANCELLED, told.cancelled);
            compare(book, EventKind.CONVERSATION_ABANDONED, told.abandoned);
            compare(book, EventKind.CONVERSATION_EXPIRED, told.expired);
            compare(book, EventKind.CONVERSATION_REJECTED, told.rejected);
            compare(book, EventKind.CONVERSATION_FORGOTTEN, told.forgotten);
            compare(book, EventKind.OFFER_MADE, told.offersMade);
            compare(book, OfferOutcome.ACCEPTED, told.offersAccepted);
            compare(book, OfferOutcome.DECLINED, told.offersDeclined);
            compare(book, OfferOutcome.EXPIRED, told.offersExpired);
            long ended = told.offersAccepted + told.offersDeclined + told.offersExpired + told.offersWithdrawn;
            assertThat(told.offersMade).isEqualTo(ended + told.pendingOffers);
        }
    }

    private static void compare(Map<Object, Long> book, Object what, long told) {
        assertThat(told).as("%s", what).isEqualTo(book.getOrDefault(what, 0L));
    }

    private static String text(Bytes bytes) {
        return bytes.toText();
    }
}
