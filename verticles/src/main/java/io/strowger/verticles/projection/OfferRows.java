package io.strowger.verticles.projection;

import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of the table offers. One that is made and ends in the same batch is written once. */
final class OfferRows {
    private final RowContext context;
    private final Map<Long, Made> made = new LinkedHashMap<>();
    private final CopyRows fresh = new CopyRows(
            "offers",
            "offer_id, organization, conversation_id, agent, queue, cost, eligible_agents, state, offered_at, expires_at,"
                    + " ended_at, sequence");
    private final ArrayRows ended = new ArrayRows("""
            update offers o set state = d.state, ended_at = d.ended_at, sequence = d.sequence
            from unnest(?::text[], ?::text[], ?::timestamptz[], ?::bigint[]) as d(offer_id, state, ended_at, sequence)
            where o.offer_id = d.offer_id""", "text", "text", "timestamptz", "int8");

    OfferRows(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, OfferMade event) {
        Made offer = new Made();
        offer.organization = record.eventOrganization();
        offer.conversation = event.conversation;
        offer.agent = event.agent;
        offer.queue = event.queue;
        offer.cost = event.cost;
        offer.eligibleAgents = event.eligibleAgents;
        offer.offeredAt = event.offeredAt;
        offer.expiresAt = event.expiresAt;
        offer.sequence = record.sequence();
        made.put(event.offer, offer);
    }

    void add(RecordView record, OfferEnded event) {
        Made offer = made.get(event.offer);
        if (offer == null) {
            ended.add(Ids.offer(event.offer), Words.of(event.outcome), Instants.text(record.time()), record.sequence());
        } else {
            offer.outcome = event.outcome;
            offer.endedAt = record.time();
            offer.sequence = record.sequence();
        }
    }

    void write(Connection connection) throws SQLException, IOException {
        made.forEach((id, offer) -> fresh.text(Ids.offer(id))
                .text(context.names(offer.organization).configuration().id())
                .text(Ids.conversation(offer.conversation))
                .text(context.names(offer.organization).agents().name(offer.agent))
                .text(context.names(offer.organization).queues().name(offer.queue))
                .number(offer.cost)
                .number(offer.eligibleAgents)
                .text(Words.of(offer.outcome))
                .instant(offer.offeredAt)
                .instant(offer.expiresAt)
                .instant(offer.endedAt)
                .number(offer.sequence)
                .endRow());
        fresh.write(connection);
        ended.write(connection);
    }

    void clear() {
        made.clear();
        fresh.clear();
        ended.clear();
    }

    private static final class Made {
        int organization;
        long conversation;
        int agent;
        int queue;
        int cost;
        int eligibleAgents;
        OfferOutcome outcome = OfferOutcome.PENDING;
        long offeredAt;
        long expiresAt;
        long endedAt;
        long sequence;
    }
}
