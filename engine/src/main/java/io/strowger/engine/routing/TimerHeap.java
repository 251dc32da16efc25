package io.strowger.engine.routing;

import java.util.Arrays;

/** The timers whose tick has come, first the one that is due first: a binary heap that knows each timer's place in it. */
final class TimerHeap {
    private final TimerPool timers;
    private int[] heap = {};
    private int size;

    TimerHeap(TimerPool timers) {
        this.timers = timers;
    }

    /** Makes room for that many timers, so that adding allocates nothing, not even when all are due at once. */
    void reserve(int count) {
        if (count > heap.length) {
            heap = Arrays.copyOf(heap, count);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int first() {
        return heap[0];
    }

    void add(int timer) {
        siftUp(size++, timer);
    }

    void remove(int timer) {
        int hole = timers.heapIndex[timer];
        int moved = heap[--size];
        if (moved == timer) {
            return;
        }
        if (hole > 0 && timers.isBefore(moved, heap[parent(hole)])) {
            siftUp(hole, moved);
        } else {
            siftDown(hole, moved);
        }
    }

    private void siftUp(int from, int timer) {
        int at = from;
        while (at > 0 && timers.isBefore(timer, heap[parent(at)])) {
            put(at, heap[parent(at)]);
            at = parent(at);
        }
        put(at, timer);
    }

    private void siftDown(int from, int timer) {
        int at = from;
        int child = firstChild(at);
        while (child < size) {
            if (child + 1 < size && timers.isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!timers.isBefore(heap[child], timer)) {
                break;
            }
            put(at, heap[child]);
            at = child;
            child = firstChild(at);
        }
        put(at, timer);
    }

    private void put(int at, int timer) {
        heap[at] = timer;
        timers.heapIndex[timer] = at;
    }

    private static int parent(int at) {
        return (at - 1) >>> 1;
    }

    private static int firstChild(int at) {
        return 2 * at + 1;
    }
}
