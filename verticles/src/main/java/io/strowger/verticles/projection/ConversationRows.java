package io.strowger.verticles.projection;

import io.strowger.engine.configuration.Names;
import io.strowger.verticles.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of the table conversations: those that a batch opens are copied in, the others updated. */
final class ConversationRows {
    private static final String UPDATE = """
            update conversations c set
                contact_id = coalesce(d.contact_id, c.contact_id),
                contact_name = case when d.contact_id is null then c.contact_name else d.contact_name end,
                contact_tier = case when d.contact_id is null then c.contact_tier else d.contact_tier end,
                contact_language = case when d.contact_id is null then c.contact_language else d.contact_language end,
                base_state = coalesce(d.base_state, c.base_state),
                pending_offers = c.pending_offers + d.offers,
                message_count = c.message_count + d.messages,
                last_message_at = coalesce(d.last_message_at, c.last_message_at),
                queue = coalesce(d.queue, c.queue),
                rule = case when d.queue is null then c.rule else d.rule end,
                priority = coalesce(d.priority, c.priority),
                stay = coalesce(d.stay, c.stay),
                requeues = coalesce(d.requeues, c.requeues),
                tags = coalesce(d.tags::text[], c.tags),
                queued_at = coalesce(d.queued_at, c.queued_at),
                agent = case when d.handed then d.agent else c.agent end,
                assigned_at = case when d.handed then d.assigned_at else c.assigned_at end,
                ended_at = case when d.end_changed then d.ended_at else c.ended_at end,
                language = case when d.scored then d.language else c.language end,
                intent = case when d.scored then d.intent else c.intent end,
                sentiment = case when d.scored then d.sentiment else c.sentiment end,
                emotion = case when d.scored then d.emotion else c.emotion end,
                urgency = case when d.scored then d.urgency else c.urgency end,
                sentiment_score = case when d.scored then d.sentiment_score else c.sentiment_score end,
                sequence = d.sequence
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::integer[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::text[],
                    ?::timestamptz[], ?::boolean[], ?::text[], ?::timestamptz[], ?::boolean[], ?::timestamptz[],
                    ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::real[], ?::bigint[])
                as d(conversation_id, contact_id, contact_name, contact_tier, contact_language, base_state, offers,
                    messages, last_message_at, queue, rule, priority, stay, requeues, tags, queued_at, handed, agent,
                    assigned_at, end_changed, ended_at, scored, language, intent, sentiment, emotion, urgency,
                    sentiment_score, sequence)
            where c.conversation_id = d.conversation_id""";

    private final RowContext context;
    private final CopyRows fresh = new CopyRows(
            "conversations",
            "conversation_id, organization, channel, external_id, contact_id, contact_name, contact_tier,"
                    + " contact_language, base_state, pending_offers, queue, priority, rule, agent, stay, requeues, tags,"
                    + " language, intent, sentiment, emotion, urgency, sentiment_score, message_count, opened_at,"
                    + " last_message_at, queued_at, assigned_at, ended_at, sequence");
    private final ArrayRows changed = new ArrayRows(
            UPDATE,
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "int4",
            "int4",
            "timestamptz",
            "text",
            "text",
            "int4",
            "int4",
            "int4",
            "text",
            "timestamptz",
            "bool",
            "text",
            "timestamptz",
            "bool",
            "timestamptz",
            "bool",
            "text",
            "text",
            "text",
            "text",
            "text",
            "float4",
            "int8");

    ConversationRows(RowContext context) {
        this.context = context;
    }

    void write(Collection<ConversationChange> changes, Connection connection) throws SQLException, IOException {
        for (ConversationChange change : changes) {
            if (change.opened) {
                addFresh(change, context.names(change.organization));
            } else {
                addChanged(change, context.names(change.organization));
            }
        }
        fresh.write(connection);
        changed.write(connection);
    }

    private void addFresh(ConversationChange change, Names names) {
        ContactView contact = Objects.requireNonNullElse(change.contact, ContactView.UNKNOWN);
        AnalysisView analysis = Objects.requireNonNullElse(change.analysis, AnalysisView.UNKNOWN);
        fresh.text(Ids.conversation(change.id))
                .text(names.configuration().id())
                .text(names.channels().name(change.channel))
                .textOrNull(change.key)
                .textOrNull(contact.id())
                .textOrNull(contact.name())
                .textOrNull(contact.tier())
                .textOrNull(contact.language())
                .text(Objects.requireNonNullElse(change.baseState, "none"))
                .number(change.offers)
                .text(RowContext.nameOrNull(names.queues(), change.queue))
                .number(change.priority)
                .text(RowContext.nameOrNull(names.rules(), change.rule))
                .text(RowContext.nameOrNull(names.agents(), change.agent))
                .number(change.stay)
                .number(change.requeues)
                .text(TextArrays.literal(change.tags))
                .text(analysis.language())
                .text(analysis.intent())
                .text(analysis.sentiment())
                .text(analysis.emotion())
                .text(analysis.urgency());
        if (analysis.sentiment() == null) {
            fresh.text(null);
        } else {
            fresh.fraction((int) Math.round(analysis.sentimentScore() * 10_000));
        }
        fresh.number(change.messages)
                .instant(change.openedAt)
                .instant(change.lastMessageAt)
                .instant(change.queuedAt)
                .instant(change.assignedAt)
                .instant(change.endedAt)
                .number(change.sequence)
                .endRow();
    }

    private void addChanged(ConversationChange change, Names names) {
        ContactView contact = change.contact;
        AnalysisView analysis = Objects.requireNonNullElse(change.analysis, AnalysisView.UNKNOWN);
        changed.add(
                Ids.conversation(change.id),
                contact == null ? null : contact.id(),
                contact == null ? null : emptyToNull(contact.name()),
                contact == null ? null : emptyToNull(contact.tier()),
                contact == null ? null : emptyToNull(contact.language()),
                change.baseState,
                change.offers,
                change.messages,
                Instants.text(change.lastMessageAt),
                RowContext.nameOrNull(names.queues(), change.queue),
                RowContext.nameOrNull(names.rules(), change.rule),
                change.queued ? change.priority : null,
                change.queued ? change.stay : null,
                change.queued ? change.requeues : null,
                change.queued ? TextArrays.literal(change.tags) : null,
                Instants.text(change.queuedAt),
                change.handed,
                RowContext.nameOrNull(names.agents(), change.agent),
                Instants.text(change.assignedAt),
                change.endChanged,
                Instants.text(change.endedAt),
                change.analysis != null,
                analysis.language(),
                analysis.intent(),
                analysis.sentiment(),
                analysis.emotion(),
                analysis.urgency(),
                analysis.sentiment() == null ? null : (float) analysis.sentimentScore(),
                change.sequence);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    void clear() {
        fresh.clear();
        changed.clear();
    }
}
