package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import java.util.Arrays;

/**
 * When an agent was asked last in each queue, counted in the queue's turns. Kept whatever the queue's strategy is, so that a
 * rotation survives that an agent leaves a queue and comes back. Allocates when an agent is asked in a queue for the first
 * time.
 */
final class Turns {
    private int[] queues = {};
    private long[] turns = {};

    /** The queue's turn in which the agent was asked last, 0 for never. */
    long of(int queue) {
        int slot = Arrays.binarySearch(queues, queue);
        return slot < 0 ? 0 : turns[slot];
    }

    void put(int queue, long turn) {
        int slot = Arrays.binarySearch(queues, queue);
        if (slot < 0) {
            slot = -slot - 1;
            int size = queues.length;
            int[] moreQueues = Arrays.copyOf(queues, size + 1);
            long[] moreTurns = Arrays.copyOf(turns, size + 1);
            System.arraycopy(queues, slot, moreQueues, slot + 1, size - slot);
            System.arraycopy(turns, slot, moreTurns, slot + 1, size - slot);
            moreQueues[slot] = queue;
            queues = moreQueues;
            turns = moreTurns;
        }
        turns[slot] = turn;
    }

    long stateHash() {
        long hash = queues.length;
        for (int slot = 0; slot < queues.length; slot++) {
            hash = Hashes.combine(Hashes.combine(hash, queues[slot]), turns[slot]);
        }
        return hash;
    }
}
