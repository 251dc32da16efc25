package io.strowger.verticles.ingest;

import io.strowger.verticles.session.PendingAnswer;

/** A connection's answers in the order of its lines, bounded by number and by bytes. */
final class AnswerQueue {
    private static final int SMALLEST = 16;

    private final int maxCount;
    private final int maxBytes;
    private PendingAnswer[] ring = new PendingAnswer[SMALLEST];
    private int head;
    private int count;
    private int bytes;

    AnswerQueue(int maxCount, int maxBytes) {
        this.maxCount = maxCount;
        this.maxBytes = maxBytes;
    }

    boolean isFull() {
        return count >= maxCount || bytes >= maxBytes;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the oldest answer is there and can be written. */
    boolean hasReady() {
        return count > 0 && ring[head].isReady();
    }

    void add(PendingAnswer answer) {
        if (count == ring.length) {
            grow();
        }
        ring[head + count & ring.length - 1] = answer;
        count++;
        bytes += answer.weight();
    }

    /** Takes the oldest answer out. */
    PendingAnswer remove() {
        PendingAnswer answer = ring[head];
        head = head + 1 & ring.length - 1;
        count--;
        bytes -= answer.weight();
        return answer;
    }

    private void grow() {
        PendingAnswer[] grown = new PendingAnswer[2 * ring.length];
        for (int index = 0; index < count; index++) {
            grown[index] = ring[head + index & ring.length - 1];
        }
        ring = grown;
        head = 0;
    }
}
