package io.strowger.models.privacy;

import java.util.Arrays;
import java.util.Set;

/**
 * What was found in a text: spans that don't overlap, in the order of the text. Positions are bytes of the array that was
 * scanned. Filled by {@link EntityScanner#scan} and used again for the next text; one thread at a time.
 *
 * <p>Arrays grow to the largest number of spans seen and stay.
 */
public final class Spans {
    private static final int INITIAL = 32;
    private static final float PERCENT = 100f;

    private int[] starts = new int[INITIAL];
    private int[] ends = new int[INITIAL];
    private int[] ranks = new int[INITIAL];
    private EntityKind[] kinds = new EntityKind[INITIAL];
    private byte[] percents = new byte[INITIAL];
    private int count;

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Where one begins: the index of its first byte. */
    public int start(int index) {
        return starts[checked(index)];
    }

    /** The index after its last byte. */
    public int end(int index) {
        return ends[checked(index)];
    }

    /** What policies call it. */
    public EntityType type(int index) {
        return kind(index).type();
    }

    /** The exact format that was recognised. */
    public EntityKind kind(int index) {
        return kinds[checked(index)];
    }

    /** How sure it is, above 0 and at most 1. Check digits and context words raise it. */
    public float confidence(int index) {
        return percents[checked(index)] / PERCENT;
    }

    /** Forgets everything. */
    public void clear() {
        count = 0;
    }

    /**
     * Offers a reading of a place. It is kept when every kept reading that it overlaps ranks lower; those go. Offers come
     * nearly in the order of the text, so the search from the end is short.
     */
    void offer(int start, int end, EntityKind kind, int percent) {
        int rank = percent * 4 + Math.min(end - start, 60);
        int to = count;
        while (to > 0 && starts[to - 1] >= end) {
            to--;
        }
        int from = to;
        while (from > 0 && ends[from - 1] > start) {
            if (ranks[from - 1] >= rank) {
                return;
            }
            from--;
        }
        replace(from, to);
        starts[from] = start;
        ends[from] = end;
        kinds[from] = kind;
        percents[from] = (byte) percent;
        ranks[from] = rank;
    }

    /** Leaves exactly one place for what stood from {@code from} to {@code to}. */
    private void replace(int from, int to) {
        int shift = from + 1 - to;
        if (count + shift > starts.length) {
            grow();
        }
        if (shift != 0 && to < count) {
            System.arraycopy(starts, to, starts, to + shift, count - to);
            System.arraycopy(ends, to, ends, to + shift, count - to);
            System.arraycopy(ranks, to, ranks, to + shift, count - to);
            System.arraycopy(kinds, to, kinds, to + shift, count - to);
            System.arraycopy(percents, to, percents, to + shift, count - to);
        }
        count += shift;
    }

    /** Turns character positions into byte positions, and drops what is too unsure or not asked for. */
    void settle(Text text, int minimumPercent, Set<EntityType> wantedTypes) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            boolean wanted = wantedTypes.contains(kinds[i].type());
            if (percents[i] >= minimumPercent && wanted) {
                starts[kept] = text.byteStart(starts[i]);
                ends[kept] = text.byteEnd(ends[i]);
                kinds[kept] = kinds[i];
                percents[kept] = percents[i];
                kept++;
            }
        }
        count = kept;
    }

    private int checked(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("span " + index + " of " + count);
        }
        return index;
    }

    private void grow() {
        int capacity = 2 * starts.length;
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        ranks = Arrays.copyOf(ranks, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        percents = Arrays.copyOf(percents, capacity);
    }
}
