package io.strowger.engine.simulation;

import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.LabelsNamed;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.rules.Suggestion;
import io.strowger.models.Analysis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds in a journal the messages that began conversations: the first of each, and those that opened a closed one again. One
 * thread.
 */
public final class JournalArrivals {
    /**
     * Which of them.
     *
     * @param organization the id of the organization that they came to
     * @param channel the id of the channel that they came by; empty for any
     * @param from epoch nanoseconds; {@link Long#MIN_VALUE} for all from the first one on
     * @param to epoch nanoseconds, not part of it; {@link Long#MAX_VALUE} for no end
     */
    public record Selection(String organization, String channel, long from, long to) {}

    private final Selection selection;
    private final RecordedConversations.Builder builder = new RecordedConversations.Builder();
    private final List<String> organizations = new ArrayList<>();
    private final Map<String, Integer> channels = new TreeMap<>();
    private final ReceiveMessage message = new ReceiveMessage();
    private final Analysis analysis = new Analysis();
    private final ConversationQueued queued = new ConversationQueued();
    private final Bytes command = new Bytes();
    private final ByteReader reader = new ByteReader();
    private NameTable labels = NameTable.EMPTY;
    private long first = Long.MAX_VALUE;
    private long last;
    private int taken;

    private JournalArrivals(Selection selection) {
        this.selection = selection;
    }

    /**
     * Reads to the journal's end.
     *
     * @throws IllegalArgumentException when the journal's beginning is gone, it has no such organization, nothing that was
     *     asked for, or more than fits
     * @throws io.strowger.engine.journal.JournalException when it can't be read
     */
    public static RecordedConversations read(JournalReader journal, Selection selection) {
        if (journal.nextSequence() > 1) {
            throw new IllegalArgumentException(
                    "it begins with record " + journal.nextSequence()
                            + "; what organizations and labels are called stands before that, so all records from 1 on are needed");
        }
        JournalArrivals arrivals = new JournalArrivals(selection);
        RecordView record = new RecordView();
        while (journal.next(record)) {
            arrivals.add(record);
        }
        return arrivals.build();
    }

    private void add(RecordView record) {
        boolean begins = false;
        while (record.nextEvent()) {
            switch (record.eventKind()) {
                case LABELS_NAMED -> {
                    LabelsNamed named = new LabelsNamed();
                    named.read(record.content());
                    labels = labels.with(Arrays.asList(named.labels.toText().split("\n")));
                }
                case CONFIGURATION_CHANGED -> configured(record);
                case CONVERSATION_OPENED, CONVERSATION_REJECTED -> begins = true;
                case CONVERSATION_QUEUED -> {
                    queued.read(record.content());
                    begins |= queued.reason == QueueReason.ARRIVED || queued.reason == QueueReason.REOPENED;
                }
                default -> {
                    // Nothing that says who came.
                }
            }
        }
        if (begins && record.commandKind() == CommandKind.RECEIVE_MESSAGE && isSelected(record.organization())) {
            take(record);
        }
    }

    private void configured(RecordView record) {
        ConfigurationChanged changed = new ConfigurationChanged();
        changed.read(record.content());
        if (changed.organization == organizations.size()) {
            organizations.add(ConfigurationCodec.read(new ByteReader().wrap(changed.configuration))
                    .id());
        }
    }

    private boolean isSelected(int organization) {
        return organization >= 0
                && organization < organizations.size()
                && organizations.get(organization).equals(selection.organization);
    }

    private void take(RecordView record) {
        long at = record.time();
        message.read(reader.wrap(record.command(command)));
        String channel = message.channel.toText();
        first = Math.min(first, at);
        last = at;
        channels.merge(channel, 1, Integer::sum);
        if (at < selection.from
                || at >= selection.to
                || !selection.channel.isEmpty() && !selection.channel.equals(channel)) {
            return;
        }
        record.analysis(analysis);
        builder.add(at, message, analysis);
        taken++;
    }

    private RecordedConversations build() {
        if (!organizations.contains(selection.organization)) {
            throw new IllegalArgumentException(
                    organizations.isEmpty()
                            ? "it has no organization, nobody has used it yet"
                            : "it has no organization " + selection.organization
                                    + Suggestion.clause(selection.organization, organizations) + "; it has "
                                    + String.join(", ", organizations));
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException(
                    "no message ever came to the organization " + selection.organization + " there");
        }
        if (taken == 0) {
            throw new IllegalArgumentException("none of its conversations is asked for; "
                    + channels.entrySet().stream()
                            .map(entry -> entry.getValue() + " came by " + entry.getKey())
                            .reduce((one, other) -> one + ", " + other)
                            .orElseThrow()
                    + ", the first at " + instant(first) + ", the last at " + instant(last));
        }
        builder.beginsAt(selection.from == Long.MIN_VALUE ? first : selection.from);
        return builder.build(labels.names());
    }

    private static String instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)).toString();
    }
}
