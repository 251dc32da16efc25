package io.strowger.verticles.projection;

import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.explain.Promise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation in the {@link LiveView}. Guarded by the view. */
final class LiveConversation {
    /** Bytes of the latest text that are kept; many conversations wait, few texts are longer. */
    static final int TEXT_BYTES = 1024;

    private static final byte[] NO_TEXT = {};

    final int organization;
    final long id;
    String key = "";
    ContactView contact = ContactView.UNKNOWN;
    int channel = DomainEvent.NOBODY;
    /** Without regard to offers. */
    RouteState base = RouteState.NONE;

    int queue = DomainEvent.NOBODY;
    int priority;
    int rule = DomainEvent.NOBODY;
    int stay;
    int requeues;
    List<String> tags = List.of();
    AnalysisView analysis = AnalysisView.UNKNOWN;
    final List<LiveOffer> offers = new ArrayList<>(1);

    @Nullable
    LiveAssignment assignment;

    /** By code, those that count. */
    private final @Nullable Promise[] promises = new Promise[SlaClock.count()];

    long messageCount;
    long lastMessage;
    long lastMessageAt;
    String lastExternalId = "";
    private byte[] text = NO_TEXT;
    private boolean textCut;
    long openedAt;
    long queuedAt;
    long assignedAt;
    long endedAt;
    long sequence;

    LiveConversation(int organization, long id) {
        this.organization = organization;
        this.id = id;
    }

    RouteState state() {
        return base == RouteState.QUEUED && !offers.isEmpty() ? RouteState.OFFERED : base;
    }

    boolean isEnded() {
        return switch (base) {
            case COMPLETED, CANCELLED, REJECTED, ABANDONED, EXPIRED -> true;
            default -> false;
        };
    }

    /** Keeps the beginning of a text, cut between two characters. */
    void text(byte[] array, int offset, int length) {
        int kept = length;
        if (length > TEXT_BYTES) {
            kept = TEXT_BYTES;
            while (kept > 0 && (array[offset + kept] & 0xc0) == 0x80) {
                kept--;
            }
        }
        text = java.util.Arrays.copyOfRange(array, offset, offset + kept);
        textCut = kept < length;
    }

    /** Says how a promise stands; null when it does not count any more. */
    void promise(@Nullable Promise promise, SlaClock clock) {
        promises[clock.code()] = promise;
    }

    private List<Promise> promises() {
        List<Promise> known = new ArrayList<>(promises.length);
        for (Promise promise : promises) {
            if (promise != null) {
                known.add(promise);
            }
        }
        return known;
    }

    private int agent() {
        if (assignment != null) {
            return assignment.agent;
        }
        return offers.isEmpty() ? DomainEvent.NOBODY : offers.get(offers.size() - 1).agent;
    }

    ConversationView view(Names names) {
        return new ConversationView(
                organization,
                id,
                key,
                contact,
                channel == DomainEvent.NOBODY ? "" : names.channels().name(channel),
                state(),
                RowContext.nameOrNull(names.queues(), queue),
                priority,
                RowContext.nameOrNull(names.rules(), rule),
                RowContext.nameOrNull(names.agents(), agent()),
                stay,
                requeues,
                tags,
                analysis,
                messageCount,
                new MessageView(
                        lastMessage, lastMessageAt, lastExternalId, new String(text, StandardCharsets.UTF_8), textCut),
                openedAt,
                queuedAt,
                assignedAt,
                endedAt,
                sequence,
                promises());
    }
}
