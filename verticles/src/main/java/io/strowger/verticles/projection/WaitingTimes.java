package io.strowger.verticles.projection;

import java.util.Arrays;

/**
 * The instants since when conversations wait in one queue, of which the earliest is asked for. Instants that left are kept
 * beside the others until they would be the earliest, or are the most: most conversations enter behind all others, so that
 * entering and leaving mostly cost the writing of one number. Guarded by the {@link LiveView}.
 */
final class WaitingTimes {
    private static final int FEW = 1_024;

    private final Heap entered = new Heap();
    private final Heap left = new Heap();

    /** Puts an instant in, once more if it is there. */
    void enter(long instant) {
        entered.add(instant);
    }

    /** Takes out an instant that entered before. */
    void leave(long instant) {
        left.add(instant);
        if (left.size > FEW && 2 * left.size > entered.size) {
            forget();
        }
    }

    /** How many wait. */
    int count() {
        return entered.size - left.size;
    }

    /** How many instants take memory, with those that left. */
    int kept() {
        return entered.size + left.size;
    }

    /** The earliest instant; 0 when nothing waits. */
    long earliest() {
        while (left.size > 0 && left.least() == entered.least()) {
            left.removeLeast();
            entered.removeLeast();
        }
        return entered.size == 0 ? 0 : entered.least();
    }

    /** Takes those that left out of those that entered. */
    private void forget() {
        long[] all = entered.sorted();
        long[] gone = left.sorted();
        int kept = 0;
        int next = 0;
        for (long instant : all) {
            if (next < gone.length && gone[next] == instant) {
                next++;
            } else {
                all[kept++] = instant;
            }
        }
        entered.become(Arrays.copyOf(all, kept));
        left.become(new long[0]);
    }

    /** A binary heap of numbers, the least on top. */
    private static final class Heap {
        private static final int SMALLEST = 16;

        private long[] values = new long[SMALLEST];
        private int size;

        private long least() {
            return values[0];
        }

        private void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            int at = size++;
            while (at > 0 && values[(at - 1) / 2] > value) {
                values[at] = values[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            values[at] = value;
        }

        private void removeLeast() {
            long last = values[--size];
            int at = 0;
            while (2 * at + 1 < size) {
                int child = 2 * at + 1;
                if (child + 1 < size && values[child + 1] < values[child]) {
                    child++;
                }
                if (values[child] >= last) {
                    break;
                }
                values[at] = values[child];
                at = child;
            }
            values[at] = last;
        }

        private long[] sorted() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }

        /** Takes over sorted numbers, which are a heap as they are. */
        private void become(long[] sorted) {
            size = sorted.length;
            values = Arrays.copyOf(sorted, Math.max(SMALLEST, size));
        }
    }
}
