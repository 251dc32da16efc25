package io.strowger.bench.rig;

import io.strowger.engine.command.Decision;

/** The answers to messages, kept to be compared: the sequence of each and a hash over what was decided. Allocates nothing. */
final class AnswerLog {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int SHIFT = 32;

    private final long[] sequences;
    private final long[] hashes;

    /**
     * @param most how many answers are kept, those to the first messages
     */
    AnswerLog(int most) {
        sequences = new long[most];
        hashes = new long[most];
    }

    void put(long token, Decision decision) {
        if (token < sequences.length) {
            sequences[(int) token] = decision.sequence;
            hashes[(int) token] = hash(decision);
        }
    }

    /** Whether an answer was the expected one; true for a message whose answer is not kept. */
    boolean isSame(long token, Decision expected) {
        return token >= sequences.length
                || sequences[(int) token] == expected.sequence && hashes[(int) token] == hash(expected);
    }

    private static long hash(Decision decision) {
        long hash = mixed(decision.outcome.code(), decision.organization);
        hash = mixed(hash, decision.conversation);
        hash = mixed(hash, decision.state.code());
        hash = mixed(hash, decision.queue);
        hash = mixed(hash, decision.priority);
        hash = mixed(hash, decision.agent);
        hash = mixed(hash, decision.rule);
        hash = mixed(hash, decision.offer);
        return mixed(hash, decision.version);
    }

    private static long mixed(long hash, long value) {
        long product = (hash ^ value) * MIX;
        return product ^ product >>> SHIFT;
    }
}
