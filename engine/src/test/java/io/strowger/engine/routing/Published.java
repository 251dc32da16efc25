package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.record.RecordView;
import java.util.HashMap;
import java.util.Map;

/** What the world outside has been told by durable records, and holds the engine to. */
final class Published {
    private final RoutingEvents events = new RoutingEvents();
    private final Map<Long, Offer> offers = new HashMap<>();
    private final Map<Long, Offer> open = new HashMap<>();
    private final Map<MessageId, Long> messages = new HashMap<>();
    long sequence;

    private record Offer(int organization, long conversation, int agent) {}

    private record MessageId(int organization, int channel, String id) {}

    /** Tells the next durable record; one that was told before changes nothing. */
    void tell(byte[] record) {
        RecordView view = new RecordView().wrap(record, 0);
        if (view.sequence() <= sequence) {
            return;
        }
        assertThat(view.sequence()).as("no record is left out").isEqualTo(++sequence);
        while (view.nextEvent()) {
            DomainEvent event = events.ofKind(view.eventKind());
            event.read(view.content());
            switch (event.kind()) {
                case OFFER_MADE -> made(view.eventOrganization(), (OfferMade) event);
                case OFFER_ENDED -> open.remove(((OfferEnded) event).offer);
                case MESSAGE_RECEIVED -> received(view.eventOrganization(), (MessageReceived) event);
                default -> {}
            }
        }
    }

    @Invariant(25)
    private void made(int organization, OfferMade event) {
        Offer offer = new Offer(organization, event.conversation, event.agent);
        assertThat(open.values()).as("offers to that agent").doesNotContain(offer);
        assertThat(offers.put(event.offer, offer)).as("offer %s", event.offer).isNull();
        open.put(event.offer, offer);
    }

    private void received(int organization, MessageReceived event) {
        if (!event.externalId.isEmpty()) {
            messages.put(new MessageId(organization, event.channel, event.externalId.toText()), event.conversation);
        }
    }

    /** After a recovery: the offers that agents see are those that are pending, under the same ids. */
    @Invariant(25)
    void checkOffers(RouterState state) {
        Map<Long, Offer> pending = new HashMap<>();
        for (OrganizationState organization : state.organizations) {
            organization.offers.forEach(offer -> {
                if (offer.isPending()) {
                    pending.put(offer.id, new Offer(organization.number, offer.conversation, offer.agent));
                }
            });
        }
        assertThat(open).isEqualTo(pending);
    }

    /** Whoever did not hear the answer to a message sends it again: it is known, and where it went. */
    @Invariant(20)
    int sendAgain(RouterHarness router, int atMost) {
        int known = 0;
        for (Map.Entry<MessageId, Long> sent : messages.entrySet()) {
            if (known >= atMost) {
                break;
            }
            MessageId id = sent.getKey();
            router.organization = id.organization;
            String channel = router.state().names.channels().name(id.channel);
            long last = router.router.lastSequence();
            Decision again = router.message(channel, id.id, "", "", "again");
            if (again.outcome == Outcome.DUPLICATE) {
                assertThat(again.conversation).as("%s", id).isEqualTo(sent.getValue());
                assertThat(router.router.lastSequence()).isEqualTo(last);
                known++;
            }
        }
        return known;
    }
}
