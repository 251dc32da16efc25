package io.strowger.verticles.projection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which conversation waits in which queue, how many wait in each, and what a batch changes about that. */
final class WaitingPlaces {
    private final Map<Long, QueueKey> places = new HashMap<>();
    private final Map<QueueKey, Integer> lengths = new HashMap<>();
    private final Map<Long, Move> moves = new LinkedHashMap<>();
    private final Set<QueueKey> touched = new LinkedHashSet<>();

    /** Takes up a conversation that the store shows as waiting. */
    void restore(long conversation, QueueKey place) {
        places.put(conversation, place);
        lengths.merge(place, 1, Integer::sum);
    }

    void enter(long conversation, QueueKey place, long orderKey) {
        Move move = move(conversation);
        change(conversation, place);
        move.to = place;
        move.orderKey = orderKey;
    }

    void leave(long conversation) {
        if (places.containsKey(conversation)) {
            move(conversation).to = null;
            change(conversation, null);
        }
    }

    private Move move(long conversation) {
        return moves.computeIfAbsent(conversation, id -> new Move(places.get(id)));
    }

    private void change(long conversation, @Nullable QueueKey to) {
        QueueKey from = to == null ? places.remove(conversation) : places.put(conversation, to);
        if (from != null) {
            lengths.merge(from, -1, Integer::sum);
            touched.add(from);
        }
        if (to != null) {
            lengths.merge(to, 1, Integer::sum);
            touched.add(to);
        }
    }

    /** What the batch changed, by conversation. */
    Map<Long, Move> moves() {
        return moves;
    }

    /** Queues whose length may have changed in the batch. */
    Set<QueueKey> touched() {
        return touched;
    }

    int length(QueueKey queue) {
        return lengths.getOrDefault(queue, 0);
    }

    /** Begins the next batch. */
    void endBatch() {
        moves.clear();
        touched.clear();
    }

    void clear() {
        endBatch();
        places.clear();
        lengths.clear();
    }

    /** A queue by its numbers. */
    record QueueKey(int organization, int queue) {}

    /** From where to where a conversation went within a batch; null is nowhere. */
    static final class Move {
        final @Nullable QueueKey from;

        @Nullable
        QueueKey to;

        long orderKey;

        Move(@Nullable QueueKey from) {
            this.from = from;
        }
    }
}
