package io.strowger.engine.routing;

import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.explain.WaitEstimate.Method;
import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * What a queue knows about waiting in it, and the estimates that follow: three ways to estimate, of which the one with the
 * smallest error so far is believed. Changed only while events are applied, part of the state; estimates are read in a number
 * of steps that grows with the logarithm of the queue's length, without allocation, on the deciding thread.
 */
final class QueueEstimates {
    /** There is no estimate. */
    static final long UNKNOWN = -1;

    /** What {@link #kept} is out of. */
    static final long MILLION = 1_000_000;

    private final QueueState queue;

    /** How long agents have a conversation in hand. */
    final Average handling = new Average();

    /** The distance between what was told and the wait. */
    final Average error = new Average();

    /** How often, in a million, the wait was not longer than what nine of ten should not exceed. */
    final Average kept = new Average();

    /** Conversations from here that agents have in hand. */
    int inHand;

    /** The wait of the last who got an agent. */
    private long lastWait = UNKNOWN;

    private final TrackRecord[] records = new TrackRecord[Method.values().length];

    QueueEstimates(QueueState queue) {
        this.queue = queue;
        for (int method = 0; method < records.length; method++) {
            records[method] = new TrackRecord();
        }
    }

    TrackRecord record(Method method) {
        return records[method.code()];
    }

    /** The place of a conversation that waits here, from 1: those before it who look for an agent, and it. */
    int position(ConversationState conversation) {
        return 1 + queue.rows.before(conversation);
    }

    /** How long a conversation that waits here has to wait from now on, half of the time not longer; or {@link #UNKNOWN}. */
    long median(ConversationState conversation, long now) {
        int position = position(conversation);
        int length = length(conversation, position);
        Method best = best(position, length, now);
        return best == null ? UNKNOWN : record(best).median(estimate(best, position, length, now));
    }

    /** The same, nine of ten times not longer. */
    long ninetieth(ConversationState conversation, long now) {
        int position = position(conversation);
        int length = length(conversation, position);
        Method best = best(position, length, now);
        return best == null ? UNKNOWN : record(best).ninetieth(estimate(best, position, length, now));
    }

    /** The way with the smallest error of those that have an estimate; null when there is none to believe. */
    @Nullable
    Method best(ConversationState conversation, long now) {
        int position = position(conversation);
        return best(position, length(conversation, position), now);
    }

    /**
     * What somebody could expect who came now to the end of the line; nothing to wait while an agent is free and nobody looks
     * for one, unknown while the queue is closed. Cold: allocates.
     */
    WaitEstimate atEnd(long now) {
        int position = 1 + queue.rows.looking();
        if (position == 1 && queue.rows.ready() > 0 && !queue.closed) {
            return new WaitEstimate(position, 0, 0, null);
        }
        Method best = queue.closed ? null : best(position, position, now);
        if (best == null) {
            return new WaitEstimate(position, UNKNOWN, UNKNOWN, null);
        }
        long estimate = estimate(best, position, position, now);
        return new WaitEstimate(
                position, record(best).median(estimate), record(best).ninetieth(estimate), best);
    }

    private int length(ConversationState conversation, int position) {
        return Math.max(position, queue.rows.looking(conversation));
    }

    private @Nullable Method best(int position, int length, long now) {
        if (queue.rows.staffed() == 0) {
            return null;
        }
        Method best = null;
        for (int code = 0; code < records.length; code++) {
            Method method = Method.ofCode(code);
            // Unproven, the head of the line knows the least: it may just have come.
            boolean isEligible = records[code].error.count() > 0 || method != Method.HEAD_OF_LINE;
            if (isEligible
                    && estimate(method, position, length, now) != UNKNOWN
                    && (best == null || isBetter(records[code], record(best)))) {
                best = method;
            }
        }
        return best;
    }

    private static boolean isBetter(TrackRecord one, TrackRecord other) {
        if (one.error.count() == 0) {
            return false;
        }
        return other.error.count() == 0 || one.error.mean() < other.error.mean();
    }

    /** What one way has for a place in a line of such a length, before its record is looked at. */
    private long estimate(Method method, int position, int length, long now) {
        return switch (method) {
            case POSITION -> byPosition(position);
            // What somebody at the end would wait, for the part of the line that is left.
            case LAST_SERVED -> lastWait == UNKNOWN ? UNKNOWN : Saturating.share(lastWait, position, length);
            case HEAD_OF_LINE -> Saturating.share(headWait(now), position, length);
        };
    }

    private long byPosition(int position) {
        int servers = Math.max(queue.rows.staffed(), inHand);
        return handling.count() == 0 || servers == 0 ? UNKNOWN : Saturating.share(handling.mean(), position, servers);
    }

    private long headWait(long now) {
        ConversationState first = queue.line.first();
        return first == null ? 0 : bounded(now - first.quote.enteredAt);
    }

    /** A conversation came into the line, and is in no index yet. */
    void entered(ConversationState conversation, long now) {
        Quote quote = conversation.quote;
        quote.enteredAt = now;
        quote.counts = true;
        int position = position(conversation);
        int length = length(conversation, position);
        for (int code = 0; code < records.length; code++) {
            quote.estimates[code] = estimate(Method.ofCode(code), position, length, now);
        }
        Method best = best(position, length, now);
        quote.median = best == null ? UNKNOWN : record(best).median(quote.estimates[best.code()]);
        quote.ninetieth = best == null ? UNKNOWN : record(best).ninetieth(quote.estimates[best.code()]);
    }

    /** An agent was asked; whoever was so at once was never in the line. */
    void asked(ConversationState conversation, long at) {
        conversation.quote.counts &= at != conversation.quote.enteredAt;
    }

    /** A conversation in the line got its agent. */
    void served(ConversationState conversation, long at) {
        asked(conversation, at);
        Quote quote = conversation.quote;
        long wait = bounded(at - quote.enteredAt);
        if (quote.counts) {
            for (int code = 0; code < records.length; code++) {
                if (quote.estimates[code] != UNKNOWN) {
                    records[code].score(quote.estimates[code], wait);
                }
            }
            if (quote.median != UNKNOWN) {
                error.add(Math.abs(quote.median - wait));
                kept.add(wait <= quote.ninetieth ? MILLION : 0);
            }
            quote.counts = false;
        }
        lastWait = wait;
    }

    void takenUp(ConversationState conversation, long at) {
        conversation.quote.inHandSince = at;
        inHand++;
    }

    /** An agent has it in hand no more; whether that was the end of work on it. */
    void setDown(ConversationState conversation, boolean done, long at) {
        inHand--;
        if (done) {
            handling.add(bounded(at - conversation.quote.inHandSince));
        }
    }

    private static long bounded(long nanos) {
        return Math.max(0, Math.min(Saturating.LIMIT, nanos));
    }

    long stateHash() {
        long hash = Hashes.combine(handling.stateHash(), error.stateHash());
        hash = Hashes.combine(hash, kept.stateHash());
        hash = Hashes.combine(hash, inHand);
        hash = Hashes.combine(hash, lastWait);
        for (TrackRecord each : records) {
            hash = Hashes.combine(hash, each.stateHash());
        }
        return hash;
    }
}
