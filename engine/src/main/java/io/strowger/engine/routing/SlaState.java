package io.strowger.engine.routing;

import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.explain.Promise;
import io.strowger.engine.internal.Hashes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the promises about one conversation stand. Reused with it. */
final class SlaState {
    /** The hash of a new one. */
    static final long NEW_HASH = new SlaState().stateHash();

    final SlaStatus[] statuses = new SlaStatus[SlaClock.count()];
    final long[] consumed = new long[SlaClock.count()];
    final long[] targets = new long[SlaClock.count()];
    final long[] since = new long[SlaClock.count()];
    final long[] dueAt = new long[SlaClock.count()];
    final long[] timers = new long[SlaClock.count()];

    /** What each is about: a stay, or the customer's so-manieth question. */
    final int[] rounds = new int[SlaClock.count()];

    /** The stay in which an agent answered last, 0 for none. */
    int answeredStay;

    /** How often a customer wrote again after an agent's answer. */
    int questions;

    /** Whether the last of these has no answer. */
    boolean isAsked;

    /** What the live ones are counted by. */
    ServiceTerms terms = ServiceTerms.NONE;

    /** How many are live. */
    int live;

    /** Whether the conversation stands among those with live promises. */
    boolean listed;

    @Nullable
    ConversationState before;

    @Nullable
    ConversationState behind;

    SlaState() {
        clear();
    }

    SlaStatus status(SlaClock clock) {
        return statuses[clock.code()];
    }

    /** How a promise stands, to be told. */
    Promise promise(SlaClock clock) {
        int code = clock.code();
        return new Promise(clock, statuses[code], targets[code], consumed[code], since[code], dueAt[code]);
    }

    /** What a promise made now would be about. */
    int round(SlaClock clock, int stay) {
        return clock == SlaClock.NEXT_RESPONSE ? questions : stay;
    }

    void clear() {
        Arrays.fill(statuses, SlaStatus.NONE);
        Arrays.fill(consumed, 0);
        Arrays.fill(targets, 0);
        Arrays.fill(since, 0);
        Arrays.fill(dueAt, 0);
        Arrays.fill(timers, TimingWheel.NO_TIMER);
        Arrays.fill(rounds, 0);
        answeredStay = 0;
        questions = 0;
        isAsked = false;
        terms = ServiceTerms.NONE;
        live = 0;
    }

    long stateHash() {
        long hash = Hashes.combine(answeredStay, questions);
        hash = Hashes.combine(hash, isAsked ? 1 : 0);
        for (int clock = 0; clock < statuses.length; clock++) {
            hash = Hashes.combine(hash, statuses[clock].code());
            hash = Hashes.combine(hash, consumed[clock]);
            hash = Hashes.combine(hash, targets[clock]);
            hash = Hashes.combine(hash, since[clock]);
            hash = Hashes.combine(hash, dueAt[clock]);
            hash = Hashes.combine(hash, rounds[clock]);
        }
        return hash;
    }
}
